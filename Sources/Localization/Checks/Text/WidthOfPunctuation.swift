/// Finds punctuation that is half-width among Chinese, and full-width elsewhere.
enum WidthOfPunctuation {
    static func check(_ mark: PunctuationRules.Mark, _ reading: inout TextReading) {
        guard let typography = reading.typography else { return }
        guard typography.isWide else {
            narrow(mark, &reading)
            return
        }
        if mark.glyph.kind == .wide {
            letters(mark, &reading)
            return
        }
        guard let wide = LanguageTypography.wide[mark.glyph.value] else { return }
        guard isAmongHan(mark) else { return }
        var range = mark.glyph.place
        // The space that a half-width mark needs behind it goes with it.
        if mark.glyph.kind == .point, mark.next?.kind == .space, mark.at(2)?.isSpace == false,
            mark.index + 1 < mark.passage.glyphs.count
        {
            range = mark.passage.place(mark.index..<(mark.index + 2))
        }
        reading.report(
            "L125",
            at: range,
            "`\(mark.character)` is half-width, among Chinese characters",
            help: "write \(wide)",
            replacement: String(Character(wide))
        )
    }

    /// Tells full-width letters and digits in a row once.
    private static func letters(_ mark: PunctuationRules.Mark, _ reading: inout TextReading) {
        let glyphs = mark.passage.glyphs
        guard isWideLetter(mark.glyph), !(mark.previous.map(isWideLetter) ?? false) else { return }
        let end = glyphs[mark.index...].firstIndex { !isWideLetter($0) } ?? glyphs.count
        let plain = glyphs[mark.index..<end].compactMap { LanguageTypography.narrow($0.value) }
        let text = String(String.UnicodeScalarView(plain))
        let isOne = plain.count == 1
        reading.report(
            "L125",
            at: mark.passage.place(mark.index..<end),
            "`\(mark.passage.text(mark.index..<end))` \(isOne ? "is a full-width letter or digit" : "are full-width letters or digits")",
            help: "write \(text)",
            replacement: text
        )
    }

    private static func isWideLetter(_ glyph: Glyph) -> Bool {
        (0xFF10...0xFF19).contains(glyph.value) || (0xFF21...0xFF3A).contains(glyph.value)
            || (0xFF41...0xFF5A).contains(glyph.value)
    }

    private static func isAmongHan(_ mark: PunctuationRules.Mark) -> Bool {
        func isChinese(_ glyph: Glyph?) -> Bool {
            guard let glyph else { return false }
            return glyph.kind == .han || glyph.kind == .wide || glyph.value == 0x201D
                || (glyph.kind == .close && glyph.value > 0x7F)
        }
        switch mark.glyph.kind {
        case .open, .close:
            return mark.passage.kinds.contains(.init(.han)) && !isCall(mark)
        default:
            // A mark that begins a word, such as `:back`, belongs to the word.
            if mark.previous?.isSpace != false, mark.next?.isSpace == false { return false }
            if mark.glyph.is(".") {
                if mark.next == nil, mark.passage.isAtEnd, mark.previous?.is(".") != true {
                    return mark.passage.kinds.contains(.init(.han))
                }
                return (isChinese(mark.previous) || mark.previous?.isPlaceholder == true)
                    && mark.passage.kinds.contains(.init(.han))
                    && (mark.next == nil || mark.next?.isSpace == true || mark.next?.kind == .han
                        || mark.next?.kind == .close || mark.next?.value == 0x201D)
            }
            if mark.previous?.kind == .digit, mark.next?.kind == .digit { return false }
            if let next = mark.next, next.kind == .sign || next.kind == .point { return false }
            if !mark.glyph.is(":"), mark.previous?.isPlaceholder == true {
                return mark.passage.kinds.contains(.init(.han))
            }
            return isChinese(mark.neighbour(-1)) || mark.neighbour(1)?.kind == .han
        }
    }

    /// Whether a bracket belongs to a word in Latin letters, as in `name()` and `file(s)`.
    private static func isCall(_ mark: PunctuationRules.Mark) -> Bool {
        let glyphs = mark.passage.glyphs
        if mark.glyph.kind == .open {
            return mark.previous?.kind == .latin || mark.next?.kind == .close
        }
        let start = glyphs[..<mark.index].lastIndex { $0.kind == .open || $0.kind == .close }
        guard let start, glyphs[start].is("(") else { return false }
        return start + 1 == mark.index || (start > 0 && glyphs[start - 1].kind == .latin)
    }

    private static func narrow(_ mark: PunctuationRules.Mark, _ reading: inout TextReading) {
        guard mark.glyph.value > 0x2FFF, let plain = LanguageTypography.narrow(mark.glyph.value),
            reading.original?.has(mark.glyph.value) != true
        else { return }
        if isWideLetter(mark.glyph) {
            letters(mark, &reading)
            return
        }
        let isPoint = Glyph.kind(of: plain.value) == .point
        let needsSpace = isPoint && mark.next?.isSpace == false && mark.next?.kind != .close
        reading.report(
            "L125",
            at: mark.glyph.place,
            "`\(mark.character)` is full-width, as in Chinese",
            help: "write \(plain)",
            replacement: String(Character(plain)) + (needsSpace ? " " : "")
        )
    }
}
