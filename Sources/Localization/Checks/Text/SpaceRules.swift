/// Finds spaces that are too many, or differ from those of the English message.
enum SpaceRules {
    static func check(_ reading: inout TextReading) {
        for passage in reading.text.passages {
            ends(of: passage, &reading)
            guard !passage.kinds.isDisjoint(with: .any(.space, .blank, .tab, .lineEnd)) else {
                continue
            }
            runs(in: passage, &reading)
        }
        paragraphs(&reading)
    }

    // MARK: - Both ends of the message

    private static func ends(of passage: Passage, _ reading: inout TextReading) {
        guard let original = reading.traits, let first = passage.glyphs.first else {
            return
        }
        let glyphs = passage.glyphs
        if passage.isAtStart, first.kind != .branches {
            let wanted = original.beginsWithSpace
            let count = glyphs.prefix(while: \.isSpace).count
            if count > 0, !wanted {
                report(passage, 0..<count, "begins", &reading)
            } else if count == 0, wanted, !passage.isBranch {
                lacking(passage.place(0), "before", "begins", &reading)
            }
        }
        if passage.isAtEnd, let last = glyphs.last, last.kind != .branches {
            let wanted = original.endsWithSpace
            let count = glyphs.reversed().prefix(while: \.isSpace).count
            if count > 0, count < glyphs.count, !wanted {
                report(passage, (glyphs.count - count)..<glyphs.count, "ends", &reading)
            } else if count == 0, wanted, !passage.isBranch {
                lacking(passage.place(glyphs.count - 1), "behind", "ends", &reading)
            }
        }
    }

    private static func report(
        _ passage: Passage,
        _ range: Range<Int>,
        _ verb: String,
        _ reading: inout TextReading
    ) {
        let hasLineEnd = passage.glyphs[range].contains { $0.kind == .lineEnd }
        let what = hasLineEnd ? "an empty line" : "a space"
        reading.report(
            "L120",
            at: passage.place(range),
            "the message \(verb) with \(what), and the English one doesn’t",
            help: "remove it",
            replacement: hasLineEnd ? nil : ""
        )
    }

    private static func lacking(
        _ range: Range<Int>,
        _ side: String,
        _ verb: String,
        _ reading: inout TextReading
    ) {
        reading.report(
            "L120",
            at: range,
            "the English message \(verb) with a space, and this one doesn’t",
            help: "something stands \(side) the message: put a space between"
        )
    }

    // MARK: - Inside

    private static func runs(in passage: Passage, _ reading: inout TextReading) {
        let glyphs = passage.glyphs.buffer
        var index = 0
        while index < glyphs.count {
            guard glyphs[index].isSpace, glyphs[index].kind != .lineEnd else {
                index += 1
                continue
            }
            // As most do, one stands between words.
            if glyphs[index].kind == .space, index > 0, index + 1 < glyphs.count,
                !glyphs[index - 1].isSpace, !glyphs[index + 1].isSpace
            {
                index += 2
                continue
            }
            let start = index
            while index < glyphs.count, glyphs[index].isSpace, glyphs[index].kind != .lineEnd {
                index += 1
            }
            let range = start..<index
            if glyphs[range].contains(where: { $0.kind == .tab }) {
                tab(passage, range, &reading)
                continue
            }
            let previous = passage.glyph(start - 1)
            let next = passage.glyph(index)
            if previous?.kind == .lineEnd || (start == 0 && previous == nil) { continue }
            if next?.kind == .lineEnd {
                reading.report(
                    "L121",
                    at: passage.place(range),
                    "a space stands at the end of a line",
                    help: "remove it",
                    replacement: ""
                )
            } else if range.count > 1, next != nil {
                reading.report(
                    "L121",
                    at: passage.place(range),
                    "\(range.count) spaces stand in a row",
                    help: "write one",
                    replacement: " "
                )
            } else if (start == 0 && previous?.isSpace == true)
                || (index == glyphs.count && next?.isSpace == true)
            {
                reading.report(
                    "L121",
                    at: passage.place(range),
                    "another space stands on the other side of the brace, so that the reader sees two",
                    help: "remove this one",
                    replacement: ""
                )
            }
        }
    }

    private static func tab(
        _ passage: Passage,
        _ range: Range<Int>,
        _ reading: inout TextReading
    ) {
        if reading.original?.kinds.contains(.init(.tab)) == true { return }
        reading.report(
            "L121",
            at: passage.place(range),
            "there is a tab, whose width nobody knows",
            help: "write a space",
            replacement: " "
        )
    }

    // MARK: - Lines

    /// The lines of the message itself; branches may stand on lines of their own.
    private static func paragraphs(_ reading: inout TextReading) {
        guard let original = reading.original else { return }
        let hasLines = reading.text.kinds.contains(.init(.lineEnd))
        guard hasLines || original.kinds.contains(.init(.lineEnd)) else { return }
        let own = lines(reading.text)
        let wanted = lines(original)
        guard own != wanted else { return }
        let unit = { (count: Int) in
            count == 1 ? "1 paragraph or line" : "\(count) paragraphs or lines"
        }
        reading.report(
            "L119",
            at: 0..<reading.inspection.tree.length,
            "the message has \(unit(own)), and the English one has \(unit(wanted))",
            help: own < wanted
                ? "something is missing: compare the two" : "divide it as the English message"
        )
    }

    /// How many lines have text, in the message itself and in its longest branches.
    private static func lines(_ text: MessageText) -> Int {
        var inBranches = 0
        for passage in text.passages.dropFirst() { inBranches = max(inBranches, lines(passage)) }
        return lines(text.passages[0]) + max(0, inBranches - 1)
    }

    private static func lines(_ passage: Passage) -> Int {
        passage.glyphs.split { $0.kind == .lineEnd }.count { !$0.allSatisfy(\.isSpace) }
    }
}
