/// Compares the punctuation at the end of a message with that of the English one.
enum EndRule {
    /// How a message ends.
    enum End: UInt8 {
        case open, stop, question, colon, comma, semicolon, omission

        var name: String {
            switch self {
            case .open: "without punctuation"
            case .stop: "with a full stop"
            case .question: "with a question mark"
            case .colon: "with a colon"
            case .comma: "with a comma"
            case .semicolon: "with a semicolon"
            case .omission: "with an omission"
            }
        }
    }

    static func check(_ reading: inout TextReading) {
        guard let typography = reading.typography, let original = reading.original,
            let wanted = reading.traits?.ends, !wanted.isEmpty
        else { return }
        for passage in reading.text.passages {
            guard let (own, index) = end(of: passage), !wanted.contains(own) else { continue }
            // A greeting ends with a comma in one language, and with an exclamation mark in another.
            if wanted.only == .comma, own == .stop { continue }
            if wanted.only == .open || own == .open,
                isAbbreviation(own == .open ? original : reading.text)
            {
                continue
            }
            let expected = wanted.only
            let mark = expected.flatMap { self.mark($0, typography) }
            let letter = passage.glyphs[index]
            reading.report(
                "L124",
                at: letter.place,
                "the message ends \(own.name), and the English one \(expected?.name ?? "otherwise")",
                help: expected == .open ? "remove the mark" : mark.map { "write \($0) at the end" },
                replacement: replacement(
                    own,
                    mark,
                    letter,
                    isLast: index == passage.glyphs.count - 1,
                    reading
                )
            )
        }
    }

    /// The ways in which a message ends, each once.
    static func ends(of text: MessageText) -> Ends {
        var ends = Ends()
        for passage in text.passages {
            if let (end, _) = end(of: passage) { ends.insert(end) }
        }
        return ends
    }

    /// Several ways to end, each once.
    struct Ends: Sendable {
        private var bits: UInt8 = 0

        var isEmpty: Bool { bits == 0 }
        /// The way, where there is one only.
        var only: End? {
            bits.nonzeroBitCount == 1 ? End(rawValue: UInt8(bits.trailingZeroBitCount)) : nil
        }

        func contains(_ end: End) -> Bool { bits & 1 << end.rawValue != 0 }

        mutating func insert(_ end: End) { bits |= 1 << end.rawValue }
    }

    /// Whether a text is one short word with a full stop, or two: `Oct.`, `5 a.m.`, `мин.`.
    private static func isAbbreviation(_ text: MessageText) -> Bool {
        guard text.passages.count == 1, let passage = text.passages.first,
            !passage.kinds.contains(.init(.han)), let last = passage.words.last
        else { return false }
        let words = passage.words
        return words.count < 3 && last.range.count < 4 || words.count == 1 && months.contains(last)
    }

    private static let months = WordSet("sept")

    private static func replacement(
        _ own: End,
        _ mark: String?,
        _ glyph: Glyph,
        isLast: Bool,
        _ reading: TextReading
    ) -> String? {
        guard isLast, let mark else { return nil }
        return own == .open ? reading.pattern(glyph.place) + mark : mark
    }

    private static func mark(_ end: End, _ typography: LanguageTypography) -> String? {
        switch end {
        case .open: nil
        case .stop: typography.isWide ? "。" : "."
        case .question: typography.isWide ? "？" : "?"
        case .colon: typography.isWide ? "：" : ":"
        case .comma: typography.isWide ? "，" : ","
        case .semicolon: typography.isWide ? "；" : ";"
        case .omission: typography.ellipsis
        }
    }

    /// How a passage ends that is at the end of the message, and the glyph by which it is known.
    private static func end(of passage: Passage) -> (End, Int)? {
        guard passage.isAtEnd else { return nil }
        var index = passage.glyphs.count - 1
        var closers = 0
        while index >= 0 {
            let glyph = passage.glyphs[index]
            if glyph.kind == .branches { return nil }
            if glyph.isSpace || glyph.kind == .invisible || (glyph.kind == .mark && index > 0) {
                index -= 1
                continue
            }
            if let end = end(glyph) {
                let isOmission =
                    glyph.is(".") && passage.glyphs[...index].suffix(3).count { $0.is(".") } == 3
                return (isOmission ? .omission : end, index)
            }
            // Marks may stand inside of quotation marks and brackets, or behind them.
            guard
                glyph.kind == .close || glyph.kind == .quote || glyph.is("’")
                    || glyph.isLiteral && glyph.is(">"),
                closers < 3
            else { break }
            closers += 1
            index -= 1
        }
        guard let last = passage.glyphs.indices.last(where: { !passage.glyphs[$0].isSpace }) else {
            return nil
        }
        return (.open, last)
    }

    private static func end(_ glyph: Glyph) -> End? {
        guard !glyph.isLiteral, !glyph.isPlaceholder else { return nil }
        switch glyph.value {
        // Languages differ in how readily they exclaim.
        case 0x2E, 0x3002, 0x21, 0xFF01: return .stop
        case 0x3F, 0xFF1F: return .question
        case 0x3A, 0xFF1A: return .colon
        case 0x2C, 0xFF0C, 0x3001: return .comma
        case 0x3B, 0xFF1B: return .semicolon
        case 0x2026: return .omission
        default: return nil
        }
    }
}

/// Compares the first letter of a message with that of the English one.
enum BeginningRule {
    static func check(_ reading: inout TextReading) {
        guard let typography = reading.typography, typography.letters != .han,
            let isUpper = reading.traits?.beginsUpper
        else { return }
        for passage in reading.text.passages {
            guard let (index, own) = start(of: passage), own != isUpper,
                let word = passage.words.first(where: { $0.range.contains(index) }),
                !reading.isName(word, in: passage)
                    || (isUpper
                        && (word.range.count == 1 || reading.words?.borrowed.contains(word) == true))
            else { continue }
            let glyph = passage.glyphs[index]
            if !isUpper {
                // Polite forms and names have capitals wherever they stand.
                if word.marks.contains(.polite) { continue }
                let isAlike = reading.source?.beginning?.words.contains {
                    $0.range.count == 1 || $0.hash == word.hash
                }
                if isAlike == true { continue }
            }
            let letter = passage.text(index..<(index + 1))
            let mend = isUpper ? letter.uppercased() : letter.lowercased()
            reading.report(
                "L131",
                at: glyph.place,
                isUpper
                    ? "the message begins with a small letter, and the English one with a capital"
                    : "the message begins with a capital, and the English one with a small letter",
                help: "write \(mend)",
                replacement: mend
            )
        }
    }

    /// How a message begins whose translations begin likewise.
    struct Beginning: Sendable {
        let isUpper: Bool
        /// The first words of its branches, or of itself.
        let words: [Passage.Word]
    }

    /// How a message begins; `nil` where translations may well begin otherwise.
    static func beginning(of text: MessageText) -> Beginning? {
        var isUpper: Bool?
        var words: [Passage.Word] = []
        for passage in text.passages {
            guard let (index, own) = start(of: passage) else { continue }
            guard isUpper == nil || isUpper == own,
                let word = passage.words.first(where: { $0.range.contains(index) }),
                !LanguageWords.names.contains(word), !word.isMixedCase
            else { return nil }
            isUpper = own
            words.append(word)
        }
        return isUpper.map { Beginning(isUpper: $0, words: words) }
    }

    /// The first letter of a passage at the beginning of the message, where it begins with one.
    private static func start(of passage: Passage) -> (index: Int, isUpper: Bool)? {
        guard passage.isAtStart else { return nil }
        for (index, glyph) in passage.glyphs.enumerated() {
            if glyph.isSpace || glyph.kind == .quote || glyph.kind == .open { continue }
            guard glyph.kind == .latin || glyph.kind == .cyrillic, !glyph.isLiteral else {
                return nil
            }
            return (index, glyph.isUppercase)
        }
        return nil
    }
}
