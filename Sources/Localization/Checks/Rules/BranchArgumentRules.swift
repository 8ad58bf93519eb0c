/// Arguments that are shown in one branch and missing in another (L023).
enum BranchArgumentRules {
    static func problems(_ inspection: MessageInspection) -> [MessageProblem] {
        guard let original = inspection.original else { return [] }
        guard inspection.tree.nodes.contains(where: \.hasBranches) else { return [] }
        let counted = inspection.arguments.lazy.filter { $0.plural != nil }
        let others = inspection.arguments.lazy.map(\.name)
            .filter { name in !counted.contains { $0.name == name } }
        // Most messages with branches only count, and need no sets.
        guard !others.isEmpty else { return [] }
        let walk = Walk(
            original: original.arguments,
            always: original.nodes.alwaysShown,
            names: Set(others)
        )
        return walk.problems(in: inspection.tree.nodes, [])
    }

    private struct Walk {
        let original: [MessageTree.Argument]
        /// What the English message shows whatever the values are.
        let always: Set<String>
        /// What the message shows somewhere, but for the numbers of plurals; both are told by themselves.
        let names: Set<String>

        func problems(in nodes: [MessageTree.Node], _ around: Set<String>) -> [MessageProblem] {
            let shown = around.union(nodes.alwaysShown)
            var problems: [MessageProblem] = []
            for case .argument(let argument) in nodes where !argument.branches.isEmpty {
                let beside = always.intersection(argument.branches.flatMap(\.nodes).shown)
                let same = original.first { $0.name == argument.name && !$0.branches.isEmpty }
                for branch in argument.branches where !branch.isEmpty {
                    let counterpart = same.flatMap { $0.branch(like: branch.selector) }
                    let needed = beside.union(counterpart?.nodes.alwaysShown ?? [])
                    let missing = needed.intersection(names).subtracting(branch.nodes.alwaysShown)
                        .subtracting(shown)
                    for name in missing.sorted() {
                        problems.append(
                            MessageProblem(
                                "L023",
                                at: branch.wholeRange,
                                "the branch `\(branch.selector)` lacks the argument `\(name)`",
                                help: "show {\(name)} here too",
                                label: "other branches show it"
                            )
                        )
                    }
                    problems += self.problems(in: branch.nodes, shown)
                }
            }
            return problems
        }
    }
}

extension MessageTree.Node {
    var hasBranches: Bool {
        if case .argument(let argument) = self { !argument.branches.isEmpty } else { false }
    }
}

extension [MessageTree.Node] {
    /// The arguments that are shown whatever the values are; what is only chosen by is not among them.
    var alwaysShown: Set<String> {
        var names: Set<String> = []
        for case .argument(let argument) in self {
            switch argument.format {
            case .plain, .number, .date, .time:
                names.insert(argument.name)
            case .plural, .ordinal, .select:
                let lists = argument.branches.map { branch in
                    branch.nodes.alwaysShown.union(
                        branch.nodes.showNumber ? [argument.name] : []
                    )
                }
                names.formUnion(
                    lists.dropFirst().reduce(lists.first ?? []) { $0.intersection($1) }
                )
            }
        }
        return names
    }

    /// The arguments that are shown for some values.
    var shown: Set<String> {
        var names: Set<String> = []
        for case .argument(let argument) in self {
            switch argument.format {
            case .plain, .number, .date, .time: names.insert(argument.name)
            case .plural, .ordinal, .select:
                names.formUnion(argument.branches.flatMap(\.nodes).shown)
            }
        }
        return names
    }

    /// Whether the `#` of the plural around stands here.
    var showNumber: Bool {
        contains { if case .number = $0 { true } else { false } }
    }
}

extension MessageTree.Argument {
    /// The branch that is taken where in another language this one is: of the same name, else `other`.
    func branch(like selector: String) -> MessageTree.Branch? {
        branches.first { $0.selector == selector } ?? branches.first { $0.selector == "other" }
    }

    /// The branches of a plural, with whether it counts or numbers; `nil` for anything else.
    var plural: (branches: MessageTree.Branches, isOrdinal: Bool)? {
        switch format {
        case .plural(let branches): (branches, false)
        case .ordinal(let branches): (branches, true)
        case .plain, .number, .date, .time, .select: nil
        }
    }
}

extension MessageTree.Branch {
    /// Where the branch stands, its name and braces included.
    var wholeRange: Range<Int> { selectorRange.lowerBound..<(range.upperBound + 1) }
}
