/// Branches that say nothing, or nothing of their own, and too many of them (L031, L032, L035).
enum BranchRules {
    /// So many texts can still be overlooked.
    static let combinationLimit = 100

    static func problems(_ inspection: MessageInspection) -> [MessageProblem] {
        var problems: [MessageProblem] = []
        for argument in inspection.arguments where !argument.branches.isEmpty {
            if let problem = equal(argument, inspection) { problems.append(problem) }
            problems += empty(argument, inspection)
        }
        let count = combinations(inspection.tree.nodes)
        if count > combinationLimit {
            problems.append(
                MessageProblem(
                    "L035",
                    at: 0..<inspection.tree.length,
                    "the branches make \(count == mostCounted ? "too many" : String(count)) different texts; up to \(combinationLimit) can be looked through",
                    help: "split the message"
                )
            )
        }
        return problems
    }

    private static func equal(
        _ argument: MessageTree.Argument,
        _ inspection: MessageInspection
    ) -> MessageProblem? {
        let isSelect = argument.plural == nil
        // A select that the English message has can't be left out.
        guard !isSelect || inspection.original == nil else { return nil }
        guard argument.branches.count > 1, areAlike(argument.branches, inspection.pattern) else {
            return nil
        }
        let path = BranchPath(inspection.tree, in: inspection.language)
        let taken = argument.branches.count { path.value(choosing: $0, of: argument) != nil }
        guard taken > 1 else { return nil }
        return MessageProblem(
            "L031",
            at: argument.range.lowerBound..<argument.headEnd,
            "all branches say the same",
            help: isSelect
                ? "write it once" : "write it once, with {\(argument.name)} in place of #"
        )
    }

    /// Whether branches say something, and all the same.
    private static func areAlike(_ branches: [MessageTree.Branch], _ pattern: String) -> Bool {
        guard let first = branches.first?.range, !first.isEmpty,
            branches.allSatisfy({ $0.range.count == first.count })
        else { return false }
        let bytes = Array(pattern.utf8)
        return branches.allSatisfy { bytes[$0.range] == bytes[first] }
    }

    private static func empty(
        _ argument: MessageTree.Argument,
        _ inspection: MessageInspection
    ) -> [MessageProblem] {
        guard argument.branches.contains(where: \.isEmpty) else { return [] }
        let isSelect = argument.plural == nil
        let same = inspection.original?.arguments.first {
            $0.name == argument.name && !$0.branches.isEmpty
        }
        let areAllEmpty = argument.branches.allSatisfy(\.isEmpty)
        return argument.branches.filter(\.isEmpty).compactMap { branch in
            if let counterpart = same?.branch(like: branch.selector) {
                guard !counterpart.isEmpty else { return nil }
            } else {
                // To say nothing for some words, or for none of something, is an old habit.
                guard !isSelect, branch.exact == nil, !areAllEmpty else { return nil }
            }
            return MessageProblem(
                "L032",
                at: branch.wholeRange,
                "the branch `\(branch.selector)` is empty",
                help: "write what is to be shown"
            )
        }
    }

    private static let mostCounted = 1_000_000

    /// How many different texts the branches make.
    private static func combinations(_ nodes: [MessageTree.Node]) -> Int {
        var product = 1
        for case .argument(let argument) in nodes where !argument.branches.isEmpty {
            let sum = argument.branches.reduce(0) { min(mostCounted, $0 + combinations($1.nodes)) }
            product = min(mostCounted, product * max(1, sum))
        }
        return product
    }
}

extension MessageTree.Branch {
    /// Whether nothing but blanks stands in the branch.
    var isEmpty: Bool {
        nodes.allSatisfy { node in
            guard case .text(let text) = node else { return false }
            return text.isBlank
        }
    }
}

extension MessageTree.Text {
    /// Whether there are only blanks and line ends.
    var isBlank: Bool { value.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }
}
