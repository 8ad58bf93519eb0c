/// Finds quotation marks of other languages, and those that lack their other half.
enum QuoteRules {
    static func check(_ reading: inout TextReading) {
        guard reading.text.kinds.contains(.init(.quote)), let typography = reading.typography else {
            return
        }
        for passage in reading.text.passages where passage.kinds.contains(.init(.quote)) {
            check(passage, typography, &reading)
        }
    }

    private static func check(
        _ passage: Passage,
        _ typography: LanguageTypography,
        _ reading: inout TextReading
    ) {
        var open: [Int] = []
        for (index, glyph) in passage.glyphs.enumerated() {
            guard !glyph.isLiteral, glyph.kind == .quote || glyph.is("’") else { continue }
            // The mark itself is spoken of.
            if passage.glyph(index - 1)?.kind == .open, passage.glyph(index + 1)?.kind == .close {
                continue
            }
            switch role(passage, index, open) {
            case .opening: open.append(index)
            case .closing:
                guard let start = open.popLast() else {
                    unbalanced(passage, index, &reading)
                    continue
                }
                pair(passage, start, index, depth: open.count, typography, &reading)
            case .none: break
            }
        }
        for index in open where !passage.glyphs[index].is("‘") {
            unbalanced(passage, index, &reading)
        }
    }

    private enum Role { case opening, closing, none }

    private static func role(_ passage: Passage, _ index: Int, _ open: [Int]) -> Role {
        let glyph = passage.glyphs[index]
        let top = open.last.map { passage.glyphs[$0] }
        let previous = passage.glyph(index - 1)
        let next = passage.glyph(index + 1)
        let isFresh =
            previous == nil || previous?.isSpace == true || previous?.kind == .open
            || previous?.kind == .dash || previous?.kind == .quote
        switch glyph.value {
        case 0x2019:
            guard top?.is("‘") == true || top?.is("‚") == true else { return .none }
            return next?.isLetter == true && previous?.isLetter == true ? .none : .closing
        case 0x201E, 0x201A, 0x2018, 0x2039:
            return glyph.is("‘") && top?.is("‚") == true ? .closing : .opening
        case 0xAB:
            return top?.is("»") == true ? .closing : .opening
        case 0xBB, 0x203A:
            if top?.is("»") == true { return .closing }
            return open.isEmpty && isFresh && next?.isSpace == false ? .opening : .closing
        case 0x201C:
            if top?.is("„") == true { return .closing }
            return top?.is("“") == true && !isFresh && next?.isLetter != true ? .closing : .opening
        case 0x201D: return .closing
        default:
            if let top, top.value == 0x22 { return .closing }
            if previous?.kind == .digit, open.isEmpty { return .none }
            if top != nil, !isFresh, next?.isLetter != true { return .closing }
            return .opening
        }
    }

    private static func pair(
        _ passage: Passage,
        _ start: Int,
        _ end: Int,
        depth: Int,
        _ typography: LanguageTypography,
        _ reading: inout TextReading
    ) {
        let first = passage.glyphs[start]
        let last = passage.glyphs[end]
        guard !typography.quotes.contains(where: { first.is($0.open) && last.is($0.close) }),
            let wanted = typography.quotes.dropFirst(min(depth, 1)).first
        else { return }
        let inner = reading.pattern(first.place.upperBound..<last.place.lowerBound)
        let replacement = "\(wanted.open)\(inner)\(wanted.close)"
        reading.report(
            "L126",
            at: first.place.lowerBound..<last.place.upperBound,
            "`\(passage.text(start..<(start + 1)))` and `\(passage.text(end..<(end + 1)))` are not the quotation marks of \(typography.name)",
            help: "write \(replacement)",
            replacement: replacement
        )
    }

    private static func unbalanced(_ passage: Passage, _ index: Int, _ reading: inout TextReading) {
        reading.report(
            "L117",
            at: passage.place(index),
            "the quotation mark `\(passage.text(index..<(index + 1)))` has no other half",
            help: "add the other, or remove this one"
        )
    }
}

/// Finds brackets that lack their other half.
enum BracketRule {
    static func check(_ reading: inout TextReading) {
        guard !reading.text.kinds.isDisjoint(with: .any(.open, .close)) else { return }
        for passage in reading.text.passages
        where !passage.kinds.isDisjoint(with: .any(.open, .close)) {
            check(passage, &reading)
        }
    }

    private static func check(_ passage: Passage, _ reading: inout TextReading) {
        var open: [Int] = []
        for (index, glyph) in passage.glyphs.enumerated() where !glyph.isLiteral {
            if glyph.kind == .open {
                open.append(index)
            } else if glyph.kind == .close {
                if let start = open.last {
                    open.removeLast()
                    mixed(passage, start, index, &reading)
                } else if !isEnumeration(passage, index) {
                    unbalanced(passage, index, &reading)
                }
            }
        }
        for index in open { unbalanced(passage, index, &reading) }
    }

    /// `1)`, `a)` at the beginning of a line or behind a space; `:)`.
    private static func isEnumeration(_ passage: Passage, _ index: Int) -> Bool {
        guard let previous = passage.glyph(index - 1) else { return false }
        if previous.is(":") || previous.is(";") || previous.is("-") { return true }
        guard previous.kind == .digit || previous.isLetter else { return false }
        let before = passage.glyph(index - 2)
        return before == nil || before?.isSpace == true || before?.kind == .digit
    }

    private static func unbalanced(_ passage: Passage, _ index: Int, _ reading: inout TextReading) {
        let glyph = passage.glyphs[index]
        let count = { (text: MessageText) in
            text.passages.reduce(0) { $0 + $1.glyphs.count { $0.value == glyph.value } }
        }
        let closing = [0x28: 0x29, 0x29: 0x28, 0x5B: 0x5D, 0x5D: 0x5B][Int(glyph.value)]
        if let original = reading.original, let closing {
            let others = original.passages.reduce(0) { sum, passage in
                sum + passage.glyphs.count { $0.value == UInt32(closing) }
            }
            if count(original) != others { return }
        }
        reading.report(
            "L117",
            at: glyph.place,
            "the bracket `\(passage.text(index..<(index + 1)))` has no other half",
            help: "add the other, or remove this one"
        )
    }

    private static func mixed(
        _ passage: Passage,
        _ start: Int,
        _ end: Int,
        _ reading: inout TextReading
    ) {
        let first = passage.glyphs[start].value
        let last = passage.glyphs[end].value
        let pairs: [UInt32: UInt32] = [
            0x28: 0x29, 0x5B: 0x5D, 0x7B: 0x7D, 0xFF08: 0xFF09, 0xFF3B: 0xFF3D,
        ]
        let wanted = pairs[first] ?? first + 1
        guard last != wanted, let scalar = Unicode.Scalar(wanted) else { return }
        // A half-width bracket among Chinese is a finding of its own.
        if reading.typography?.isWide == true, passage.kinds.contains(.init(.han)) { return }
        reading.report(
            "L117",
            at: passage.place(end),
            "`\(passage.text(end..<(end + 1)))` closes `\(passage.text(start..<(start + 1)))`",
            help: "write \(Character(scalar))"
        )
    }
}
