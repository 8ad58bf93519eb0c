/// The rules over the words of a message: what its reader would stumble over.
enum TextRules {
    /// What is wrong with the words of a message.
    ///
    /// O(length). What stands in braces is never looked at, and quoting apostrophes are resolved.
    static func findings(_ inspection: MessageInspection) -> [MessageProblem] {
        guard !inspection.facts.isPseudo else { return [] }
        var reading = TextReading(inspection)
        if reading.text.isEmpty {
            EmptyRule.check(&reading)
            return reading.problems
        }
        EncodingRules.check(&reading)
        // Answers that are matched, such as `7|seven`, are written as people may type them.
        if reading.text.passages[0].isAnswerList { return reading.problems }
        let state = UntranslatedRule.state(&reading)
        // What is wrong with English words is nothing to tell of a message that is not translated.
        if state == .english { return reading.problems }
        SpaceRules.check(&reading)
        PunctuationRules.check(&reading)
        QuoteRules.check(&reading)
        BracketRule.check(&reading)
        EndRule.check(&reading)
        BeginningRule.check(&reading)
        if state == .translated { WordRules.check(&reading) }
        AlphabetRules.check(&reading)
        DigitRule.check(&reading)
        LiteralRules.check(&reading)
        MarkRules.check(&reading)
        GlossaryRules.check(&reading)
        WidthRule.check(&reading)
        // The reading holds nothing that it looks at.
        return withExtendedLifetime(inspection) {
            reading.problems.count < 2
                ? reading.problems
                : reading.problems.sorted {
                    ($0.range.lowerBound, $0.code) < ($1.range.lowerBound, $1.code)
                }
        }
    }
}

/// Finds messages that say nothing.
enum EmptyRule {
    static func check(_ reading: inout TextReading) {
        // Branches without words are told by the rules over branches.
        guard reading.text.passages.count == 1, reading.original?.isEmpty != true else { return }
        reading.report(
            "L100",
            at: 0..<reading.inspection.tree.length,
            "there is nothing to read",
            help: reading.original == nil
                ? "write what the reader is told"
                : "translate the English message, or remove the key: then English is shown"
        )
    }
}
