/// Finds hyphens that stand for dashes, and dashes of another language.
enum DashRule {
    static func check(_ mark: PunctuationRules.Mark, _ reading: inout TextReading) {
        guard let dash = reading.typography?.dash else { return }
        let passage = mark.passage
        if mark.glyph.kind == .hyphen {
            hyphen(mark, dash, &reading)
        } else if mark.glyph.value == reading.typography?.wrongDash,
            mark.previous?.kind == .space || mark.previous?.kind == .blank,
            mark.next?.kind == .space, !isNumeric(mark)
        {
            reading.report(
                "L128",
                at: passage.place(mark.index),
                "`\(mark.character)` is not the dash of \(reading.languageName)",
                help: "write \(dash)",
                replacement: dash
            )
        }
    }

    private static func hyphen(
        _ mark: PunctuationRules.Mark,
        _ dash: String,
        _ reading: inout TextReading
    ) {
        let passage = mark.passage
        let isDouble = mark.next?.is("-") == true
        if mark.previous?.is("-") == true { return }
        let behind = mark.at(isDouble ? 2 : 1)
        guard mark.previous?.kind == .space || mark.previous?.kind == .blank,
            behind?.kind == .space,
            let before = mark.at(-2), let next = mark.at(isDouble ? 3 : 2), before.kind != .lineEnd,
            isWord(before) || isWord(next), !before.isPlaceholder, !next.isPlaceholder,
            before.kind != .digit || next.kind != .digit
        else { return }
        // A Chinese dash takes the spaces with it.
        let room = reading.typography?.isWide == true ? 1 : 0
        let start = max(0, mark.index - room)
        let end = min(passage.glyphs.count, mark.index + (isDouble ? 2 : 1) + room)
        reading.report(
            "L128",
            at: passage.place(start..<end),
            "a hyphen stands where a dash parts words",
            help: "write \(dash)",
            replacement: dash
        )
    }

    private static func isWord(_ glyph: Glyph) -> Bool {
        glyph.isLetter || glyph.kind == .close || glyph.kind == .quote || glyph.kind == .open
    }

    private static func isNumeric(_ mark: PunctuationRules.Mark) -> Bool {
        let before = mark.neighbour(-1)
        let next = mark.neighbour(1)
        // Of what stands in braces only that may be a number which is on one side of a range.
        return (before?.kind == .digit || before?.isPlaceholder == true)
            && (next?.kind == .digit || next?.isPlaceholder == true)
    }
}
