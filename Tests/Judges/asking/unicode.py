"""The Unicode Character Database, from the files of the Debian package unicode-data."""

import re
from collections.abc import Iterator

from . import folder_of

FOLDER = folder_of("unicode-data", "PAIFANG_UCD", "/usr/share/unicode")
LAST = 0x10FFFF


def version() -> str:
    first = (FOLDER / "EastAsianWidth.txt").read_text("utf-8").splitlines()[0]
    return re.search(r"\d+\.\d+\.\d+", first).group()


def rows(name: str) -> Iterator[tuple[list[str], str]]:
    """The lines of a file: its fields, and the comment behind them."""
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        data, _, comment = line.partition("#")
        if data.strip():
            yield [field.strip() for field in data.split(";")], comment.strip()


def span(field: str) -> range:
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def text(field: str) -> str:
    return "".join(chr(int(point, 16)) for point in field.split())


def property_of_all(name: str, missing: str) -> list[str]:
    """The value that a file gives each code point."""
    values = [missing] * (LAST + 1)
    for fields, _ in rows(name):
        for point in span(fields[0]):
            values[point] = fields[1]
    return values


def east_asian_width() -> list[str]:
    """Of each code point; the blocks that the file's head says are wide where nothing is assigned, too."""
    values = ["N"] * (LAST + 1)
    for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)):
        values[first : last + 1] = ["W"] * (last + 1 - first)
    for fields, _ in rows("EastAsianWidth.txt"):
        for point in span(fields[0]):
            values[point] = fields[1]
    return values
