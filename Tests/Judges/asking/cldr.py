"""CLDR's plural rules and their samples, from the XML files of the Debian package unicode-cldr-core.

The rules are read and followed here, by a reading of UTS 35 that shares nothing with ICU.
"""

import functools
import re
import xml.etree.ElementTree
from decimal import Decimal

from . import folder_of

FOLDER = folder_of("unicode-cldr-core", "PAIFANG_CLDR", "/usr/share/unicode/cldr")
CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def version() -> str:
    text = (FOLDER / "common/dtd/ldmlSupplemental.dtd").read_text("utf-8")
    return re.search(r'cldrVersion CDATA #FIXED "([^"]+)"', text).group(1)


@functools.cache
def _file(is_ordinal: bool) -> dict:
    """The rules of each language: category, condition, samples."""
    name = "ordinals" if is_ordinal else "plurals"
    tree = xml.etree.ElementTree.parse(FOLDER / f"common/supplemental/{name}.xml")
    languages = {}
    for group in tree.iter("pluralRules"):
        rules = {}
        for rule in group.iter("pluralRule"):
            condition, *samples = rule.text.split("@")
            rules[rule.get("count")] = (condition.strip(), [s for text in samples for s in _samples(text)])
        for language in group.get("locales").split():
            languages[language] = rules
    return languages


def _samples(text: str) -> list[str]:
    """The numbers of `integer 0, 2~16, 1c6, …`, as they are written."""
    samples = []
    for piece in text.split(maxsplit=1)[1].split(","):
        piece = piece.strip()
        if piece in ("…", "..."):
            continue
        first, tilde, last = piece.partition("~")
        samples.append(first)
        if tilde:
            # The step is one of the last digit that is written.
            step = Decimal(1).scaleb(Decimal(first).as_tuple().exponent)
            number = Decimal(first) + step
            while number <= Decimal(last):
                samples.append(str(number))
                number += step
    return samples


def languages(is_ordinal: bool = False) -> list[str]:
    return sorted(_file(is_ordinal))


def categories(language: str, is_ordinal: bool = False) -> list[str]:
    """The categories that a language has, in CLDR's order."""
    return [name for name in CATEGORIES if name in _file(is_ordinal)[language]]


def samples(language: str, is_ordinal: bool = False) -> list[tuple[str, str]]:
    """Each sample of a language with its category."""
    rules = _file(is_ordinal)[language]
    return [(sample, category) for category, rule in rules.items() for sample in rule[1]]


def category(language: str, number: str, is_ordinal: bool = False) -> str:
    """The category of a number as it is written, such as `1`, `1.50` or `1c6`, by CLDR's rule."""
    operands = _operands(number)
    for name, (condition, _) in _file(is_ordinal)[language].items():
        if name != "other" and _holds(condition, operands):
            return name
    return "other"


def _operands(number: str) -> dict[str, Decimal]:
    """UTS 35, Plural Operand Meanings."""
    mantissa, _, exponent = number.lstrip("-").replace("e", "c").partition("c")
    power = int(exponent or 0)
    # 1.05c3 is shown as 1050 would be: the exponent moves the point, and takes fraction digits with it.
    places = max(0, -Decimal(mantissa).as_tuple().exponent - power)
    value = Decimal(mantissa).scaleb(power)
    fraction = f"{value:.{places}f}".partition(".")[2] if places else ""
    bare = fraction.rstrip("0")
    return {
        "n": value,
        "i": Decimal(int(value)),
        "v": Decimal(len(fraction)),
        "w": Decimal(len(bare)),
        "f": Decimal(fraction or 0),
        "t": Decimal(bare or 0),
        "c": Decimal(power),
        "e": Decimal(power),
    }


RELATION = re.compile(r"([nivwftce])(?:\s*%\s*(\d+))?\s*(!?=)\s*([\d.,\s]+)")


def _holds(condition: str, operands: dict[str, Decimal]) -> bool:
    return any(
        all(_relation(part, operands) for part in way.split(" and ")) for way in condition.split(" or ")
    )


def _relation(text: str, operands: dict[str, Decimal]) -> bool:
    operand, modulus, sign, ranges = RELATION.fullmatch(text.strip()).groups()
    value = operands[operand]
    if modulus:
        value %= int(modulus)
    is_within = False
    for piece in ranges.split(","):
        first, _, last = piece.strip().partition("..")
        # A range has whole numbers only.
        is_within |= int(first) <= value <= int(last or first) and value == int(value)
    return is_within == (sign == "=")
