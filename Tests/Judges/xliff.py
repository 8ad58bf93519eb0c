#!/usr/bin/env python3
"""Sends every message through translate-toolkit, the library behind Weblate, Virtaal and Pootle, and takes it back.

The command writes XLIFF 1.2 and 2.1, whole and split, into every language. translate-toolkit reads the files, changes
some texts and states through its own interface, and writes them anew. The command takes them into a copy of the
project: the changed texts must have arrived, as PyYAML reads them, and all other bytes must be as they were.
"""

import copy
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml
from lxml import etree
from translate.storage import xliff, xliff2
from translate.storage.placeables import StringElem

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAIFANG = os.environ.get("PAIFANG", str(ROOT / ".build/debug/paifang"))
FORMATS = {"xliff1.2": xliff.Xliff1File, "xliff2.1": xliff2.Xliff2File}
STATES = {
    "xliff1.2": {"needs-translation", "needs-review-translation", "translated", "signed-off"},
    "xliff2.1": {"initial", "translated", "reviewed"},
}
# What may stand in what, in the order of the specifications, as far as the command writes it.
CHILDREN = {
    "xliff1.2": {
        "xliff": r"(file )+", "file": r"header body ", "header": r"(note )*", "body": r"(group |trans-unit )*",
        "group": r"(trans-unit )+", "trans-unit": r"source target (context-group |note )*",
        "context-group": r"(context )+", "source": r"(ph )*", "target": r"(ph )*",
    },
    "xliff2.1": {
        "xliff": r"(file )+", "file": r"(profiles )?(notes )?(unit |group )*", "group": r"(unit )+",
        "unit": r"(glossary )?(notes )?(originalData )?segment ",
        "glossary": r"(glossEntry )+", "glossEntry": r"term (translation )+(definition )?", "notes": r"(note )+", "originalData": r"(data )+",
        "segment": r"source (target )?", "source": r"(ph )*", "target": r"(ph )*",
    },
}


class Counting:
    """Counts what is right and says what is not."""

    def __init__(self) -> None:
        self.passed = self.failed = 0

    def check(self, is_right: bool, words: str) -> None:
        if is_right:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= 30:
            print(f"not right: {words}")


def flattened(tree: dict, prefix: str = "") -> dict:
    """The messages of a locale file by their keys."""
    messages = {}
    for name, value in tree.items():
        if isinstance(value, dict):
            messages.update(flattened(value, f"{prefix}{name}."))
        else:
            messages[f"{prefix}{name}"] = value
    return messages


def load(path: pathlib.Path) -> dict:
    messages = flattened(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))
    return {key: text[:-1] if text.endswith("\n") else text for key, text in messages.items()}


def run(project: pathlib.Path, *arguments: str) -> subprocess.CompletedProcess:
    command = [PAIFANG, "locale", *arguments, "-C", str(project)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def check_structure(root: etree._Element, form: str, counting: Counting) -> None:
    """The order of elements, identifiers that are unique names, and references that lead somewhere."""
    seen = set()
    for element in root.iter(etree.Element):
        inner = "".join(local(child) + " " for child in element)
        allowed = CHILDREN[form].get(local(element), "")
        counting.check(re.fullmatch(allowed, inner) is not None, f"<{local(element)}> holds {inner}")
        if local(element) in ("unit", "trans-unit"):
            name = element.get("id")
            counting.check(re.fullmatch(r"[\w.:-]+", name) is not None and name not in seen, f"id {name}")
            seen.add(name)
            data = {item.get("id") for item in element.iter("{*}data")}
            for side in ("source", "target"):
                codes = [code for text in element.iter("{*}" + side) for code in text]
                ids = [code.get("id") for code in codes]
                counting.check(len(ids) == len(set(ids)), f"{name}: placeholders {ids}")
                if form == "xliff2.1":
                    references = {code.get("dataRef") for code in codes}
                    counting.check(references <= data, f"{name}: {references} beside {data}")
        if local(element) == ("target" if form == "xliff1.2" else "segment"):
            state = element.get("state")
            counting.check(state in STATES[form], f"state {state}")


def raw(node: etree._Element, unit: etree._Element) -> str:
    """What a text says in the message syntax, with what its placeholders stand for."""
    data = {item.get("id"): item.text for item in unit.iter("{*}data")}
    parts = [node.text or ""]
    for code in node:
        parts += [data.get(code.get("dataRef"), code.text or ""), code.tail or ""]
    return "".join(parts)


def terms(text: str, glossary: dict, language: str) -> dict:
    """The words of the glossary that an English text surely has, with what the language says for them."""
    words = {}
    for term in glossary["terms"].values():
        use, other = term["en"]["use"], term.get(language)
        plain = re.sub(r"\{[^{}]*\}", " ", text).lower()
        if other and re.search(r"(?<![\w-])" + re.escape(use.lower()) + r"(?![\w-])", plain):
            words[use] = re.split("[,、]", re.sub(r" *[(（].*?[)）]", "", other["use"]))[0].strip()
    return words


def check_units(
    store, form: str, is_split: bool, english: dict, described: dict, language: str, counting: Counting
) -> None:
    """Identifiers, sources, notes, widths and placeholders, as the library reads them."""
    found = {}
    glossary = yaml.load((ROOT / "locales/glossary.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    for unit in store.units:
        element = unit.xmlelement if form == "xliff1.2" else unit.getunitelement()
        found[element.get("id")] = (unit, element)
    for key, text in english.items():
        if is_split and "{" in text and key not in found:
            continue
        if key not in found:
            counting.check(False, f"{key} is not among the units")
            continue
        unit, element = found[key]
        node = next(element.iter("{*}source"))
        counting.check(raw(node, element) == text, f"{key}: source {raw(node, element)!r}")
        # A text of nothing but placeholders is none to the library.
        if re.sub(r"\{.*\}", "", text).strip():
            counting.check(bool(unit.target) and unit.istranslated(), f"{key} counts as not translated")
        notes = "\n".join(note.text or "" for note in element.iter("{*}note"))
        if not re.search(r"plural|select", text):
            for word, other in terms(text, glossary, language).items():
                read = unit.getnotes() if form == "xliff1.2" else notes
                line = next((line for line in read.split("\n") if line.startswith((f"{word} →", f"{word}, "))), "")
                counting.check(other in line, f"{key}: the term {word} in {read!r}")
                if form == "xliff2.1":
                    entries = {entry[0].text: [item.text for item in entry[1:]] for entry in element.iter("{*}glossEntry")}
                    own = next((words for name, words in entries.items() if word in name.split(", ")), [])
                    counting.check(other in own, f"{key}: the entry {word} in {entries}")
        description = described.get(key)
        if isinstance(description, dict):
            width, description = description.get("width"), description["description"]
            if width and not re.search(r"plural|select", text):
                name = "maxwidth" if form == "xliff1.2" else "{urn:oasis:names:tc:xliff:sizerestriction:2.0}sizeRestriction"
                counting.check(element.get(name) == width, f"{key}: width {element.get(name)}")
        if description:
            counting.check(description in notes, f"{key}: notes {notes!r}")
            if form == "xliff1.2":
                counting.check(description in unit.getnotes(), f"{key}: the library's notes")


def edited(store, form: str, every: int) -> dict:
    """Changes some units through the library; gives by id what stands in their targets then."""
    changed = {}
    for number, unit in enumerate(store.units):
        if number % every or not unit.target:
            continue
        element = unit.xmlelement if form == "xliff1.2" else unit.getunitelement()
        node = next(element.iter("{*}target"))
        # The first word gets its last letter once more: one that the language has, so that few checks object.
        words = [re.search(r"[^\W\d_]{3,}", item) for item in [node.text, *(code.tail for code in node)] if item]
        word = next((item[0] for item in words if item), "A")
        if word.isupper():
            continue
        if len(node):
            rich = copy.deepcopy(unit.rich_target)
            leaf = next((item for item in rich[0].sub if type(item) in (str, StringElem) and word in str(item)), None)
            if leaf is None:
                continue
            place = rich[0].sub.index(leaf)
            rich[0].sub[place] = StringElem(str(leaf).replace(word, word + word[-1], 1))
            unit.rich_target = rich
        else:
            unit.target = unit.target.replace(word, word + word[-1], 1)
        if form == "xliff1.2":
            unit.markapproved(True)
            next(element.iter("{*}target")).set("state", "translated")
        else:
            unit.marktranslated()
        changed[element.get("id")] = raw(next(element.iter("{*}target")), element)
    return changed


def round_trip(language: str, form: str, is_split: bool, counting: Counting) -> None:
    name = f"{language} {form}{' split' if is_split else ''}"
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "project"
        for part in ("flows", "locales"):
            shutil.copytree(ROOT / part, project / part)
        file = pathlib.Path(folder) / "words.xlf"
        options = ["--format", form, "--out", str(file)] + (["--split"] if is_split else [])
        sent = run(project, "export", language, *options)
        counting.check(sent.returncode == 0, f"{name}: export {sent.stderr}")
        counting.check(file.read_bytes() == file.read_text("utf-8").encode(), f"{name}: UTF-8")
        check_structure(etree.parse(str(file)).getroot(), form, counting)
        store = FORMATS[form].parsestring(file.read_bytes())
        counting.check(store.targetlanguage == language and store.sourcelanguage == "en", f"{name}: languages")
        english, before = load(ROOT / "locales/en.yaml"), load(ROOT / f"locales/{language}.yaml")
        described = yaml.load((ROOT / "locales/messages.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
        check_units(store, form, is_split, english, described, language, counting)
        # The library writes its file anew; nothing has changed for all that.
        store.savefile(str(file))
        files = {path: path.read_bytes() for path in project.rglob("*.yaml")}
        back = run(project, "import", str(file))
        same = {path: path.read_bytes() for path in project.rglob("*.yaml")}
        counting.check(back.returncode == 0 and files == same, f"{name}: untouched {back.stderr[-800:]}")
        changed = edited(store, form, every=3)
        counting.check(len(changed) > 50, f"{name}: only {len(changed)} units were changed")
        store.savefile(str(file))
        back = run(project, "import", str(file), "--json")
        report = yaml.safe_load(back.stdout) if back.stdout else {}
        counting.check(back.returncode in (0, 1), f"{name}: import {back.stderr[-800:]}")
        refused = set()
        for refusal in report.get("refused", []):
            # A rule of the checks may object to a letter more; anything else must not be refused.
            counting.check(refusal["code"] == "L177", f"{name}: {refusal}")
            refused.add(refusal["line"])
        after = load(project / f"locales/{language}.yaml")
        counting.check(after.keys() == before.keys(), f"{name}: keys")
        keys = {unit.split(":")[0] for unit in changed}
        taken = {change["key"] for change in report.get("changed", [])}
        counting.check(len(taken) + len(refused) == len(keys), f"{name}: {len(taken)} taken, {len(keys)} changed")
        counting.check(len(refused) * 10 <= len(keys), f"{name}: {len(refused)} refused")
        for key, text in after.items():
            if key not in taken:
                counting.check(text == before[key], f"{name}: {key} has changed")
        for unit, text in changed.items():
            key = unit.split(":")[0]
            if key not in taken:
                continue
            pieces = re.split(r"\{\w+, (?:plural|select|selectordinal), …\}", text) if is_split else [text]
            counting.check(all(piece in after[key] for piece in pieces), f"{name}: {unit} is {after[key]!r}, not {text!r}")
        # Lines without a changed message are the bytes they were.
        old = files[project / f"locales/{language}.yaml"].split(b"\n")
        new = (project / f"locales/{language}.yaml").read_bytes().split(b"\n")
        counting.check(len(old) == len(new), f"{name}: lines")
        differing = sum(1 for first, second in zip(old, new) if first != second)
        counting.check(len(taken) <= differing <= len(changed), f"{name}: {differing} lines differ, {len(taken)} messages")
        others = {path for path, data in files.items() if path.read_bytes() != data}
        wanted = {f"{language}.yaml"}
        counting.check({path.name for path in others} <= wanted, f"{name}: {others} have changed")


def missing(language: str, form: str, is_split: bool, counting: Counting) -> None:
    """Texts that are not there at all come in where the English file has them."""
    name = f"{language} {form}{' split' if is_split else ''}, missing"
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "project"
        for part in ("flows", "locales"):
            shutil.copytree(ROOT / part, project / part)
        shutil.rmtree(project / "locales/state", ignore_errors=True)
        path = project / f"locales/{language}.yaml"
        whole = load(path)
        lines = path.read_text("utf-8").split("\n")
        text = re.compile(r'    [a-z_]+: "[^"\\]*"')
        # Never the only message of a mapping.
        kept = [
            line
            for number, line in enumerate(lines)
            if number % 20 or not text.fullmatch(line) or not text.fullmatch(lines[number - 1])
        ]
        path.write_text("\n".join(kept), "utf-8")
        left = load(path)
        lost = {key: value for key, value in whole.items() if key not in left}
        counting.check(len(lost) > 3, f"{name}: {len(lost)} removed")
        file = pathlib.Path(folder) / "words.xlf"
        options = ["--format", form, "--only", "missing", "--out", str(file)] + (["--split"] if is_split else [])
        run(project, "export", language, *options)
        store = FORMATS[form].parsestring(file.read_bytes())
        for unit in store.units:
            element = unit.xmlelement if form == "xliff1.2" else unit.getunitelement()
            counting.check(not unit.istranslated(), f"{name}: {element.get('id')} is translated")
            key = element.get("id").split(":")[0]
            counting.check(key in lost, f"{name}: {key} was not missing")
            # What a tool without placeholders gives: the whole text as a text.
            if not is_split:
                unit.target = lost[key]
            else:
                unit.rich_target = unit.rich_source
        store.savefile(str(file))
        back = run(project, "import", str(file))
        after = load(path)
        if is_split:
            # English words are no translation that the checks must like, and the keys are there or refused.
            counting.check("L177" in back.stderr or after.keys() == whole.keys(), f"{name}: {back.stderr[-800:]}")
        else:
            counting.check(after == whole and back.returncode == 0, f"{name}: {back.stderr[-800:]}")
            counting.check(list(after) == list(whole), f"{name}: order")


def main() -> int:
    counting = Counting()
    ways = [(form, is_split) for form in FORMATS for is_split in (False, True)]
    for language, chosen in (("ru", ways), ("zh", ways[1:3]), ("id", ways[::3]), ("cs", ways[1:3])):
        for form, is_split in chosen:
            round_trip(language, form, is_split, counting)
            missing(language, form, is_split, counting)
    print(f"{counting.passed} passed, {counting.failed} failed")
    return 1 if counting.failed else 0


if __name__ == "__main__":
    sys.exit(main())
