/// Holds messages to the words of the glossary, and to one way of speaking to the reader.
enum GlossaryRules {
    static func check(_ reading: inout TextReading) {
        var own: Set<Int> = []
        var wrong: [(number: Int, text: String, range: Range<Int>)] = []
        for passage in reading.text.passages where reading.facts.hasPhrases {
            let found = reading.facts.phrases.found(in: passage, withLiterals: true)
            if found.isEmpty { continue }
            var used: [Range<Int>] = []
            var avoided: [(term: Glossary.Term, range: Range<Int>)] = []
            for one in found {
                // In an address, in code and the like nobody chose a word.
                let isLiteral = passage.glyphs[one.range.lowerBound].isLiteral
                switch reading.facts.meaning(of: one.entry) {
                case .wrongAddress(let number, let phrase):
                    wrong.append((number, phrase.text, passage.place(one.range)))
                case .term(let term) where !isLiteral:
                    own.insert(term)
                    used.append(one.range)
                case .avoided(let term) where !isLiteral: avoided.append((term, one.range))
                case .term, .avoided: break
                }
            }
            report(avoided, beside: used, passage, &reading)
        }
        if reading.traits?.hasTerms == true, reading.facts.hasPhrases { missing(own, &reading) }
        address(wrong.min { $0.number < $1.number }.map { ($0.text, $0.range) }, &reading)
    }

    // MARK: - Terms

    /// Reports words that are not to be said.
    private static func report(
        _ avoided: [(term: Glossary.Term, range: Range<Int>)],
        beside used: [Range<Int>],
        _ passage: Passage,
        _ reading: inout TextReading
    ) {
        // Nobody chose the words of a branch that is not translated.
        guard !avoided.isEmpty, !reading.problems.contains(where: { $0.code == "L101" }) else {
            return
        }
        // Two terms may advise against the same word, or against one in a phrase.
        var told = 0
        for (term, range) in avoided {
            // A longer right term may hold a shorter wrong one.
            let isPart = used.contains {
                $0.contains(range.lowerBound) && $0.count >= range.count
            }
            let word = passage.wholeWords(range)
            guard !isPart, !isKept(range, passage, reading), range.lowerBound >= told,
                !reading.isLostName(passage.text(word))
            else { continue }
            told = range.upperBound
            self.avoided(term, passage, word, &reading)
        }
    }

    /// Whether a stretch belongs to a brand.
    private static func isKept(_ range: Range<Int>, _ passage: Passage, _ reading: TextReading)
        -> Bool
    {
        reading.facts.glossary.keep.contains { word in
            let phrase = Phrase(word, isExact: true)
            let earliest = max(0, range.lowerBound - word.unicodeScalars.count)
            return (earliest...range.lowerBound).contains { start in
                phrase.match(passage, at: start).map { $0.contains(range.lowerBound) } ?? false
            }
        }
    }

    private static func avoided(
        _ term: Glossary.Term,
        _ passage: Passage,
        _ range: Range<Int>,
        _ reading: inout TextReading
    ) {
        let use = term.wordings[reading.facts.base]?.use ?? []
        reading.report(
            "L114",
            at: passage.place(range),
            "`\(passage.text(range))` is not what the glossary has for “\(term.name)”",
            help: "write \(use.joined(separator: ", or "))"
        )
    }

    private static func missing(_ own: Set<Int>, _ reading: inout TextReading) {
        guard let original = reading.source, !original.terms.isEmpty,
            !reading.problems.contains(where: { $0.code == "L101" || $0.code == "L114" })
        else { return }
        let lacking = original.terms.filter { passage, found in
            let term = reading.facts.glossary.terms[found.entry]
            return !own.contains(found.entry) && !term.isOptional
                && term.wordings[reading.facts.base] != nil
                && !isKept(found.range, passage, reading)
        }
        var told: Set<Int> = []
        for (passage, found) in lacking {
            // Who lacks `marketplace account` need not be told of `marketplace`.
            guard !lacking.contains(where: { $0.passage === passage && $0.found.holds(found) }),
                told.insert(found.entry).inserted,
                let wording = reading.facts.glossary.terms[found.entry].wordings[reading.facts.base]
            else { continue }
            reading.report(
                "L130",
                at: 0..<reading.inspection.tree.length,
                "the English message has `\(passage.text(found.range))`, and this one lacks the glossary’s word for it",
                help: "write \(wording.use.joined(separator: ", or "))"
            )
        }
    }

    // MARK: - Address

    private static func address(
        _ wrong: (text: String, range: Range<Int>)?,
        _ reading: inout TextReading
    ) {
        let wording = reading.facts.address
        var polite = wording?.avoid.isEmpty == false
        var familiar: (text: String, range: Range<Int>)?
        for passage in reading.text.passages {
            if passage.marks.contains(.polite) { polite = true }
            if passage.marks.contains(.familiar) {
                for word in passage.words {
                    if familiar == nil, word.marks.contains(.familiar),
                        !word.isAllCapitals || word.range.count < 2, !passage.isTorn(word)
                    {
                        familiar = (passage.text(word.range), passage.place(word.range))
                    }
                }
            }
            if reading.typography?.isWide == true {
                for (index, glyph) in passage.glyphs.enumerated() where glyph.kind == .han {
                    if glyph.is("您") { polite = true }
                    if glyph.is("你"), familiar == nil { familiar = ("你", passage.place(index)) }
                }
            }
        }
        capitals(wording, &reading)
        guard polite, let familiar = familiar ?? wrong else { return }
        let use = wording?.use.first
        reading.report(
            "L115",
            at: familiar.range,
            use.map { "`\(familiar.text)`, where the reader is spoken to as `\($0)`" }
                ?? "`\(familiar.text)`, beside polite forms in the same message",
            help: use.map { "use the forms of \($0)" } ?? "speak to the reader in one way"
        )
    }
}

extension GlossaryRules {
    /// Polite forms with a capital, where the glossary writes them without.
    private static func capitals(_ wording: Glossary.Wording?, _ reading: inout TextReading) {
        guard let use = wording?.use.first, use == use.lowercased(), use != use.uppercased() else {
            return
        }
        for passage in reading.text.passages where passage.marks.contains(.polite) {
            for word in passage.words where word.startsUppercase && !word.isAllCapitals {
                guard word.marks.contains(.polite), !passage.isTorn(word),
                    isInSentence(word, passage, reading.original)
                else { continue }
                let text = passage.text(word.range)
                reading.report(
                    "L115",
                    at: passage.place(word.range),
                    "`\(text)` has a capital, and the glossary writes `\(use)`",
                    help: "write \(text.lowercased())",
                    replacement: text.lowercased()
                )
            }
        }
    }

    /// Whether a sentence has begun before a word: behind a word, a comma, a semicolon, a colon, or a dash.
    private static func isInSentence(
        _ word: Passage.Word,
        _ passage: Passage,
        _ original: MessageText?
    ) -> Bool {
        let start = word.range.lowerBound
        guard start > 1, passage.glyphs[start - 1].kind == .space else { return false }
        let previous = passage.glyphs[start - 2]
        if previous.kind == .dash {
            // Not the dash before a speech, or before an item of a list.
            let line = passage.glyphs[..<(start - 2)].reversed().prefix { $0.kind != .lineEnd }
            guard let before = line.first(where: { !$0.isSpace }) else { return false }
            return before.kind != .ellipsis && !".!?:".unicodeScalars.contains { before.is($0) }
        }
        if previous.is(":") { return original?.hasCapitalBehindColon != true }
        return previous.isLetter || previous.is(",") || previous.is(";")
    }
}

extension MessageText {
    /// Whether something begins behind a colon as a sentence does: `Question 1: Are you …`.
    fileprivate var hasCapitalBehindColon: Bool {
        passages.contains { passage in
            passage.glyphs.indices.dropLast(2).contains { index in
                passage.glyphs[index].is(":") && passage.glyphs[index + 1].isSpace
                    && passage.glyphs[index + 2].isUppercase
            }
        }
    }
}
