import Documents

/// The branches of selects beside those of the English message and the words that a flow knows (L033, L034).
enum SelectRules {
    static func problems(_ inspection: MessageInspection) -> [MessageProblem] {
        inspection.arguments.flatMap { argument -> [MessageProblem] in
            guard case .select(let branches) = argument.format else { return [] }
            return problems(argument, branches.list, inspection)
        }
    }

    private static func problems(
        _ argument: MessageTree.Argument,
        _ branches: [MessageTree.Branch],
        _ inspection: MessageInspection
    ) -> [MessageProblem] {
        let english = (inspection.original?.arguments ?? []).flatMap { other -> [String] in
            guard case .select(let found) = other.format, other.name == argument.name else {
                return []
            }
            return found.list.map(\.selector)
        }
        let known = english + inspection.options(of: argument.name)
        guard !known.isEmpty else { return [] }
        let own = branches.map(\.selector)
        var missing = english.reduce(into: [String]()) { list, word in
            if !own.contains(word), !list.contains(word) { list.append(word) }
        }
        let unknown = branches.filter { $0.selector != "other" && !known.contains($0.selector) }
        var problems: [MessageProblem] = []
        for branch in unknown {
            let free = missing.isEmpty ? known.filter { !own.contains($0) } : missing
            let near = Spelling.guess(branch.selector, among: free)
            // One branch too many where one is missing was translated.
            let isTranslated = near == nil && unknown.count == 1 && missing.count == 1
            let meant = isTranslated ? missing.first : near?.word
            missing.removeAll { $0 == meant }
            problems.append(
                MessageProblem(
                    "L034",
                    at: branch.selectorRange,
                    "the branch `\(branch.selector)` is never taken: `\(argument.name)` is never that",
                    help: meant.map { "did you mean `\($0)`?" } ?? "remove it",
                    replacement: isTranslated || near?.isCertain == true ? meant : nil,
                    sample: .init(
                        [argument.name: .choice(meant ?? free.first ?? "other")],
                        remark: meant.map { "`\($0)` falls back to `other`" }
                            ?? "and never what this branch says"
                    )
                )
            )
        }
        if let first = missing.first {
            let names = missing.map { "`\($0)`" }.joined(separator: ", ")
            problems.append(
                MessageProblem(
                    "L033",
                    at: argument.range.lowerBound..<argument.headEnd,
                    "the branch\(missing.count == 1 ? "" : "es") \(names) of the English message \(missing.count == 1 ? "is" : "are") missing",
                    help: "add " + missing.map { "\($0) {…}" }.joined(separator: " "),
                    sample: .init(
                        [argument.name: .choice(first)],
                        remark: "`\(first)` falls back to `other`"
                    )
                )
            )
        }
        return problems
    }
}
