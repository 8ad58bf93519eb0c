"""Judges what goes to translators by OASIS's own schemas of XLIFF, which Debian's php-symfony-translation carries.

Every export is valid: 1.2 by the strict schema, 2.1 by that of the core, whose elements are those of 2.0; whole and
split, into every language, all messages and none. As a control, files with one slip each are refused.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

from lxml import etree

PAIFANG = os.environ["PAIFANG"]
DEBIAN = "/usr/share/php/Symfony/Component/Translation/Resources/schemas"
SCHEMAS = pathlib.Path(os.environ.get("PAIFANG_XLIFF", DEBIAN))
FILES = {"xliff1.2": "xliff-core-1.2-strict.xsd", "xliff2.1": "xliff-core-2.0.xsd"}
# A slip of each kind: what is written, and what stands there in its place.
SLIPS = {
    "xliff1.2": [
        ("<source>", "<sauce>", "</source>", "</sauce>"),
        ('approved="yes"', 'approved="perhaps"'),
        (' datatype="plaintext"', ""),
        ("<trans-unit id=", "<trans-unit key="),
        ('state="translated"', 'state="done"'),
        ("<header>", "<body/><header>"),
        ("<note from=", "<remark/><note from="),
    ],
    "xliff2.1": [
        ("<source>", "<sauce>", "</source>", "</sauce>"),
        (' srcLang="en"', ""),
        ("<unit id=", "<unit key="),
        ('state="translated"', 'state="done"'),
        ('canResegment="no"', 'canResegment="never"'),
        ("<notes>", "<notes/><notes>"),
        ('canDelete="no"', 'canDelete="never"'),
    ],
}
passed = failed = 0


def expect(holds, what):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print("FAIL", what)


class Here(etree.Resolver):
    """Gives the schema of `xml:lang` and `xml:space` from the same folder; nothing is fetched."""

    def resolve(self, address, name, context):
        if address.endswith("xml.xsd"):
            return self.resolve_filename(str(SCHEMAS / "xml.xsd"), context)
        return None


def schema(form):
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Here())
    return etree.XMLSchema(etree.parse(str(SCHEMAS / FILES[form]), parser))


def export(folder, language, form, *options):
    file = pathlib.Path(folder) / "words.xlf"
    command = [PAIFANG, "locale", "export", language, "--format", form, "--out", str(file), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    expect(done.returncode == 0, f"{language} {form} {options}: {done.stderr}")
    return file.read_bytes()


def refused(judge, data):
    try:
        return not judge.validate(etree.fromstring(data))
    except etree.XMLSyntaxError:
        return True


def main():
    for form in FILES:
        judge = schema(form)
        with tempfile.TemporaryDirectory() as folder:
            for language in ("ru", "zh", "id", "cs"):
                for options in ([], ["--split"], ["--only", "missing"]):
                    data = export(folder, language, form, *options)
                    is_valid = judge.validate(etree.fromstring(data))
                    last = judge.error_log.last_error
                    expect(is_valid, f"{language} {form} {options}: {last and (last.line, last.message)}")
            data = export(folder, "cs", form, "--split").decode("utf-8")
        for slip in SLIPS[form]:
            broken = data
            for old, new in zip(slip[::2], slip[1::2]):
                expect(old in broken, f"{form}: no {old} in the file")
                broken = broken.replace(old, new, 1)
            expect(refused(judge, broken.encode("utf-8")), f"{form}: {slip} is not refused")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
