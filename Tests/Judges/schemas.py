"""Judges the JSON schemas of flow files by another program's reading of them.

The schemas are valid draft-07; what the checker accepts they accept: the files of the project, and the right example of
every explanation that is a whole flow. A slip in any key of the project's files is refused by both.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
import yaml

PAIFANG = os.environ["PAIFANG"]
passed = failed = 0


def expect(holds, what):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print("FAIL", what)


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read: `NO` and `12:30` are texts."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]+\.[0-9]+$", "-+0123456789"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", __import__("re").compile(pattern), list(first))


def load(text):
    return yaml.load(text, Loader)


def run(*arguments):
    return subprocess.run([PAIFANG, *arguments], capture_output=True, text=True)


validators = {}
for name in ("flow", "fields", "effects"):
    schema = json.loads(run("check", "--schema", name).stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    validators[name] = jsonschema.Draft7Validator(schema)
    expect(True, name)

files = {
    "flow": [path for path in pathlib.Path("flows").glob("*.yaml") if path.stem not in ("fields", "effects")],
    "fields": [pathlib.Path("flows/fields.yaml")],
    "effects": [pathlib.Path("flows/effects.yaml")],
}
for name, paths in files.items():
    for path in paths:
        errors = [error.message[:200] for error in validators[name].iter_errors(load(path.read_text()))]
        expect(not errors, f"{path}: {errors}")

for code in json.loads(run("explain", "--json").stdout)["codes"]:
    explanation = json.loads(run("explain", code["code"], "--json").stdout)
    if explanation["right"].startswith("flow: "):
        expect(validators["flow"].is_valid(load(explanation["right"])), f"{code['code']}: the right example")


def slips(node, path=()):
    """Each key of the format, with where it stands; names of the author's choice are none."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield path + (key,)
            yield from slips(value, path + (key,))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from slips(value, path + (index,))


KEYS = {
    "flow", "version", "steps", "expires", "after", "goto", "type", "step", "ask", "call", "send", "events", "limit",
    "times", "per", "within", "apart", "link", "unless", "review", "back", "end", "offer", "privacy", "length", "rules",
    "use", "repeat", "needs", "outcomes", "gives", "success", "once", "signals", "only_after", "at_most",
}
for name, paths in files.items():
    for path in paths:
        for place in slips(load(path.read_text())):
            # An event or a rule may have the name of a key.
            if place[-1] not in KEYS or place[-2:-1] in (("events",), ("rules",)):
                continue
            tree = load(path.read_text())
            node = tree
            for part in place[:-1]:
                node = node[part]
            node[place[-1] + "x"] = node.pop(place[-1])
            expect(not validators[name].is_valid(tree), f"{path}: {place} misspelt is accepted")

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
