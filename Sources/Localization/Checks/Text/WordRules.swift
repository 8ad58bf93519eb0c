/// Finds words that are not translated, of another language, or written twice.
enum WordRules {
    static func check(_ reading: inout TextReading) {
        for passage in reading.text.passages {
            let words = passage.words
            doubled(words, passage, &reading)
            foreign(words, passage, &reading)
            if reading.typography?.letters == .cyrillic || reading.typography?.letters == .han {
                leftOver(words, passage, &reading)
            }
            if reading.typography?.isWide == true { doubledHan(passage, &reading) }
        }
        plain(&reading)
    }

    // MARK: - Twice

    private static func doubled(
        _ words: Row<Passage.Word>,
        _ passage: Passage,
        _ reading: inout TextReading
    ) {
        for (first, second) in zip(words, words.dropFirst()) where first.hash == second.hash {
            let between = passage.glyphs[first.range.upperBound..<second.range.lowerBound]
            guard between.count == 1,
                between.allSatisfy({ $0.kind == .space || $0.kind == .blank }),
                first.isAllCapitals == second.isAllCapitals,
                !isQuoted(first.range.lowerBound..<second.range.upperBound, passage),
                reading.words?.doubles.contains(first) != true,
                !passage.glyphs[first.range.lowerBound].isLiteral,
                first.range.lowerBound == 0
                    || passage.glyphs[first.range.lowerBound - 1].kind != .hyphen
            else { continue }
            let word = passage.text(first.range)
            reading.report(
                "L116",
                at: passage.place(first.range.lowerBound..<second.range.upperBound),
                "`\(word)` stands twice",
                help: "remove one",
                replacement: word
            )
        }
    }

    /// Whether quotation marks stand around words, which are then spoken of.
    private static func isQuoted(_ range: Range<Int>, _ passage: Passage) -> Bool {
        passage.glyph(range.lowerBound - 1)?.kind == .quote
            && passage.glyph(range.upperBound)?.kind == .quote
    }

    private static let repeatable = Set("一逐每各".unicodeScalars.map(\.value))
    private static let singles = Set("您你我他它请和与或在把被将及的是".unicodeScalars.map(\.value))

    /// Two characters written twice: `邮件邮件`, or a small word: `您您`.
    private static func doubledHan(_ passage: Passage, _ reading: inout TextReading) {
        let glyphs = passage.glyphs
        var index = 0
        while index + 1 < glyphs.count {
            defer { index += 1 }
            guard glyphs[index].kind == .han, glyphs[index + 1].kind == .han else { continue }
            let value = glyphs[index].value
            if value == glyphs[index + 1].value {
                guard singles.contains(value), !isSmallWordInWords(glyphs, index) else { continue }
                report(passage, index, 1, &reading)
            } else if index + 3 < glyphs.count, glyphs[index + 2].value == value,
                glyphs[index + 3].value == glyphs[index + 1].value, !repeatable.contains(value)
            {
                report(passage, index, 2, &reading)
                index += 2
            }
        }
    }

    /// `目的的`, `的的确确`, `存在在`, `还是是`, `自我我`.
    private static func isSmallWordInWords(_ glyphs: Row<Glyph>, _ index: Int) -> Bool {
        let previous = index > 0 ? glyphs[index - 1].value : 0
        let next = index + 2 < glyphs.count ? glyphs[index + 2].value : 0
        let endings = "目标现存实自其总或参还就不".unicodeScalars.map(\.value)
        let beginnings = "确于非否".unicodeScalars.map(\.value)
        return endings.contains(previous) || beginnings.contains(next)
    }

    private static func report(
        _ passage: Passage,
        _ index: Int,
        _ count: Int,
        _ reading: inout TextReading
    ) {
        let word = passage.text(index..<(index + count))
        reading.report(
            "L116",
            at: passage.place(index..<(index + 2 * count)),
            "`\(word)` stands twice",
            help: "remove one",
            replacement: word
        )
    }

    // MARK: - Of another language

    /// Words that only another language has.
    private static func foreign(
        _ words: Row<Passage.Word>,
        _ passage: Passage,
        _ reading: inout TextReading
    ) {
        guard let known = reading.words, !passage.marks.isDisjoint(with: .foreign),
            !reading.problems.contains(where: { $0.code == "L105" })
        else { return }
        for (index, word) in words.enumerated()
        where word.isLowercase || (!word.isMixedCase && isAtStart(word.range.lowerBound, passage)) {
            guard let language = word.marks.foreignLanguage.map({ known.foreignLanguages[$0] }),
                !passage.glyphs[word.range.lowerBound].isLiteral, word.range.count > 1,
                !reading.isKept(word, in: passage), !isInName(index, words),
                !passage.isTorn(word),
                !isQuoted(word.range, passage),
                passage.glyph(word.range.lowerBound - 1)?.kind != .hyphen,
                passage.glyph(word.range.upperBound)?.kind != .hyphen
            else { continue }
            reading.report(
                "L102",
                at: passage.place(word.range),
                "`\(passage.text(word.range))` is \(language), and not \(reading.languageName)",
                help: "write it in \(reading.languageName)"
            )
            return
        }
    }

    /// Whether a sentence begins at an index.
    private static func isAtStart(_ index: Int, _ passage: Passage) -> Bool {
        guard let previous = passage.glyph(index - 1) else { return true }
        if previous.kind == .lineEnd { return true }
        guard previous.kind == .space, let mark = passage.glyph(index - 2) else { return false }
        return mark.is(".") || mark.is("!") || mark.is("?")
    }

    /// Whether the words around have capitals, as in the title `Terms of Service`.
    private static func isInName(
        _ index: Int,
        _ words: Row<Passage.Word>
    ) -> Bool {
        guard index > 0, index + 1 < words.count else { return false }
        // The reader is no part of a name: «Jika Anda …».
        return words[index - 1].startsUppercase && words[index + 1].startsUppercase
            && !words[index + 1].marks.contains(.polite)
            && words[index - 1].kinds == words[index].kinds
    }

    /// English words that stand in a text of other letters, and in the English message too.
    private static func leftOver(
        _ words: Row<Passage.Word>,
        _ passage: Passage,
        _ reading: inout TextReading
    ) {
        guard let original = reading.original, passage.kinds.contains(.init(.latin)) else { return }
        for word in words where word.kinds == .init(.latin) && word.range.count > 2 {
            guard !reading.isKept(word, in: passage), original.hasLowercase(word.hash),
                !reading.problems.contains(where: { $0.code == "L102" })
            else { continue }
            reading.report(
                "L102",
                at: passage.place(word.range),
                "`\(passage.text(word.range))` is left in English",
                help: "translate it; what stays as it is belongs into `keep` of the glossary"
            )
        }
    }

    /// Czech that was typed without its marks.
    private static func plain(_ reading: inout TextReading) {
        guard reading.facts.base == "cs" else { return }
        var letters = 0
        for passage in reading.text.passages where passage.kinds.contains(.init(.latin)) {
            for glyph in passage.glyphs where glyph.kind == .latin && !glyph.isLiteral {
                if glyph.value > 0x7F { return }
                letters += 1
            }
        }
        guard letters > 60, !reading.problems.contains(where: { $0.code == "L102" }) else { return }
        reading.report(
            "L102",
            at: 0..<reading.inspection.tree.length,
            "\(letters) letters, and none has a mark: this is not written as Czech is",
            help: "write it with háčky and čárky"
        )
    }
}

/// Finds messages, and branches of them, that are still English.
enum UntranslatedRule {
    /// How far a message is translated.
    enum State {
        case translated
        /// It is the English one.
        case english
        /// Nothing is written in the language's letters, so that its words are those of another one.
        case otherScript
    }

    static func state(_ reading: inout TextReading) -> State {
        guard let original = reading.original else { return .translated }
        var same: [Passage] = []
        var hasOther = false
        for passage in reading.text.passages where hasWords(passage, reading) {
            if original.passages.contains(where: { isSame($0, passage) }) {
                same.append(passage)
            } else {
                hasOther = true
            }
        }
        if !same.isEmpty, !hasOther {
            reading.report(
                "L101",
                at: 0..<reading.inspection.tree.length,
                "the message is the English one",
                help: "translate it; a name that stays as it is belongs into `keep` of the glossary"
            )
            return .english
        }
        for passage in same where passage.glyphs.count > 2 {
            reading.report(
                "L101",
                at: passage.place(0..<passage.glyphs.count),
                "this part is the same as in the English message",
                help: "translate it"
            )
        }
        return otherScript(&reading) ? .otherScript : .translated
    }

    /// Whether nothing in the message is written in the language's own letters.
    private static func otherScript(_ reading: inout TextReading) -> Bool {
        guard let typography = reading.typography, typography.letters != .latin,
            !reading.text.kinds.contains(.init(typography.letters)),
            !reading.text.kinds.isDisjoint(with: .letters),
            reading.problems.isEmpty || !reading.problems.contains(where: { $0.code == "L101" }),
            reading.text.passages.contains(where: { hasWords($0, reading) })
        else { return false }
        reading.report(
            "L102",
            at: 0..<reading.inspection.tree.length,
            "nothing here is written in \(typography.name)",
            help: "translate the message"
        )
        return true
    }

    /// Whether a passage has words that are to be translated.
    private static func hasWords(_ passage: Passage, _ reading: TextReading) -> Bool {
        guard !passage.kinds.isDisjoint(with: .letters) else { return false }
        if passage.kinds.contains(.init(.han)) { return true }
        return passage.words.contains { !reading.isKept($0, in: passage) }
    }

    private static func isSame(_ one: Passage, _ other: Passage) -> Bool {
        guard one.glyphs.count == other.glyphs.count else { return false }
        return zip(one.glyphs, other.glyphs).allSatisfy {
            $0.kind == $1.kind && ($0.value == $1.value || $0.isPlaceholder)
        }
    }
}
