import CICUBridge

extension ProgramCompiler {
    mutating func plural(
        _ name: String,
        at start: Int,
        ordinal: Bool
    ) throws(MessageProblem) {
        let limit = Int(parts[start].limit)
        let slot = try slot(name, .number, at: start)
        // Only simple arguments have a part for their type.
        var index = start + 2
        var offset = 0.0
        if isNumber(index) {
            offset = parts[index].number
            index += 1
        }
        let place = plurals.count
        // Holds the place, since branches inside refer to it by its index.
        plurals.append(
            PluralBranches(
                rule: formats.plurals(ordinal: ordinal),
                basis: basis(name, from: index, limit),
                offset: offset,
                exact: [],
                categories: [],
                written: []
            )
        )
        operations.append(.plural(slot: slot, branches: Int32(clamping: place)))
        var exact: [(value: Double, target: Int32)] = []
        var targets: [PluralCategory: Int32] = [:]
        var jumps: [Int] = []
        while index < limit {
            let target = Int32(clamping: operations.count)
            if isNumber(index + 1) {
                exact.append((parts[index + 1].number, target))
                index += 2
            } else {
                if let category = PluralCategory(keyword: text(of: index)) {
                    targets[category] = target
                }
                index += 1
            }
            try message(at: index, Surroundings(slot: slot, branches: Int32(clamping: place)))
            jumps.append(operations.count)
            operations.append(.jump(0))
            index = Int(parts[index].limit) + 1
        }
        let end = Int32(clamping: operations.count)
        for jump in jumps { operations[jump] = .jump(end) }
        let other = targets[.other] ?? end
        let branches = plurals[place]
        plurals[place] = PluralBranches(
            rule: branches.rule,
            basis: branches.basis,
            offset: offset,
            exact: exact,
            categories: PluralCategory.allCases.map { targets[$0] ?? other },
            written: PluralCategory.allCases.filter { targets[$0] != nil }
        )
    }

    private func isNumber(_ index: Int) -> Bool {
        let kind = UInt32(parts[index].kind)
        return kind == pf_part_argument_int.rawValue || kind == pf_part_argument_double.rawValue
    }

    /// What a plural chooses by: ICU looks at how `other` shows the number first.
    private func basis(_ name: String, from start: Int, _ limit: Int) -> PluralBranches.Basis {
        var index = start
        while index < limit {
            let isOther = text(of: index) == "other"
            index += isNumber(index + 1) ? 2 : 1
            if isOther { return basis(name, inMessage: index) }
            index = Int(parts[index].limit) + 1
        }
        return .shown(.number)
    }

    private func basis(_ name: String, inMessage start: Int) -> PluralBranches.Basis {
        var index = start + 1
        let limit = Int(parts[start].limit)
        while index < limit {
            let kind = UInt32(parts[index].kind)
            if kind == pf_part_replace_number.rawValue { return .shown(.number) }
            if kind == pf_part_argument_start.rawValue {
                let type = UInt32(parts[index].value)
                let isBare = type == pf_argument_none.rawValue
                let isSimple = type == pf_argument_simple.rawValue
                if isBare || isSimple, text(of: index + 1) == name {
                    let hasStyle =
                        UInt32(parts[index + 3].kind) == pf_part_argument_style.rawValue
                    guard isSimple, hasStyle else { return .shown(.number) }
                    switch text(of: index + 3).trimmingASCIIBlanks {
                    case "integer": return .shown(.integer)
                    case "percent": return .shown(.percent)
                    default: return .value
                    }
                }
                index = Int(parts[index].limit)
            }
            index += 1
        }
        return .shown(.number)
    }

    mutating func select(_ name: String, at start: Int) throws(MessageProblem) {
        let limit = Int(parts[start].limit)
        let slot = try slot(name, .choice, at: start)
        let place = selects.count
        selects.append(SelectBranches(words: [], other: 0))
        operations.append(.select(slot: slot, branches: Int32(clamping: place)))
        var words: [(word: [UInt8], target: Int32)] = []
        var other: Int32 = 0
        var jumps: [Int] = []
        // Only simple arguments have a part for their type.
        var index = start + 2
        while index < limit {
            let word = text(of: index)
            let target = Int32(clamping: operations.count)
            if word == "other" {
                other = target
            } else {
                words.append((Array(word.utf8), target))
            }
            try message(at: index + 1, nil)
            jumps.append(operations.count)
            operations.append(.jump(0))
            index = Int(parts[index + 1].limit) + 1
        }
        for jump in jumps { operations[jump] = .jump(Int32(clamping: operations.count)) }
        selects[place] = SelectBranches(words: words, other: other)
    }
}

extension String {
    /// The text without blanks, tabs and line ends around it.
    var trimmingASCIIBlanks: String {
        let blanks: Set<Character> = [" ", "\t", "\n", "\r\n"]
        let start = drop { blanks.contains($0) }
        let rest = start.reversed().drop { blanks.contains($0) }
        return String(rest.reversed())
    }
}
