"""Judges the reports of scenarios by other programs' reading of them: JUnit as XML, the page as HTML.

Every element of the page is ended where it may be, no element is one that acts, and both tell the same failures.
"""
import html.parser
import os
import pathlib
import subprocess
import tempfile
import xml.etree.ElementTree

PAIFANG = os.environ["PAIFANG"]
VOID = {"meta", "br", "hr"}
passed = failed = 0


def expect(holds, what):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print("FAIL", what)


class Page(html.parser.HTMLParser):
    """Keeps what is open, and every element that was met."""

    def __init__(self):
        super().__init__()
        self.open, self.met, self.sound, self.heads = [], [], True, []

    def handle_starttag(self, tag, attributes):
        self.met.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.met.append((tag, dict(attributes)))
        self.sound = self.sound and tag in VOID

    def handle_endtag(self, tag):
        self.sound = self.sound and bool(self.open) and self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "h3":
            self.heads.append(data)


SCENARIOS = """
flow: wallet-signup
scenarios:
  it begins: [{then: {at: start}}]
  '<script>alert(1)</script> ]]> & "x" ''y''': [{then: {at: check_mail}}]
  "control \\u0007 and \\u202E": [{then: {shows: "<b onclick='x'>]]></b>"}}]
"""

with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder)
    (path / "hostile.yaml").write_text(SCENARIOS, "utf-8")
    junit, page = path / "out.xml", path / "out.html"
    run = subprocess.run(
        [PAIFANG, "test", str(path / "hostile.yaml"), "--report", f"junit={junit}", "--report", f"html={page}"],
        capture_output=True,
        text=True,
    )
    expect(run.returncode == 1, f"two fail: {run.stderr}")
    root = xml.etree.ElementTree.parse(junit).getroot()
    cases = root.findall("testsuite/testcase")
    languages = 5
    expect(root.tag == "testsuites", "the root")
    expect(int(root.get("tests")) == len(cases) == 4 * languages, "a case for each scenario and language")
    expect(int(root.get("failures")) == len(root.findall(".//failure")) == 2 * languages, "the failures")
    names = {case.get("name") for case in cases}
    expect("<script>alert(1)</script> ]]> & \"x\" 'y' [en]" in names, "a hostile name")
    expect(all(float(case.get("time")) < 60 for case in cases), "times of the run")
    text = page.read_text("utf-8")
    reader = Page()
    reader.feed(text)
    reader.close()
    expect(reader.sound and not reader.open, "every element is ended in its place")
    expect("<script" not in text.lower(), "no script")
    expect(not {tag for tag, _ in reader.met} & {"script", "b", "img", "a", "link"}, "nothing that acts")
    expect(not any(name.startswith("on") for _, all in reader.met for name in all), "no handlers")
    expect("hostile/<script>alert(1)</script> ]]> & \"x\" 'y'" in reader.heads, "the name as text")
    expect("hostile/control \\u{7} and \\u{202E}" in reader.heads, "hidden characters are seen")

print(f"{passed} passed, {failed} failed")
raise SystemExit(failed > 0)
