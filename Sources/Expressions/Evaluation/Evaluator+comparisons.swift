extension Evaluator {
    func compare(
        _ state: inout EvaluationState,
        _ relation: Relation,
        _ kind: ValueKind,
        _ left: NodeIndex,
        _ right: NodeIndex,
        at node: Node
    ) throws(EvaluationFailure) -> Bool {
        switch kind {
        case .bool:
            let (left, right) = (try condition(&state, left), try condition(&state, right))
            return relation.holds(left ? 1 : 0, right ? 1 : 0)
        case .int: return relation.holds(try integer(&state, left), try integer(&state, right))
        case .double: return relation.holds(try real(&state, left), try real(&state, right))
        case .string:
            let (left, right) = (try text(&state, left), try text(&state, right))
            try charge(&state, Cost.walk(min(left.utf8.count, right.utf8.count)), at: node)
            if relation.isEquality {
                return CodePoints.areEqual(left, right) == (relation == .equal)
            }
            return relation.holds(CodePoints.compare(left, right), 0)
        case .timestamp:
            return relation.holds(try timestamp(&state, left), try timestamp(&state, right))
        case .duration:
            return relation.holds(try duration(&state, left), try duration(&state, right))
        case .money:
            let (left, right) = (try money(&state, left), try money(&state, right))
            try checkCurrencies(left, right, at: node)
            return relation.holds(left.tenThousandths, right.tenThousandths)
        case .null, .collection:
            let (left, right) = (try value(&state, left), try value(&state, right))
            return try areEqual(&state, left, right, at: node) == (relation == .equal)
        }
    }

    func checkCurrencies(
        _ left: Money,
        _ right: Money,
        at node: Node
    ) throws(EvaluationFailure) {
        guard left.currency != right.currency else { return }
        throw failure(.currencyMismatch(left.currency, right.currency), node)
    }

    /// Whether two values are equal; recurses as deep as their types are nested.
    func areEqual(
        _ state: inout EvaluationState,
        _ left: ExpressionValue,
        _ right: ExpressionValue,
        at node: Node
    ) throws(EvaluationFailure) -> Bool {
        switch (left, right) {
        case (.string(let left), .string(let right)):
            try charge(&state, Cost.walk(min(left.utf8.count, right.utf8.count)), at: node)
            return CodePoints.areEqual(left, right)
        case (.money(let left), .money(let right)):
            try checkCurrencies(left, right, at: node)
            return left == right
        case (.list(let left), .list(let right)):
            guard left.count == right.count else { return false }
            for (left, right) in zip(left, right) {
                try charge(&state, 1, at: node)
                if try !areEqual(&state, left, right, at: node) { return false }
            }
            return true
        case (.map(let left), .map(let right)):
            guard left.count == right.count else { return false }
            for one in left {
                guard let other = try entry(&state, of: right, for: one.key, at: node) else {
                    return false
                }
                if try !areEqual(&state, one.value, other.value, at: node) { return false }
            }
            return true
        case (.record(let left), .record(let right)):
            guard left.count == right.count else { return false }
            for (name, one) in left.entries {
                try charge(&state, 1, at: node)
                guard let other = right.value(name) else { return false }
                if try !areEqual(&state, one, other, at: node) { return false }
            }
            return true
        default: return left == right
        }
    }

    /// The entry of a map under a key.
    ///
    /// Maps are short, so entries are looked through in order.
    func entry(
        _ state: inout EvaluationState,
        of entries: [ExpressionMapEntry],
        for key: ExpressionValue,
        at node: Node
    ) throws(EvaluationFailure) -> ExpressionMapEntry? {
        for entry in entries {
            try charge(&state, 1, at: node)
            if try areEqual(&state, entry.key, key, at: node) { return entry }
        }
        return nil
    }
}
