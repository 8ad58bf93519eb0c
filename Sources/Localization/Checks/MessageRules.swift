/// Every rule over one message.
enum MessageRules {
    /// What is wrong with a message, in the order of the pattern.
    static func problems(_ inspection: MessageInspection) -> [MessageProblem] {
        var problems = CharacterRules.problems(inspection)
        // Plain text has no parts that could be wrong.
        if inspection.hasParts {
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
        problems += TextRules.findings(inspection)
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
