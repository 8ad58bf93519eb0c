/// Finds punctuation that is set wrong: spaces around it, its width, its shape, its number.
enum PunctuationRules {
    private static let looked = GlyphKinds.any(
        .point,
        .wide,
        .percent,
        .close,
        .open,
        .hyphen,
        .dash,
        .argument,
        .number
    )

    static func check(_ reading: inout TextReading) {
        let looked = looked
        for passage in reading.text.passages where !passage.kinds.isDisjoint(with: looked) {
            var index = 0
            let glyphs = passage.glyphs.buffer
            while index < glyphs.count {
                let glyph = glyphs[index]
                guard looked.contains(GlyphKinds(glyph.kind)), !glyph.isLiteral else {
                    index += 1
                    continue
                }
                let mark = Mark(passage: passage, index: index, glyph: glyph)
                switch glyph.kind {
                case .point:
                    index += repeated(mark, &reading)
                    spaceBefore(mark, &reading)
                    spaceBehind(mark, &reading)
                    WidthOfPunctuation.check(mark, &reading)
                case .wide:
                    index += repeated(mark, &reading)
                    spacesAroundWide(mark, &reading)
                    WidthOfPunctuation.check(mark, &reading)
                case .percent, .close:
                    spaceBefore(mark, &reading)
                    spacesAroundWide(mark, &reading)
                    WidthOfPunctuation.check(mark, &reading)
                case .open:
                    spaceBehindOpening(mark, &reading)
                    WidthOfPunctuation.check(mark, &reading)
                case .hyphen, .dash: DashRule.check(mark, &reading)
                case .argument, .number: wordBefore(mark, &reading)
                default: break
                }
                index += 1
            }
        }
    }

    /// A punctuation mark with what stands around it.
    struct Mark {
        let passage: Passage
        let index: Int
        let glyph: Glyph

        var previous: Glyph? { passage.glyph(index - 1) }
        var next: Glyph? { passage.glyph(index + 1) }

        /// The nearest glyph to a side that is no space, on the same line.
        func neighbour(_ step: Int) -> Glyph? {
            var place = index + step
            while let glyph = passage.glyph(place), glyph.kind == .space || glyph.kind == .blank {
                place += step
            }
            return passage.glyph(place)
        }

        func at(_ offset: Int) -> Glyph? { passage.glyph(index + offset) }

        var character: String { passage.text(index..<(index + 1)) }
    }

    // MARK: - Repeated

    /// How many glyphs to step over.
    private static func repeated(_ mark: Mark, _ reading: inout TextReading) -> Int {
        let glyphs = mark.passage.glyphs
        var end = mark.index + 1
        while end < glyphs.count, glyphs[end].value == mark.glyph.value,
            glyphs[end].kind == mark.glyph.kind, !glyphs[end].isLiteral
        {
            end += 1
        }
        let range = mark.index..<end
        let isStop = mark.glyph.is(".") || mark.glyph.is("。")
        if range.count == 1 {
            if isStop, end == glyphs.count, mark.passage.after?.value == mark.glyph.value,
                mark.passage.after?.kind == mark.glyph.kind
            {
                reading.report(
                    "L129",
                    at: mark.glyph.place,
                    "a full stop stands on the other side of the brace as well",
                    help: "remove this one",
                    replacement: ""
                )
            }
            return 0
        }
        let written = mark.passage.text(range)
        if isStop, range.count > 2 {
            let ellipsis = reading.typography?.ellipsis ?? "…"
            reading.report(
                "L127",
                at: mark.passage.place(range),
                "`\(written)` stands for an omission",
                help: "write \(ellipsis)",
                replacement: ellipsis
            )
            return range.count - 1
        }
        let isWritten =
            mark.glyph.kind == .wide && !"，。：；！？、".unicodeScalars.contains { mark.glyph.is($0) }
        let isSame =
            reading.original?.passages.contains { $0.text(0..<$0.glyphs.count).contains(written) }
            ?? false
        let isMark = mark.glyph.is("?") || mark.glyph.is("？")
        if !isWritten, !isSame, !(isMark && range.count > 2) {
            reading.report(
                "L129",
                at: mark.passage.place(range),
                "`\(written)`: the mark stands \(range.count) times",
                help: "write \(mark.character)",
                replacement: mark.character
            )
        }
        return range.count - 1
    }

    // MARK: - Spaces

    private static func spaceBefore(_ mark: Mark, _ reading: inout TextReading) {
        guard mark.index > 0, mark.previous?.kind == .space, mark.index > 1,
            let before = mark.at(-2), before.kind != .lineEnd, !before.isSpace,
            before.kind != .open, reading.typography != nil
        else { return }
        switch mark.glyph.kind {
        case .percent:
            guard reading.typography?.spacesPercent == false,
                before.kind == .digit || before.isPlaceholder,
                mark.next.map({ $0.isSpace || $0.kind == .point || $0.kind == .close }) ?? true
            else { return }
        case .close:
            guard mark.glyph.is(")") || mark.glyph.is("）") else { return }
        default:
            if let next = mark.next, !next.isSpace, next.kind != .close, next.kind != .quote {
                return
            }
            if before.kind == .sign || before.kind == .point { return }
            if mark.glyph.is("."), mark.next?.kind == .quote { return }
        }
        reading.report(
            "L122",
            at: mark.passage.place(mark.index - 1),
            "a space stands before `\(mark.character)`",
            help: "remove it",
            replacement: ""
        )
    }

    private static func spaceBehindOpening(_ mark: Mark, _ reading: inout TextReading) {
        guard mark.next?.kind == .space, let second = mark.at(2), second.kind != .close,
            !second.isSpace, mark.glyph.is("(") || mark.glyph.is("（")
        else { return }
        reading.report(
            "L122",
            at: mark.passage.place(mark.index + 1),
            "a space stands behind `\(mark.character)`",
            help: "remove it",
            replacement: ""
        )
    }

    private static func spacesAroundWide(_ mark: Mark, _ reading: inout TextReading) {
        guard reading.typography?.isWide == true, mark.glyph.kind == .wide,
            "，。：；！？、".unicodeScalars.contains(where: { mark.glyph.is($0) })
        else { return }
        let glyphs = mark.passage.glyphs
        if mark.index > 1, glyphs[mark.index - 1].kind == .space, !glyphs[mark.index - 2].isSpace {
            reading.report(
                "L122",
                at: mark.passage.place(mark.index - 1),
                "a space stands before `\(mark.character)`, which brings its own",
                help: "remove it",
                replacement: ""
            )
        }
        if mark.index + 2 < glyphs.count, glyphs[mark.index + 1].kind == .space,
            !glyphs[mark.index + 2].isSpace
        {
            reading.report(
                "L122",
                at: mark.passage.place(mark.index + 1),
                "a space stands behind `\(mark.character)`, which brings its own",
                help: "remove it",
                replacement: ""
            )
        }
    }

    private static func spaceBehind(_ mark: Mark, _ reading: inout TextReading) {
        guard let typography = reading.typography, !typography.isWide, let previous = mark.previous,
            let next = mark.next
        else { return }
        let isWordBefore = previous.isLetter || previous.kind == .close || previous.isPlaceholder
        guard isWordBefore, next.isLetter || next.kind == .argument, next.kind != .han,
            !next.isLiteral, !previous.isLiteral
        else { return }
        switch mark.glyph.value {
        case 0x2C, 0x3B, 0x21, 0x3F:
            if previous.isPlaceholder, next.isPlaceholder { return }
            if isTight(mark.glyph.value, in: reading.original) { return }
        case 0x3A:
            let isCyrillic = previous.kind == .cyrillic && next.kind == .cyrillic
            let isSentence = next.isUppercase && previous.isLetter && !previous.isUppercase
            guard isCyrillic || isSentence else { return }
        default:
            guard next.isLetter, next.isUppercase, !previous.isUppercase,
                beginsSentence(mark, reading)
            else { return }
        }
        reading.report(
            "L123",
            at: mark.passage.place(mark.index),
            "no space stands behind `\(mark.character)`",
            help: "put a space behind it",
            replacement: reading.pattern(mark.glyph.place) + " "
        )
    }

    /// Whether a word with a capital behind a full stop begins a sentence, and is no part of an abbreviation.
    private static func beginsSentence(_ mark: Mark, _ reading: TextReading) -> Bool {
        let second = mark.at(2)
        if let second, second.isLetter, !second.isUppercase {
            return mark.previous?.isPlaceholder == true || mark.at(-2)?.isLetter == true
        }
        let isBehindWord = [-3, -2].allSatisfy {
            mark.at($0).map { $0.isLetter && !$0.isUppercase } ?? false
        }
        guard isBehindWord else { return false }
        // `code.PDF` is a file, unless the English message has no such thing.
        if second?.isLetter == true {
            // `firma.CZ` is a name.
            return mark.at(3)?.isLetter == true && reading.original != nil
                && !isTight(0x2E, in: reading.original)
        }
        return second?.isSpace == true && isSingle(mark.next, reading)
    }

    /// Whether a letter is a word by itself.
    private static func isSingle(_ letter: Glyph?, _ reading: TextReading) -> Bool {
        letter.map { reading.words?.singles.contains($0.folded) == true } ?? false
    }

    /// Whether the English message too has the mark without a space behind it.
    private static func isTight(_ value: UInt32, in original: MessageText?) -> Bool {
        original?.passages.contains { passage in
            passage.glyphs.indices.contains { index in
                passage.glyphs[index].value == value && !passage.glyphs[index].isPlaceholder
                    && passage.glyph(index + 1).map { $0.isLetter || $0.isPlaceholder } ?? false
            }
        } ?? false
    }

    /// A word that runs into an argument: `address{email}`.
    private static func wordBefore(_ mark: Mark, _ reading: inout TextReading) {
        guard let typography = reading.typography, !typography.isWide, mark.index > 1,
            mark.passage.glyphs[mark.index - 1].isLetter,
            mark.passage.glyphs[mark.index - 2].isLetter
                || mark.passage.glyphs[mark.index - 2].isSpace
                    && isSingle(mark.previous, reading) && mark.previous?.isUppercase == false
                    // `v` stands before the number of a version as well.
                    && mark.previous?.is("v") != true,
            !mark.passage.glyphs[mark.index - 1].isLiteral, let original = reading.original
        else { return }
        let isSame = original.passages.contains { passage in
            passage.glyphs.indices.dropFirst().contains {
                passage.glyphs[$0].isPlaceholder && passage.glyphs[$0 - 1].isLetter
            }
        }
        guard !isSame else { return }
        reading.report(
            "L123",
            at: mark.glyph.place,
            "no space stands between the word and what is put in its place for `\(mark.character)`",
            help: "put a space before it",
            replacement: " " + reading.pattern(mark.glyph.place)
        )
    }
}
