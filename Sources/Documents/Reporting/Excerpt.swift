/// One line of a file as a report shows it: harmless, cut to a width, with the place to underline.
package struct Excerpt {
    /// A character of the line, as it is shown.
    private struct Piece {
        let text: String
        let cells: Int
        /// Whether it belongs to the place.
        let isMarked: Bool
    }

    /// The line, or the part of it around the place.
    package let text: String
    /// The cells before the place.
    package let indentation: Int
    /// The cells of the place; at least 1.
    package let width: Int

    private static let ellipsis = "…"

    /// Cuts a line around a place.
    ///
    /// - Parameters:
    ///   - line: The line without its end.
    ///   - columns: The place, in Unicode scalars from 0; what lies behind the line is left out.
    ///   - limit: The cells that may be used.
    ///   - cells: The width of a text in terminal cells.
    package init(line: String, columns: Range<Int>, limit: Int, cells: (String) -> Int) {
        let scalars = Array(line.unicodeScalars)
        let start = min(max(0, columns.lowerBound), scalars.count)
        let end = min(max(start, columns.upperBound), scalars.count)
        // A line may be as long as a file: what can't be shown is not looked at.
        let limit = max(limit, 8)
        let first = max(0, start - limit)
        let last = min(scalars.count, start + limit)
        let pieces = Self.pieces(scalars[first..<last], marked: start..<end, cells)
        let place = pieces.firstIndex(where: \.isMarked)
        let caret = place ?? Self.pieces(scalars[first..<start], marked: 0..<0, cells).count

        var shown = 0..<pieces.count
        let isWhole = first == 0 && last == scalars.count
        if !isWhole || Self.cells(pieces[...]) > limit {
            shown = Self.window(pieces, around: min(caret, pieces.count), limit: limit)
        }
        let isCutBefore = first > 0 || shown.lowerBound > 0
        let isCutBehind = last < scalars.count || shown.upperBound < pieces.count
        text =
            (isCutBefore ? Self.ellipsis : "") + pieces[shown].map(\.text).joined()
            + (isCutBehind ? Self.ellipsis : "")
        let before = pieces[shown].prefix(max(0, caret - shown.lowerBound))
        indentation = Self.cells(before) + (isCutBefore ? 1 : 0)
        width = max(1, Self.cells(pieces[shown].filter(\.isMarked)[...]))
    }

    /// The characters of a part of a line; a tab is shown as four blanks.
    private static func pieces(
        _ scalars: ArraySlice<Unicode.Scalar>,
        marked: Range<Int>,
        _ cells: (String) -> Int
    ) -> [Piece] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        var offset = scalars.startIndex
        return String(text).map { character in
            let count = character.unicodeScalars.count
            let range = offset..<(offset + count)
            offset += count
            let shown = character == "\t" ? "    " : VisibleText.escaping(String(character))
            return Piece(text: shown, cells: cells(shown), isMarked: range.overlaps(marked))
        }
    }

    /// The pieces that fit: two fifths of the room before the place, the rest behind it.
    private static func window(_ pieces: [Piece], around caret: Int, limit: Int) -> Range<Int> {
        // One cell for the mark of a cut at each end.
        let room = limit - 2
        var lower = caret
        var used = 0
        while lower > 0, used + pieces[lower - 1].cells <= room * 2 / 5 {
            lower -= 1
            used += pieces[lower].cells
        }
        var upper = caret
        while upper < pieces.count, used + pieces[upper].cells <= room {
            used += pieces[upper].cells
            upper += 1
        }
        while lower > 0, used + pieces[lower - 1].cells <= room {
            lower -= 1
            used += pieces[lower].cells
        }
        return lower..<upper
    }

    private static func cells(_ pieces: ArraySlice<Piece>) -> Int {
        pieces.reduce(0) { $0 + $1.cells }
    }
}
