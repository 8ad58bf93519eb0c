import Expressions

/// All cases that the conditions of one place tell apart.
///
/// Each term that is compared with constants has a value for each of them and for what lies between; each
/// question has two. A case is one choice of all. There may be more cases than can really come, never
/// fewer: so what holds in none, or in all, does so in truth.
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
        /// How many cases lie between two that differ in this alone.
        var stride = 1
    }

    /// More cases than these are not looked at: nobody could follow such conditions anyway.
    private static let most = 20_000

    private var variables: [String: Variable] = [:]
    /// How many cases there are.
    private(set) var count = 1

    /// The cases of some conditions; `nil` where there are too many, or where values can't be compared.
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
            let isOrdered = ordered.contains(key)
            guard
                let variable = isOrdered
                    ? Self.ordered(values, domain) : Self.unordered(values, domain),
                add(variable, key)
            else { return nil }
        }
        for (name, key) in conditions.flatMap(\.questions) where variables["?" + key] == nil {
            let answers = name.flatMap(facts.isSet).map { [$0] } ?? [true, false]
            guard add(Variable(cells: answers.map(Cell.answer)), "?" + key) else { return nil }
        }
    }

    /// Whether a condition holds in each of the cases.
    func holding(_ condition: ConditionOutline) -> [Bool] {
        (0..<count).map { holds(condition, in: $0) }
    }

    private mutating func add(_ variable: Variable, _ key: String) -> Bool {
        var variable = variable
        variable.stride = count
        variables[key] = variable
        count *= variable.cells.count
        return count > 0 && count <= Self.most
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

    private func cell(_ key: String, in index: Int) -> (cell: Cell, variable: Variable)? {
        guard let variable = variables[key] else { return nil }
        return (variable.cells[index / variable.stride % variable.cells.count], variable)
    }

    private func holds(_ condition: ConditionOutline, in index: Int) -> Bool {
        switch condition {
        case .constant(let holds): return holds
        case .failing: return false
        case .not(let inner): return !holds(inner, in: index)
        case .every(let parts): return parts.allSatisfy { holds($0, in: index) }
        case .some(let parts): return parts.contains { holds($0, in: index) }
        case .isSet(let key), .question(let key):
            guard case .answer(let answer)? = cell("?" + key, in: index)?.cell else { return false }
            return answer
        case .compare(let term, let comparison, let operand):
            guard let (cell, variable) = cell(term.key, in: index) else { return false }
            return holds(cell, comparison, operand.value, variable.constants)
        }
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
