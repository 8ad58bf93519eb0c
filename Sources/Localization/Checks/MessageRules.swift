/// Every rule over one message.
enum MessageRules {
    /// What keeps words from being found: they are in parts, or wrongly encoded, or the branch is not written.
    private static let hiding: Set<String> = ["L032", "L061", "L062", "L104", "L105", "L113"]

    /// What is wrong with a message, in the order of the pattern.
    static func problems(
        _ inspection: MessageInspection,
        glossary: Glossary
    ) -> [MessageProblem] {
        var problems = CharacterRules.problems(inspection)
        // Plain text has no parts that could be wrong.
        if inspection.tree.hasParts || inspection.original?.hasParts == true {
            problems += ArgumentRules.problems(inspection)
            problems += BranchArgumentRules.problems(inspection)
            problems += PluralRules.problems(inspection)
            problems += NumberRules.problems(inspection)
            problems += SelectRules.problems(inspection)
            problems += BranchRules.problems(inspection)
            problems += ShownRules.problems(inspection)
            // An empty branch is told by itself.
            if problems.contains(where: { $0.code == "L032" }) {
                problems.removeAll { $0.code == "L070" }
            }
        }
        problems += TextRules.findings(inspection, glossary: glossary)
        // A word that is there, and not to be read, is told by itself.
        if problems.contains(where: { hiding.contains($0.code) }) {
            problems.removeAll { $0.code == "L130" }
        }
        guard problems.count > 1 else { return problems }
        return problems.enumerated().sorted { left, right in
            (left.element.range.lowerBound, left.offset)
                < (right.element.range.lowerBound, right.offset)
        }.map(\.element)
    }
}

extension MessageTree {
    /// Whether there is more than words as they stand.
    var hasParts: Bool {
        guard let first = nodes.first else { return false }
        guard nodes.count == 1, case .text(let text) = first else { return true }
        return !text.places.isEmpty
    }
}
