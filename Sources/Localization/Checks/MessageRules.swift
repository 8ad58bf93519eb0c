/// Every rule over one message.
enum MessageRules {
    /// Letters that are not what they should be, so that their words are not found, or others are.
    private static let letters: Set<String> = [
        "L036", "L061", "L062", "L103", "L104", "L105", "L110", "L113",
    ]
    /// Branches that are not there hide their words, too.
    private static let hiding = letters.union(["L032", "L033"])

    /// What only follows from something else that is wrong with the message.
    private static let followers: [(code: String, causes: Set<String>)] = [
        ("L016", ["L019"]), ("L017", ["L022"]), ("L070", ["L032"]), ("L106", hiding),
        ("L108", hiding), ("L116", letters), ("L130", hiding),
    ]

    /// What is wrong with a message, in the order of the pattern.
    static func problems(_ inspection: MessageInspection) -> [MessageProblem] {
        var problems = CharacterRules.problems(inspection)
        func add(_ found: [MessageProblem]) {
            if !found.isEmpty { problems += found }
        }
        // Plain text has no parts that could be wrong.
        if inspection.hasParts {
            add(ArgumentRules.problems(inspection))
            add(BranchArgumentRules.problems(inspection))
            add(PluralRules.problems(inspection))
            add(NumberRules.problems(inspection))
            add(SelectRules.problems(inspection))
            add(BranchRules.problems(inspection))
            add(ShownRules.problems(inspection))
        }
        add(TextRules.findings(inspection))
        guard problems.count > 1 else { return problems }
        let codes = Set(problems.map(\.code))
        problems.removeAll { problem in
            followers.contains { $0.code == problem.code && !$0.causes.isDisjoint(with: codes) }
        }
        // What a word should be is said by the glossary, where it knows.
        let avoided = problems.filter { $0.code == "L114" }.map(\.range)
        problems.removeAll { problem in
            problem.code == "L102" && avoided.contains { $0.overlaps(problem.range) }
                && problem.range.count < inspection.pattern.utf8.count
        }
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
