#!/usr/bin/env python3
"""Compares the terminal cells of texts with Unicode's own data files.

Every code point beside EastAsianWidth.txt, the clusters of GraphemeBreakTest.txt with every way to
cut them, and every emoji of emoji-test.txt. Each line of a file is one comparison.
"""

import sys

from asking import Verdict, ask, unicode

# Why the answer may differ from the file's, by what is compared.
KNOWN: dict[str, str] = {}

# What takes no room: marks, controls, ends of lines, formats. Terminals show the soft hyphen.
NOTHING = {"Mn", "Me", "Cc", "Zl", "Zp", "Cf"}
SOFT_HYPHEN = 0xAD

PICTURE, JOINER = "\ufe0f", "\u200d"
SKINS = {chr(point) for point in range(0x1F3FB, 0x1F400)}
FLAGS = {chr(point) for point in range(0x1F1E6, 0x1F200)}


class Widths:
    """How wide code points and clusters should be, by the files."""

    def __init__(self):
        categories = unicode.property_of_all("extracted/DerivedGeneralCategory.txt", "Cn")
        self.east_asian = unicode.east_asian_width()
        self.is_nothing = [
            category in NOTHING and point != SOFT_HYPHEN for point, category in enumerate(categories)
        ]
        self.pictures = {
            point
            for fields, _ in unicode.rows("emoji/emoji-data.txt")
            if fields[1] == "Extended_Pictographic"
            for point in unicode.span(fields[0])
        }

    def of_point(self, point: int) -> tuple[int, int]:
        """Its cells, and those where ambiguous characters are wide."""
        if self.is_nothing[point]:
            return 0, 0
        width = self.east_asian[point]
        return (2, 2) if width in ("W", "F") else (1, 2 if width == "A" else 1)

    def of_cluster(self, text: str) -> int:
        points = [self.of_point(ord(character))[0] for character in text]
        if len(text) == 1:
            return points[0]
        if text[0] in FLAGS or PICTURE in text[1:] or SKINS & set(text[1:]):
            return 2
        if JOINER in text[1:] and ord(text[0]) in self.pictures:
            return 2
        return points[0] or max(points)


def cut(clusters: list[tuple[str, int]], width: int) -> str:
    """What should be left of a text in so many cells."""
    if sum(cells for _, cells in clusters) <= width:
        return "".join(text for text, _ in clusters)
    if width == 0:
        return ""
    kept, left = "", width - 1
    for text, cells in clusters:
        left -= cells
        if left < 0:
            break
        kept += text
    return kept + "…"


def spans() -> list[tuple[str, range]]:
    """The lines of EastAsianWidth.txt, and the stretches that it does not name."""
    named = [(f"EastAsianWidth.txt {fields[0]};{fields[1]}", unicode.span(fields[0]))
             for fields, _ in unicode.rows("EastAsianWidth.txt")]
    named.sort(key=lambda line: line[1].start)
    ends = [-1] + [line[1].stop - 1 for line in named]
    starts = [line[1].start for line in named] + [unicode.LAST + 1]
    gaps = [range(end + 1, start) for end, start in zip(ends, starts, strict=True) if end + 1 < start]
    return named + [(f"not in EastAsianWidth.txt: {gap.start:04X}..{gap.stop - 1:04X}", gap) for gap in gaps]


def main() -> int:
    verdict = Verdict(KNOWN)
    widths = Widths()
    lines = [fields[0] for fields, _ in unicode.rows("auxiliary/GraphemeBreakTest.txt")]
    broken = [
        [unicode.text(part.replace("×", " ")) for part in line.strip("÷ \t").split("÷")] for line in lines
    ]
    emoji = [
        (unicode.text(fields[0]), fields[1], comment)
        for fields, comment in unicode.rows("emoji/emoji-test.txt")
        if fields[1] != "unqualified"
    ]
    texts = ["".join(clusters) for clusters in broken]
    answers = ask(texts=texts + [text for text, _, _ in emoji], isEveryScalarAsked=True)

    got = [None] * (unicode.LAST + 1)
    for piece in answers["scalars"]:
        for point in range(piece["first"], piece["last"] + 1):
            got[point] = (piece["cells"], piece["wideCells"])
    points = 0
    for what, span in spans():
        # Surrogates are no characters: no text has them.
        span = [point for point in span if not 0xD800 <= point <= 0xDFFF]
        if not span:
            continue
        points += len(span)
        wrong = [point for point in span if got[point] != widths.of_point(point)]
        first = wrong[0] if wrong else 0
        detail = f" (U+{first:04X} and {len(wrong) - 1} more)" if wrong else ""
        verdict.compare(
            what + detail, widths.of_point(first) if wrong else None, got[first] if wrong else None
        )

    cuts = 0
    for line, clusters, answer in zip(lines, broken, answers["texts"]):
        measured = [(text, widths.of_cluster(text)) for text in clusters]
        cells = sum(width for _, width in measured)
        wanted = [cut(measured, width) for width in range(cells + 1)]
        cuts += len(wanted)
        verdict.compare(f"GraphemeBreakTest.txt {line}", (cells, wanted), (answer["cells"], answer["cuts"]))

    for (text, status, comment), answer in zip(emoji, answers["texts"][len(texts):], strict=True):
        verdict.compare(f"emoji-test.txt {status} {comment}", (2, ["", "…", text]), (answer["cells"], answer["cuts"]))

    print(f"{points} code points, {len(lines)} texts cut in {cuts} ways, {len(emoji)} emoji; Unicode {unicode.version()}")
    return verdict.end()


if __name__ == "__main__":
    sys.exit(main())
