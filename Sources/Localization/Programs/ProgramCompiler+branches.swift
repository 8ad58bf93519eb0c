extension ProgramCompiler {
    mutating func plural(
        _ argument: MessageTree.Argument,
        _ written: MessageTree.Branches,
        ordinal: Bool
    ) throws(MessageProblem) {
        let slot = try slot(argument, .number)
        let place = plurals.count
        let branches = Int32(clamping: place)
        let rule = formats.plurals(ordinal: ordinal)
        // Holds the place, since branches inside refer to it by its index.
        plurals.append(
            PluralBranches(rule: rule, basis: .value, offset: 0, exact: [], categories: [])
        )
        operations.append(.plural(slot: slot, branches: branches))
        let targets = try self.branches(written.list, Surroundings(slot: slot, branches: branches))
        var exact: [(value: Double, target: Int32)] = []
        var other: Int32 = 0
        var categories = [Int32](repeating: -1, count: PluralCategory.allCases.count)
        for (branch, target) in zip(written.list, targets) {
            if let number = branch.exact { exact.append((Double(number), target)) }
            if let category = branch.category { categories[category.rawValue] = target }
            if branch.category == .other { other = target }
        }
        plurals[place] = PluralBranches(
            rule: rule,
            basis: Self.basis(argument.name, written["other"]?.nodes ?? []),
            offset: Double(written.offset),
            exact: exact,
            categories: categories.map { $0 < 0 ? other : $0 }
        )
    }

    /// What a plural chooses by: ICU looks at how `other` shows the number first.
    private static func basis(
        _ name: String,
        _ nodes: [MessageTree.Node]
    ) -> PluralBranches.Basis {
        for node in nodes {
            switch node {
            case .text: continue
            case .number: return .shown(.number)
            case .argument(let argument):
                guard argument.name == name else { continue }
                switch argument.format {
                case .plain: return .shown(.number)
                case .number(let style), .date(let style), .time(let style):
                    switch style {
                    case "": return .shown(.number)
                    case "integer": return .shown(.integer)
                    case "percent": return .shown(.percent)
                    default: return .value
                    }
                case .plural, .ordinal, .select: continue
                }
            }
        }
        return .shown(.number)
    }

    mutating func select(
        _ argument: MessageTree.Argument,
        _ list: [MessageTree.Branch]
    ) throws(MessageProblem) {
        let slot = try slot(argument, .choice)
        let place = selects.count
        selects.append(SelectBranches(words: [], other: 0))
        operations.append(.select(slot: slot, branches: Int32(clamping: place)))
        var words: [(word: [UInt8], target: Int32)] = []
        var other: Int32 = 0
        for (branch, target) in zip(list, try branches(list, nil)) {
            if branch.category == .other {
                other = target
            } else {
                words.append((Array(branch.selector.utf8), target))
            }
        }
        selects[place] = SelectBranches(words: words, other: other)
    }

    /// Compiles branches behind each other, each with a jump to the end; gives where they begin.
    private mutating func branches(
        _ list: [MessageTree.Branch],
        _ plural: Surroundings?
    ) throws(MessageProblem) -> [Int32] {
        var targets: [Int32] = []
        targets.reserveCapacity(list.count)
        for branch in list {
            targets.append(Int32(clamping: operations.count))
            try message(branch.nodes, plural)
            operations.append(.jump(0))
        }
        let end = operations.count
        for index in targets.indices {
            let next = index + 1 < targets.count ? Int(targets[index + 1]) : end
            operations[next - 1] = .jump(Int32(clamping: end))
        }
        return targets
    }
}
