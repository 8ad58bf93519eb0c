/// The numbers of plurals: written out, lost, or shown as `#` (L015, L016, L017).
enum NumberRules {
    static func problems(_ inspection: MessageInspection) -> [MessageProblem] {
        var numbers: [MessageProblem] = []
        var problems: [MessageProblem] = []
        for argument in inspection.arguments {
            guard let (branches, isOrdinal) = argument.plural,
                !inspection.tree.nodes.showOutsideBranches(argument.name)
            else { continue }
            let form = Form(
                argument: argument,
                branches: branches,
                forms: inspection.facts.forms(isOrdinal: isOrdinal),
                original: inspection.original?.arguments.first {
                    $0.name == argument.name && $0.plural != nil
                },
                language: inspection.facts.base
            )
            numbers += form.problems
        }
        let keep = inspection.description?.keep.contains { $0.contains("#") } ?? false
        if !keep, inspection.text.signs.contains("#") {
            let isInEnglish = inspection.original?.text.signs.contains("#") ?? true
            signs(inspection.tree.nodes, nil, .outside, isInEnglish, &problems)
        }
        // A branch whose number is shown as `#` has lost it, too.
        numbers.removeAll { number in
            problems.contains { number.range.contains($0.range.lowerBound) }
        }
        return problems + numbers
    }

    // MARK: - Numbers

    private struct Form {
        let argument: MessageTree.Argument
        let branches: MessageTree.Branches
        let forms: PluralForms
        let original: MessageTree.Argument?
        let language: String

        var problems: [MessageProblem] {
            branches.list.compactMap { branch in
                guard let category = branch.category, !branch.nodes.show(argument.name),
                    !branch.isEmpty
                else { return nil }
                let numbers = numbers(of: category)
                let isSingle = numbers.count == 1 && forms[category].decimal == nil
                if !isSingle, let problem = written(branch, category, numbers) { return problem }
                return lost(branch, isSingle: isSingle)
            }
        }

        private var anyShows: Bool { branches.list.contains { $0.nodes.show(argument.name) } }

        /// The whole numbers for which a branch is taken; `other` is for those without a branch, too.
        private func numbers(of category: PluralCategory) -> [Int] {
            let all =
                category == .other
                ? PluralCategory.allCases.filter { $0 == .other || branches[$0.keyword] == nil }
                : [category]
            let exact = branches.list.compactMap(\.exact)
            return all.flatMap { forms[$0].integers }.map { $0 + branches.offset }.sorted()
                .filter { !exact.contains($0) }
        }

        private func written(
            _ branch: MessageTree.Branch,
            _ category: PluralCategory,
            _ numbers: [Int]
        ) -> MessageProblem? {
            // Where other forms are there, `other` may well compare with a number: "more than 1".
            guard category != .other || branches.list.count == 1 else { return nil }
            for case .text(let text) in branch.nodes {
                for word in WordList(text.value).words {
                    guard let number = WrittenNumber.value(of: word.text, language),
                        numbers.contains(number),
                        let other = numbers.first(where: { $0 > number }) ?? numbers.first
                    else { continue }
                    let listed = numbers.filter { $0 != number }.prefix(3).map { String($0) }
                    return MessageProblem(
                        "L015",
                        at: text.range(of: word.range),
                        "the branch `\(branch.selector)` says `\(word.text)`, and is taken for \(listed.joined(separator: ", ")) … as well",
                        help:
                            "write # in place of `\(word.text)`, or a branch =\(number) beside it",
                        replacement: word.isDigits ? "#" : nil,
                        sample: .init(
                            [argument.name: .integer(Int64(other))],
                            remark: "for \(other)"
                        )
                    )
                }
            }
            return nil
        }

        private func lost(
            _ branch: MessageTree.Branch,
            isSingle: Bool
        ) -> MessageProblem? {
            let counterpart = original?.branch(like: branch.selector)
            let isShownInEnglish = counterpart?.nodes.show(argument.name) ?? false
            // A form that names one number only says it by itself: «hodinu», “an hour”.
            guard !isSingle, isShownInEnglish || anyShows else { return nil }
            return MessageProblem(
                "L016",
                at: branch.wholeRange,
                "the branch `\(branch.selector)` doesn’t show the number",
                help: "write # where the number belongs",
                label: isShownInEnglish ? "the English branch shows it" : "other branches show it"
            )
        }
    }

    // MARK: - Signs

    private enum Place { case outside, plural, select }

    /// Finds each `#` that a reader would see.
    private static func signs(
        _ nodes: [MessageTree.Node],
        _ counted: MessageTree.Argument?,
        _ place: Place,
        _ isInEnglish: Bool,
        _ problems: inout [MessageProblem]
    ) {
        for node in nodes {
            switch node {
            case .number: break
            case .text(let text):
                let isLost = place == .select && counted != nil
                guard isLost || !isInEnglish, text.value.utf8.contains(UInt8(ascii: "#")) else {
                    continue
                }
                let name = counted.map { "{\($0.name)}" }
                for (offset, byte) in text.value.utf8.enumerated() where byte == UInt8(ascii: "#") {
                    problems.append(
                        MessageProblem(
                            "L017",
                            at: text.range(of: offset..<(offset + 1)),
                            "`#` is shown as it is"
                                + (isLost
                                    ? ": it is the number directly inside a plural only" : ""),
                            help: name.map { "write \($0)" }
                                ?? "`#` is a number inside of a plural only",
                            replacement: isLost && counted?.plural?.branches.offset == 0
                                ? name : nil
                        )
                    )
                }
            case .argument(let argument):
                let isPlural = argument.plural != nil
                for branch in argument.branches {
                    signs(
                        branch.nodes,
                        isPlural ? argument : counted,
                        isPlural ? .plural : counted == nil ? .outside : .select,
                        isInEnglish,
                        &problems
                    )
                }
            }
        }
    }
}

extension [MessageTree.Node] {
    /// Whether a number is shown somewhere: by `#`, or by its name.
    func show(_ name: String) -> Bool {
        contains { node in
            switch node {
            case .text: return false
            case .number: return true
            case .argument(let argument):
                switch argument.format {
                case .plain, .number: return argument.name == name
                case .date, .time: return false
                case .select: return argument.branches.contains { $0.nodes.show(name) }
                case .plural, .ordinal:
                    // `#` is another number inside of another plural.
                    return argument.branches.contains { branch in
                        argument.name == name
                            ? branch.nodes.show(name) : branch.nodes.withoutNumber.show(name)
                    }
                }
            }
        }
    }

    private var withoutNumber: [MessageTree.Node] {
        filter { if case .number = $0 { false } else { true } }
    }

    /// Whether an argument is shown at the top, outside of all branches.
    func showOutsideBranches(_ name: String) -> Bool {
        contains { node in
            guard case .argument(let argument) = node else { return false }
            return argument.branches.isEmpty && argument.name == name
        }
    }

    /// Whether a text stands in the words, those of branches included.
    func haveText(_ part: String) -> Bool {
        contains { node in
            switch node {
            case .text(let text): text.value.contains(part)
            case .number: false
            case .argument(let argument): argument.branches.contains { $0.nodes.haveText(part) }
            }
        }
    }
}
