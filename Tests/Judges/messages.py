#!/usr/bin/env python3
"""Compares every branch of every message with ICU's MessageFormat, reached through PyICU.

The locale files are read by PyYAML, and their patterns are taken apart by ICU's MessagePattern, so
that no reader of the product takes part on this side. The numbers are CLDR's samples of the language.
"""

import itertools
import pathlib
import sys
from collections.abc import Iterator

import icu
import yaml
from asking import LANGUAGES, ROOT, Verdict, ask, cldr

Part = icu.UMessagePatternPartType
Kind = icu.UMessagePatternArgType

NUMBERS = ["0", "1", "1234567", "-5", "0.5", "1234.5678"]
INSTANTS = [638_496_000_000, 1_711_900_799_000, 1_735_689_599_999, -1]
ZONES = ("UTC", "Asia/Jakarta", "America/New_York")


def flattened(tree: dict, prefix: str = "") -> dict:
    """The messages of a locale file by their keys."""
    messages = {}
    for name, value in tree.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict):
            messages.update(flattened(value, f"{key}."))
        else:
            messages[key] = value
    return messages


def load(path: pathlib.Path) -> dict:
    # The base loader leaves every scalar a text.
    messages = flattened(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))
    return {key: text[:-1] if text.endswith("\n") else text for key, text in messages.items()}


def texts(files: dict) -> Iterator[tuple[str, str, str]]:
    """Language, key and text of every message."""
    for language, messages in files.items():
        for key, text in messages.items():
            yield language, key, text


def number(text: str) -> dict:
    if "." in text:
        return {"kind": "number", "number": float(text)}
    return {"kind": "integer", "integer": int(text)}


def words(*texts: str) -> list[dict]:
    return [{"kind": "text", "text": text} for text in texts]


class Pattern:
    """The arguments of a pattern, each with the values that lead into all of its branches."""

    def __init__(self, text: str, language: str):
        self.language = language
        self.pattern = icu.MessagePattern(text)
        self.parts = [self.pattern.getPart(index) for index in range(self.pattern.countParts())]
        # By name: what chooses a branch, and what is only shown.
        self.chosen: dict[str, list[dict]] = {}
        self.shown: dict[str, list[dict]] = {}
        self.branches = 0
        self.unreached: list[str] = []
        for index, part in enumerate(self.parts):
            if part.getType() == Part.ARG_START:
                self.argument(index, part.getArgType())
        for name in self.chosen:
            self.shown.pop(name, None)

    def text(self, index: int) -> str:
        return self.pattern.getSubstring(self.parts[index])

    def argument(self, start: int, kind: int) -> None:
        name = self.text(start + 1)
        if kind in (Kind.PLURAL, Kind.SELECTORDINAL, Kind.SELECT):
            selectors = self.selectors(start)
            self.branches += len(selectors)
            values = self.chosen.setdefault(name, [])
            ways = self.choices(selectors) if kind == Kind.SELECT else self.counts(name, selectors, kind)
            values += [value for value in ways if value not in values]
        elif kind == Kind.SIMPLE:
            type_name = self.text(start + 2)
            self.shown[name] = (
                [number(text) for text in NUMBERS]
                if type_name == "number"
                else [{"kind": "instant", "integer": instant} for instant in INSTANTS]
            )
        else:
            plain = words("Анна", "a {b} 'c' #", "") + [number(text) for text in NUMBERS]
            self.shown.setdefault(name, plain)

    def selectors(self, start: int) -> list[str]:
        """The selectors of an argument's own branches; what stands in a branch is passed over."""
        found = []
        index = start + 1
        limit = self.pattern.getLimitPartIndex(start)
        while index < limit:
            if self.parts[index].getType() == Part.ARG_SELECTOR:
                found.append(self.text(index))
            elif self.parts[index].getType() == Part.MSG_START:
                index = self.pattern.getLimitPartIndex(index)
            index += 1
        return found

    @staticmethod
    def choices(selectors: list[str]) -> list[dict]:
        return words(*(word for word in selectors if word != "other"), "other", "другое слово")

    def counts(self, name: str, selectors: list[str], kind: int) -> list[dict]:
        is_ordinal = kind == Kind.SELECTORDINAL
        samples = [sample for sample, _ in cldr.samples(self.language, is_ordinal)]
        exact = [selector[1:] for selector in selectors if selector.startswith("=")]
        # As a value, 1.0 is 1: the forms are those of the numbers without such zeros.
        forms = {cldr.category(self.language, repr(float(s)).removesuffix(".0"), is_ordinal) for s in samples}
        self.unreached += [
            f"{name}, {selector}" for selector in selectors if selector[0] != "=" and selector not in forms | {"other"}
        ]
        return [number(text) for text in dict.fromkeys(samples + exact + NUMBERS)]

    def sets(self) -> list[dict]:
        """Arguments for every combination of branches; what is only shown changes beside them."""
        chosen = list(itertools.product(*self.chosen.values()))
        least = max((len(values) for values in self.shown.values()), default=1)
        chosen *= -(-least // len(chosen))
        return [
            dict(zip(self.chosen, values))
            | {name: shown[turn % len(shown)] for name, shown in self.shown.items()}
            for turn, values in enumerate(chosen)
        ]


def formattable(value: dict) -> icu.Formattable:
    if value["kind"] == "instant":
        return icu.Formattable(value["integer"] / 1000, icu.Formattable.kIsDate)
    return icu.Formattable(value[value["kind"]])


def expected(pattern: str, language: str, zone: str, sets: list[dict]) -> list[str]:
    icu.TimeZone.setDefault(icu.TimeZone.createTimeZone(zone))
    message = icu.MessageFormat(pattern, icu.Locale(language))
    return [message.format(list(values), [formattable(value) for value in values.values()]) for values in sets]


def main() -> int:
    verdict = Verdict()
    files = {language: load(ROOT / "locales" / f"{language}.yaml") for language in LANGUAGES}
    starters = {language: load(ROOT / "Starter/locales" / f"{language}.yaml") for language in LANGUAGES}
    asked = []
    branches = 0
    for language, key, text in [*texts(files), *texts(starters)]:
        pattern = Pattern(text, language)
        branches += pattern.branches
        for unreached in pattern.unreached:
            verdict.fail(f"{language} {key}: no sample of CLDR leads to {unreached}")
        sets = pattern.sets()
        has_moments = any(value["kind"] == "instant" for value in sets[0].values())
        # What the product reads from its own files is asked by key.
        name = {"key": key} if files[language].get(key) is text else {"pattern": text}
        asked += [
            (key, text, {"language": language, **name, "zone": zone, "arguments": sets})
            for zone in (ZONES if has_moments else ZONES[:1])
        ]
    answers = ask(messages=[question for _, _, question in asked])
    for (key, text, question), answer in zip(asked, answers["messages"], strict=True):
        language, zone, sets = question["language"], question["zone"], question["arguments"]
        wanted = expected(text, language, zone, sets)
        for values, want, got in zip(sets, wanted, answer, strict=True):
            verdict.compare(f"{language} {key} {zone} {values}", want, got)
    for language, messages in files.items():
        verdict.compare(f"the keys of {language}", list(messages), answers["keys"][language])
    count = len([*texts(files), *texts(starters)])
    print(f"messages: {count} in {', '.join(LANGUAGES)}, with {branches} branches; ICU {icu.ICU_VERSION}")
    return verdict.end()


if __name__ == "__main__":
    sys.exit(main())
