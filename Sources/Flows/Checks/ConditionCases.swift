import Expressions

/// All cases that the conditions of one place tell apart.
///
/// Each term that is compared with constants has a value for each of them and for what lies between; each
/// question has two. A case is one choice of all. There may be more cases than can really come, never
/// fewer: so what holds in none, or in all, does so in truth.
///
/// A case is looked for by choosing one value after the other, and only among those that still decide
/// something; conditions that have nothing in common are looked at apart.
struct ConditionCases {
    /// A value of a term, as far as the conditions tell values apart.
    private enum Cell {
        case point(ExpressionValue)
        /// Above so many of the constants, and below the others.
        case gap(Int)
        /// None of the constants.
        case other
        case answer(Bool)
    }

    private struct Variable {
        let cells: [Cell]
        /// The constants in order, where an order is asked about.
        var constants: [ExpressionValue] = []
    }

    /// How many questions and comparisons are looked at before it is given up: some hundredths of a second.
    private static let most = 400_000

    private var variables: [String: Variable] = [:]
    private var left = most

    /// The cases of some conditions; `nil` where values can't be compared.
    init?(_ conditions: [ConditionOutline], _ facts: ConditionFacts) {
        var terms: [String: (term: ConditionOutline.Term, values: Set<ExpressionValue>)] = [:]
        var ordered: Set<String> = []
        for (term, comparison, operand) in conditions.flatMap(\.comparisons) {
            terms[term.key, default: (term, [])].values.insert(operand.value)
            switch comparison {
            case .equal: break
            case .less, .lessOrEqual: ordered.insert(term.key)
            }
        }
        for (key, (term, values)) in terms {
            let domain = facts.domain(of: term)
            let variable =
                ordered.contains(key)
                ? Self.ordered(values, domain) : Self.unordered(values, domain)
            guard let variable, !variable.cells.isEmpty else { return nil }
            variables[key] = variable
        }
        for (name, key) in conditions.flatMap(\.questions) {
            let answers = name.flatMap(facts.isSet).map { [$0] } ?? [true, false]
            variables["?" + key] = Variable(cells: answers.map(Cell.answer))
        }
    }

    /// Whether there is a case in which all these conditions hold; `nil` where that takes too long to find out.
    mutating func canHold(_ conditions: [ConditionOutline]) -> Bool? {
        var isDecided = true
        for part in Self.apart(ConditionOutline.reduced(conditions)) {
            switch canHoldTogether(part) {
            case false?: return false
            case nil: isDecided = false
            case true?: break
            }
        }
        return isDecided ? true : nil
    }

    private mutating func canHoldTogether(_ conditions: [ConditionOutline]) -> Bool? {
        if conditions.count == 1, let alternatives = conditions[0].alternatives {
            var isDecided = true
            for alternative in alternatives {
                switch canHold([alternative]) {
                case true?: return true
                case nil: isDecided = false
                case false?: break
                }
            }
            return isDecided ? false : nil
        }
        var chosen: [String: Cell] = [:]
        return search(conditions, &chosen)
    }

    private mutating func search(
        _ conditions: [ConditionOutline],
        _ chosen: inout [String: Cell]
    ) -> Bool? {
        var open: [String: Int] = [:]
        var rest: [ConditionOutline] = []
        for condition in conditions {
            var asked: [String] = []
            switch holds(condition, chosen, &asked) {
            case false?: return false
            case true?: continue
            case nil:
                rest.append(condition)
                for key in asked { open[key, default: 0] += 1 }
            }
        }
        guard left > 0 else { return nil }
        // What most conditions wait for decides most.
        let next = open.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let key = next?.key, let variable = variables[key] else { return true }
        var isDecided = true
        for cell in variable.cells {
            chosen[key] = cell
            defer { chosen[key] = nil }
            switch search(rest, &chosen) {
            case true?: return true
            case nil: isDecided = false
            case false?: break
            }
        }
        return isDecided ? false : nil
    }

    /// The conditions in groups that ask about different things.
    private static func apart(_ conditions: [ConditionOutline]) -> [[ConditionOutline]] {
        var groups: [(keys: Set<String>, conditions: [ConditionOutline])] = []
        for condition in conditions {
            let keys = condition.keys
            let joined = groups.filter { !$0.keys.isDisjoint(with: keys) }
            groups.removeAll { !$0.keys.isDisjoint(with: keys) }
            groups.append(
                (
                    joined.reduce(keys) { $0.union($1.keys) },
                    joined.flatMap(\.conditions) + [condition]
                )
            )
        }
        return groups.map(\.conditions)
    }

    private static func unordered(
        _ values: Set<ExpressionValue>,
        _ domain: ValueDomain
    ) -> Variable? {
        if values.contains(.bool(true)) || values.contains(.bool(false)) {
            return Variable(cells: [.point(.bool(true)), .point(.bool(false))])
        }
        let possible = values.filter(domain.contains)
        let cells = possible.map(Cell.point)
        return Variable(cells: domain.isExhausted(by: possible) ? cells : cells + [.other])
    }

    private static func ordered(
        _ values: Set<ExpressionValue>,
        _ domain: ValueDomain
    ) -> Variable? {
        var sorted: [ExpressionValue] = []
        for value in values {
            let places = sorted.map { $0.precedes(value) }
            guard value.precedes(value) != nil, !places.contains(nil) else { return nil }
            sorted.insert(value, at: places.count { $0 == true })
        }
        var cells: [Cell] = []
        for place in 0...sorted.count {
            let above = place > 0 ? sorted[place - 1] : nil
            let below = place < sorted.count ? sorted[place] : nil
            if domain.hasValues(above: above, below: below) { cells.append(.gap(place)) }
            if let below, domain.contains(below) { cells.append(.point(below)) }
        }
        return Variable(cells: cells, constants: sorted)
    }

    /// Whether a condition holds, as far as values are chosen; notes what it waits for.
    private mutating func holds(
        _ condition: ConditionOutline,
        _ chosen: [String: Cell],
        _ asked: inout [String]
    ) -> Bool? {
        switch condition {
        case .constant(let holds): return holds
        case .failing: return false
        case .not(let inner): return holds(inner, chosen, &asked).map { !$0 }
        case .every(let parts): return holds(parts, until: false, chosen, &asked)
        case .some(let parts): return holds(parts, until: true, chosen, &asked)
        case .isSet(let key), .question(let key):
            left -= 1
            guard let cell = chosen["?" + key] else {
                asked.append("?" + key)
                return nil
            }
            guard case .answer(let answer) = cell else { return false }
            return answer
        case .compare(let term, let comparison, let operand):
            left -= 1
            guard let cell = chosen[term.key] else {
                asked.append(term.key)
                return nil
            }
            let constants = variables[term.key]?.constants ?? []
            return holds(cell, comparison, operand.value, constants)
        }
    }

    /// Parts of which one that is `decisive` decides.
    private mutating func holds(
        _ parts: [ConditionOutline],
        until decisive: Bool,
        _ chosen: [String: Cell],
        _ asked: inout [String]
    ) -> Bool? {
        var isDecided = true
        for part in parts {
            switch holds(part, chosen, &asked) {
            case decisive?: return decisive
            case nil: isDecided = false
            default: break
            }
        }
        return isDecided ? !decisive : nil
    }

    private func holds(
        _ cell: Cell,
        _ comparison: ConditionOutline.Comparison,
        _ value: ExpressionValue,
        _ constants: [ExpressionValue]
    ) -> Bool {
        switch (cell, comparison) {
        case (.point(let point), .equal): point == value
        case (.point(let point), .less): point.precedes(value) == true
        case (.point(let point), .lessOrEqual): point == value || point.precedes(value) == true
        case (.gap(let place), .less), (.gap(let place), .lessOrEqual):
            (constants.firstIndex(of: value) ?? 0) >= place
        case (.gap, .equal), (.other, _), (.answer, _): false
        }
    }
}

extension ConditionOutline {
    /// The conditions of which one must hold.
    fileprivate var alternatives: [ConditionOutline]? {
        switch self {
        case .some(let parts): parts
        case .not(.every(let parts)): parts.map { .not($0) }
        case .constant, .failing, .not, .every, .isSet, .compare, .question: nil
        }
    }

    /// What it asks about.
    fileprivate var keys: Set<String> {
        Set(comparisons.map(\.term.key) + questions.map { "?" + $0.key })
    }
}
