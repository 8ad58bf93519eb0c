import CICUBridge

/// Measures text in terminal cells and fits it into them.
///
/// The unit is the grapheme cluster: as wide as its first scalar's East Asian Width, two where it is
/// shown as a picture, has a colour of skin or joins several. Ambiguous characters take one cell, or two where asked.
public enum DisplayWidth {
    /// How many cells a text takes on one line.
    ///
    /// O(length).
    public static func cells(_ text: String, isAmbiguousWide: Bool = false) -> Int {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
        return text.reduce(0) { $0 + cells(of: $1, isAmbiguousWide: isAmbiguousWide) }
    }

    /// How many cells a grapheme cluster takes: 0, 1 or 2.
    public static func cells(of character: Character, isAmbiguousWide: Bool = false) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if first.value < 0x7F, scalars.count == 1 { return first.value < 0x20 ? 0 : 1 }
        let own = scalarCells(first, isAmbiguousWide)
        guard scalars.count > 1 else { return own }
        let isPicture = scalars.dropFirst().contains { scalar in
            scalar == "\u{FE0F}" || scalar.properties.isEmojiModifier
                || scalar == "\u{200D}" && first.properties.isEmoji
        }
        let isFlag = (0x1F1E6...0x1F1FF).contains(first.value)
        if isPicture || isFlag { return 2 }
        // A leading mark or control takes nothing; what is spacing behind it counts.
        return own > 0 ? own : scalars.map { scalarCells($0, isAmbiguousWide) }.max() ?? 0
    }

    private static func scalarCells(_ scalar: Unicode.Scalar, _ isAmbiguousWide: Bool) -> Int {
        let cells = Int(pf_scalar_cells(scalar.value))
        return cells == 3 ? (isAmbiguousWide ? 2 : 1) : cells
    }

    /// The longest beginning of a text that fits, with `…` at its end where something was cut off.
    public static func truncate(_ text: String, to width: Int) -> String {
        guard cells(text) > width else { return text }
        guard width > 0 else { return "" }
        return prefix(text, fitting: width - 1) + "…"
    }

    /// The text with spaces behind it, or cut off, so that it takes exactly so many cells.
    public static func fit(_ text: String, to width: Int) -> String {
        let cut = truncate(text, to: width)
        return cut + String(repeating: " ", count: max(0, width - cells(cut)))
    }

    private static func prefix(_ text: String, fitting width: Int) -> Substring {
        var left = width
        var end = text.startIndex
        while end < text.endIndex {
            left -= cells(of: text[end])
            if left < 0 { break }
            end = text.index(after: end)
        }
        return text[..<end]
    }

    /// The lines of a text of at most so many cells, broken where the text's script allows it (UAX 14).
    ///
    /// Line ends in the text are kept; blanks at a break are dropped; a word that is too long is
    /// broken between grapheme clusters. There is at least one line. O(length).
    public static func wrap(_ text: String, width: Int) -> [String] {
        let width = max(2, width)
        var lines: [String] = []
        let paragraphs = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for paragraph in paragraphs {
            lines.append(contentsOf: LineFilling.lines(of: String(paragraph), width))
        }
        return lines
    }

    /// How many cells the widest part of a text takes that can't be broken (UAX 14).
    ///
    /// O(length).
    public static func widestStretch(of text: String) -> Int {
        var widest = 0
        // No cell takes less than a byte, so most stretches need not be measured.
        for stretch in LineFilling.stretches(of: text) where stretch.utf8.count > widest {
            let end = stretch.lastIndex { !$0.isWhitespace }
            widest = max(widest, end.map { cells(String(stretch[...$0])) } ?? 0)
        }
        return widest
    }
}
