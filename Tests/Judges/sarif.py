"""Judges the SARIF log by the object model of SARIF 2.1.0 that pysarif makes from the standard's schema.

Each object of a log may have only the properties that the model has, must have those it requires, and each value must be
of the model's type, and one of its words where it lists them. Besides, what is counted must fit: rules by their index,
lines and columns from 1, and places inside of files that are there.
"""
import dataclasses
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import typing
import urllib.parse

import pysarif

PAIFANG = os.environ["PAIFANG"]
passed = failed = 0


def expect(holds, what):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print("FAIL", what)


def camel(name):
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)


def misfits(value, kind, place):
    """What the model says against a value."""
    if kind is typing.Any:
        return
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Union:
        kinds = [kind for kind in arguments if kind is not type(None)]
        if value is None:
            yield f"{place} is null"
        elif len(kinds) == 1:
            yield from misfits(value, kinds[0], place)
        elif all(list(misfits(value, kind, place)) for kind in kinds):
            yield f"{place} is none of {kinds}"
    elif origin is typing.Literal:
        if value not in arguments:
            yield f"{place} is {value!r}, none of {arguments}"
    elif origin is list:
        if not isinstance(value, list):
            yield f"{place} is no list"
            return
        for index, item in enumerate(value):
            yield from misfits(item, arguments[0], f"{place}[{index}]")
    elif origin is dict:
        if not isinstance(value, dict):
            yield f"{place} is no object"
    elif dataclasses.is_dataclass(kind):
        yield from object_misfits(value, kind, place)
    elif kind is float and isinstance(value, int):
        return
    elif not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        yield f"{place} is {value!r}, no {kind.__name__}"


def object_misfits(value, model, place):
    if not isinstance(value, dict):
        yield f"{place} is no object"
        return
    hints = typing.get_type_hints(model)
    fields = {camel(field.name): field for field in dataclasses.fields(model)}
    # The schema's `$schema` has another name in Python.
    known = set(fields) | {"$schema"}
    for key in value:
        if key not in known and model is not pysarif.PropertyBag:
            yield f"{place} has the unknown property {key}"
    for key, field in fields.items():
        is_required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        if key in value:
            yield from misfits(value[key], hints[field.name], f"{place}.{key}")
        elif is_required:
            yield f"{place} lacks {key}"


def judge(name, folder, at_least):
    run = subprocess.run([PAIFANG, "check", "--format", "sarif", "-C", folder], capture_output=True, text=True)
    log = json.loads(run.stdout)
    found = list(object_misfits(log, pysarif.SarifLog, "log"))
    expect(not found, f"{name}: {found[:5]}")
    expect(log["version"] == "2.1.0" and len(log["runs"]) == 1, f"{name}: version and run")
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    results = log["runs"][0]["results"]
    expect(len({rule["id"] for rule in rules}) == len(rules), f"{name}: a rule stands once")
    expect(len(results) >= at_least, f"{name}: {len(results)} results")
    for result in results:
        expect(rules[result["ruleIndex"]]["id"] == result["ruleId"], f"{name}: the rule of {result['ruleId']}")
        places = [place["physicalLocation"] for place in result["locations"] + result.get("relatedLocations", [])]
        for place in places:
            uri, region = place["artifactLocation"]["uri"], place.get("region")
            expect(urllib.parse.quote(urllib.parse.unquote(uri)) == uri, f"{name}: {uri} is no URI")
            if region is None:
                continue
            lines = (pathlib.Path(folder) / urllib.parse.unquote(uri)).read_text().split("\n")
            start, end = [(region[f"{side}Line"], region[f"{side}Column"]) for side in ("start", "end")]
            expect(1 <= start[0] <= len(lines) and start <= end, f"{name}: {region} in {uri}")
            expect(1 <= start[1] <= len(lines[start[0] - 1]) + 1, f"{name}: {region} in {uri}")
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"]:
                expect(bool(change["replacements"]), f"{name}: a mend changes something")
    return log


# The walker finds what it should: otherwise an empty list of misfits says nothing.
log = judge("the project", ".", 0)
for spoil, word in [
    (lambda log: log["runs"][0]["tool"].pop("driver"), "lacks driver"),
    (lambda log: log["runs"][0].update(rezults=[]), "unknown property rezults"),
    (lambda log: log.update(version="2.0.0"), "none of"),
    (lambda log: log["runs"][0]["tool"]["driver"].update(name=3), "no str"),
    (lambda log: log["runs"][0].update(columnKind="bytes"), "none of"),
]:
    spoilt = json.loads(json.dumps(log))
    spoil(spoilt)
    found = list(object_misfits(spoilt, pysarif.SarifLog, "log"))
    expect(any(word in line for line in found), f"not found: {word}: {found[:3]}")

with tempfile.TemporaryDirectory() as parent:
    for number, (file, old, new) in enumerate([
        ("flows/wallet-signup.yaml", "unavailable: trouble\n", "unavailable: truoble\n"),
        ("flows/wallet-signup.yaml", "      24h: link_expired", "      1d: trouble\n      24h: link_expired"),
        ("flows/wallet-signup.yaml", "at_most: 1", "at_most: 0"),
        ("flows/fields.yaml", "value < today", "value < tomorow"),
        ("flows/fields.yaml", "type: email", "type: emial"),
        ("flows/effects.yaml", "    once: flow", "    once: [flow"),
        ("locales/cs.yaml", "title: ", "titel: "),
    ]):
        # A folder whose name is no plain URI does not come into the log, since places are relative to it.
        folder = pathlib.Path(parent) / f"ž # {number}"
        folder.mkdir()
        for part in ("flows", "locales"):
            shutil.copytree(part, folder / part)
        path = folder / file
        text = path.read_text()
        expect(old in text, f"{old} in {file}")
        path.write_text(text.replace(old, new, 1))
        judge(f"{file} with {new.strip()}", str(folder), 1)
    # A file whose name must be written with percent signs.
    folder = pathlib.Path(parent) / "names"
    folder.mkdir()
    for part in ("flows", "locales"):
        shutil.copytree(part, folder / part)
    (folder / "flows" / "è #1.yaml").write_text("flow: other\nversion: 1\nsteps: {}\n")
    judge("a name with signs", str(folder), 1)

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
