/// Finds values that make a message show one of its branches.
struct BranchPath {
    private let tree: MessageTree
    private let language: LanguageTag

    init(_ tree: MessageTree, in language: LanguageTag) {
        self.tree = tree
        self.language = language
    }

    /// The values with which a stretch of the pattern is shown; `nil` where nothing shows it.
    func arguments(reaching range: Range<Int>) -> [String: MessageArgument]? {
        var values: [String: MessageArgument] = [:]
        var nodes = tree.nodes
        while let argument = Self.argument(around: range, in: nodes),
            let branch = argument.branches.first(where: {
                $0.wholeRange.contains(range.lowerBound)
            })
        {
            guard let value = value(choosing: branch, of: argument) else { return nil }
            values[argument.name] = value
            nodes = branch.nodes
        }
        return values
    }

    private static func argument(
        around range: Range<Int>,
        in nodes: [MessageTree.Node]
    ) -> MessageTree.Argument? {
        for case .argument(let argument) in nodes
        where argument.range.lowerBound <= range.lowerBound
            && argument.range.upperBound >= range.upperBound
        {
            return argument
        }
        return nil
    }

    /// A value for which a branch is taken; `nil` where there is none.
    func value(
        choosing branch: MessageTree.Branch,
        of argument: MessageTree.Argument
    ) -> MessageArgument? {
        switch argument.format {
        case .select: return .choice(branch.selector)
        case .plural(let branches):
            return value(choosing: branch, branches, PluralForms.of(language))
        case .ordinal(let branches):
            let forms = PluralForms.of(language, isOrdinal: true)
            return value(choosing: branch, branches, forms)
        case .plain, .number, .date, .time: return nil
        }
    }

    private func value(
        choosing branch: MessageTree.Branch,
        _ branches: MessageTree.Branches,
        _ forms: PluralForms
    ) -> MessageArgument? {
        if let exact = branch.exact { return .integer(Int64(exact)) }
        guard let own = branch.category else { return nil }
        // `other` is taken for every category without a branch of its own.
        let categories =
            own == .other
            ? [own] + PluralCategory.allCases.filter { branches[$0.keyword] == nil } : [own]
        let exact = branches.list.compactMap(\.exact)
        for category in categories {
            let members = forms[category]
            let number = members.integers.map { $0 + branches.offset }
                .first { !exact.contains($0) }
            if let number { return .integer(Int64(number)) }
            if let decimal = members.decimal, branches.offset == 0 { return .number(decimal) }
        }
        return nil
    }
}
