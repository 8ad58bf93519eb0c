/// Finds what translators and programs left behind: notes, escapes.
enum MarkRules {
    private static let notes = [
        "TODO", "FIXME", "XXX", "TBD", "TRANSLATE ME", "UNTRANSLATED", "NEEDS TRANSLATION",
        "lorem ipsum",
    ]
    .map { Phrase($0, isExact: $0 != "lorem ipsum", isWhole: true) }
    private static let noteTable = notes.indices.reduce(into: PhraseTable()) { table, index in
        table.add(notes[index], index)
    }

    static func check(_ reading: inout TextReading) {
        if reading.text.kinds.contains(.init(.latin)) { notes(&reading) }
        if reading.text.signs.contains("?") || reading.text.kinds.contains(.init(.wide)) {
            questions(&reading)
        }
        if reading.text.signs.contains("\\") {
            for passage in reading.text.passages { escapes(passage, &reading) }
        }
    }

    private static func notes(_ reading: inout TextReading) {
        var done: Set<Int> = []
        for passage in reading.text.passages
        where passage.marks.contains(.note) {
            for found in noteTable.found(in: passage) where done.insert(found.entry).inserted {
                if reading.original.map(notes[found.entry].occurs) == true { continue }
                let place = passage.place(found.range)
                reading.report(
                    "L111",
                    at: place,
                    "`\(reading.pattern(place))` is a note, and the reader sees it",
                    help: "do what it says, and remove it"
                )
            }
        }
    }

    /// `???`, which a translator writes who doesn't know, and a program where letters were lost.
    private static func questions(_ reading: inout TextReading) {
        for passage in reading.text.passages {
            for index in passage.glyphs.indices.dropLast(2)
            where passage.glyphs[index].is("?") || passage.glyphs[index].is("？") {
                let marks = passage.glyphs[index...].prefix { $0.is("?") || $0.is("？") }
                guard marks.count > 2 else { continue }
                let isSame =
                    reading.original?.passages.contains {
                        $0.text(0..<$0.glyphs.count).contains("???")
                    } ?? false
                if isSame { return }
                reading.report(
                    "L111",
                    at: passage.place(marks.startIndex..<marks.endIndex),
                    "question marks in a row: something is unclear, or letters were lost",
                    help: "write what was meant"
                )
                return
            }
        }
    }

    /// `\n` in a message is two characters, unless YAML reads it in double quotes.
    private static func escapes(_ passage: Passage, _ reading: inout TextReading) {
        for index in passage.glyphs.indices.dropLast() where passage.glyphs[index].is("\\") {
            let next = passage.glyphs[index + 1]
            guard "nrtu\"'\\".unicodeScalars.contains(where: { next.is($0) }),
                passage.glyph(index - 1).map({ !$0.is("\\") && !$0.is(":") }) ?? true
            else { continue }
            let written = passage.text(index..<(index + 2))
            let isSame =
                reading.original?.passages.contains {
                    $0.text(0..<$0.glyphs.count).contains(written)
                } ?? false
            if isSame { return }
            reading.report(
                "L110",
                at: passage.place(index..<(index + 2)),
                "the reader sees `\(written)`",
                help: next.is("n")
                    ? "write a line end: in double quotes, or in a block behind |"
                    : "write the character itself"
            )
            return
        }
    }
}
