#!/usr/bin/env python3
"""Compares the plural forms that messages choose with CLDR's own rules and samples.

Every sample of plurals.xml and ordinals.xml, in the five languages and in all others, many more
numbers by the rules, and which forms a language has. The files are Debian's and may be of another CLDR than the machine's ICU.
"""

import sys
from decimal import Decimal

import icu
from asking import LANGUAGES, Verdict, ask, cldr


# Outside of our five languages, ICU 72 (CLDR 42) has other rules than the files of Debian 12 (CLDR 41).
LATER_RULES = {
    "ca": ("Catalan has `many` for millions", ["1000000", "forms"]),
    "he": (
        "Hebrew has no `many`, and `one` for less than 1",
        [str(ten) for ten in (*range(20, 201, 10), 1000, 10_000, 100_000, 1_000_000)]
        + [f"0.{part}" for part in range(1, 10)]
        + ["forms"],
    ),
    "is": (
        "Icelandic looks at the last digit of a fraction",
        [f"0.{part}" for part in range(2, 10)] + [f"1.{part}" for part in range(2, 7)],
    ),
    "mt": ("Maltese has `two`", ["2", "102", "1002", "forms"]),
    "ro": ("Romanian counts 101 as 2", ["101"]),
}
# Their older names.
LATER_RULES |= {"iw": LATER_RULES["he"], "mo": LATER_RULES["ro"]}


def known() -> dict[str, str]:
    if (cldr.version(), icu.ICU_VERSION.partition(".")[0]) != ("41", "72"):
        return {}
    return {
        f"{language} plural {place}": f"in CLDR 42, which is ICU's, {reason}; the files are of CLDR 41"
        for language, (reason, places) in LATER_RULES.items()
        for place in places
    }


def shown(number: str) -> str:
    """A number as a message shows it: not compact, and without the zeros that end a fraction."""
    mantissa, _, exponent = number.replace("e", "c").partition("c")
    text = f"{Decimal(mantissa).scaleb(int(exponent or 0)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value(number: str) -> dict:
    if "." in number:
        return {"kind": "number", "number": float(number)}
    return {"kind": "integer", "integer": int(number)}


def more_numbers(language: str, is_ordinal: bool) -> list[str]:
    """Numbers at which tables end, sizes change and rules turn."""
    if language not in LANGUAGES:
        return [str(number) for number in range(201)]
    numbers = set(range(2_500)) | set(range(2_501, 2_000_000, 997))
    for power in range(3, 16):
        numbers |= set(range(10**power - 25, 10**power + 26))
    more = [str(number) for number in sorted(numbers)]
    more += [f"-{number}" for number in range(1, 130)]
    if not is_ordinal:
        more += [f"{whole}.{part}" for whole in range(25) for part in ("1", "5", "25", "125", "9")]
    return more


def main() -> int:
    verdict = Verdict(known())
    branches = " ".join(f"{name} {{{name}}}" for name in cldr.CATEGORIES)
    asked = []
    samples = {True: 0, False: 0}
    otherwise = 0
    for is_ordinal in (False, True):
        kind = "selectordinal" if is_ordinal else "plural"
        for language in cldr.languages(is_ordinal):
            written = cldr.samples(language, is_ordinal)
            for number, category in written:
                # The rule, as it is followed here, must give what CLDR says of its own sample.
                own = cldr.category(language, number, is_ordinal)
                verdict.compare(f"CLDR's rule: {language} {kind} {number}", category, own)
                otherwise += shown(number) != number
            samples[language in LANGUAGES] += len(written)
            numbers = [shown(number) for number, _ in written] + more_numbers(language, is_ordinal)
            asked.append((language, kind, is_ordinal, list(dict.fromkeys(numbers))))
    missing = set(LANGUAGES) - {language for language, *_ in asked}
    verdict.compare("languages without rules", set(), missing)
    languages = list(dict.fromkeys(language for language, *_ in asked))
    answers = ask(
        languages=[language.replace("_", "-") for language in languages],
        messages=[
            {
                "language": language.replace("_", "-"),
                "pattern": f"{{n, {kind}, {branches}}}",
                "zone": "UTC",
                "arguments": [{"n": value(number)} for number in numbers],
            }
            for language, kind, _, numbers in asked
        ]
    )
    forms = dict(zip(languages, answers["forms"], strict=True))
    for (language, kind, is_ordinal, numbers), texts in zip(asked, answers["messages"], strict=True):
        wanted = cldr.categories(language, is_ordinal)
        verdict.compare(f"{language} {kind} forms", wanted, forms[language][kind])
        for number, got in zip(numbers, texts, strict=True):
            wanted = cldr.category(language, number, is_ordinal)
            verdict.compare(f"{language} {kind} {number}", wanted, got)
    print(f"samples: {samples[True]} in {', '.join(LANGUAGES)}, {samples[False]} in CLDR's other languages;")
    print(f"{otherwise} are asked as messages show them: 1.0 as 1, 1c6 as 1000000")
    print(f"CLDR {cldr.version()}, ICU {icu.ICU_VERSION}")
    return verdict.end()


if __name__ == "__main__":
    sys.exit(main())
