/// Operators between values.
extension Checker {
    mutating func negation(of operand: SyntaxNode, at range: Range<Int>) -> Checked {
        let operand = check(operand, as: .bool, for: "'!'")
        var result = emit(.condition(.not(operand.node)), .bool, at: range, from: [operand])
        result.setIfTrue = operand.setIfFalse
        result.setIfFalse = operand.setIfTrue
        return result
    }

    mutating func negative(of operand: SyntaxNode, at range: Range<Int>) -> Checked {
        let checked = check(operand)
        switch checked.type {
        case .int, .nothing:
            return emit(.integer(.negate(checked.node)), checked.type, at: range, from: [checked])
        case .double:
            return emit(.real(.negate(checked.node)), .double, at: range, from: [checked])
        case .bool:
            return fault(
                .type,
                at: range,
                "'-' takes int or double, not bool",
                suggestion: "!"
            )
        case .string, .timestamp, .duration, .null, .money, .list, .map, .record:
            return fault(.type, at: range, "'-' takes int or double, not \(checked.type)")
        }
    }

    mutating func binary(
        _ symbol: BinaryOperator,
        _ left: SyntaxNode,
        _ right: SyntaxNode,
        at range: Range<Int>
    ) -> Checked {
        let one = check(left)
        let two = check(right)
        adviseQuotes(around: left, besides: two.type)
        adviseQuotes(around: right, besides: one.type)
        if symbol == .isIn { return membership(of: one, in: two, left, right, at: range) }
        if let relation = Relation(symbol) {
            return comparison(relation, symbol, one, two, at: range) { checker in
                checker.comparisonAdvice(symbol, (left, one.type), (right, two.type))
            }
        }
        return arithmetic(symbol, one, two, at: range) { checker in
            checker.arithmeticAdvice(symbol, (left, one.type), (right, two.type))
        }
    }

    private mutating func membership(
        of item: Checked,
        in collection: Checked,
        _ left: SyntaxNode,
        _ right: SyntaxNode,
        at range: Range<Int>
    ) -> Checked {
        let count = collection.bound.count
        switch collection.type {
        case .list(let type) where type.joined(with: item.type) != nil:
            let each = Cost.plus(1, min(item.bound.weight, collection.bound.item.weight))
            return emit(
                .condition(.isItem(item.node, of: collection.node)),
                .bool,
                at: range,
                from: [item, collection],
                adding: Cost.times(count, each)
            )
        case .map(let key, _) where key.joined(with: item.type) != nil:
            return emit(
                .condition(.isKey(item.node, of: collection.node)),
                .bool,
                at: range,
                from: [item, collection],
                adding: lookupCost(in: collection.bound, key: item.bound)
            )
        case .nothing: return constant(.null, .nothing, at: range)
        case .record:
            return fault(
                .type,
                at: range,
                "'in' takes a list or a map, not a record",
                advice: "ask whether a field is set: `has(\(excerpt(right)).field)`"
            )
        case .string:
            return fault(
                .type,
                at: range,
                "'in' takes a list or a map, not a string",
                advice: !item.type.fits(.string)
                    ? nil : "write `\(excerpt(right)).contains(\(excerpt(left)))`"
            )
        case .list, .map, .bool, .int, .double, .timestamp, .duration, .null, .money:
            return fault(
                .type,
                at: range,
                "'in' can't look for \(item.type) in \(collection.type)"
            )
        }
    }

    private mutating func comparison(
        _ relation: Relation,
        _ symbol: BinaryOperator,
        _ left: Checked,
        _ right: Checked,
        at range: Range<Int>,
        advice: (Checker) -> String?
    ) -> Checked {
        guard let type = left.type.joined(with: right.type) else {
            return fault(
                .type,
                at: range,
                "'\(symbol.rawValue)' compares two values of one type, "
                    + "found \(left.type) and \(right.type)",
                advice: advice(self)
            )
        }
        if !relation.isEquality, type.kind == .null || type.kind == .collection, type != .nothing {
            return fault(.type, at: range, "'\(symbol.rawValue)' can't put \(type) in order")
        }
        let operation = ConditionOperation.compare(relation, type.kind, left.node, right.node)
        return emit(
            .condition(operation),
            .bool,
            at: range,
            from: [left, right],
            adding: min(left.bound.weight, right.bound.weight)
        )
    }

    private mutating func arithmetic(
        _ symbol: BinaryOperator,
        _ left: Checked,
        _ right: Checked,
        at range: Range<Int>,
        advice: (Checker) -> String?
    ) -> Checked {
        guard let arithmetic = Arithmetic(symbol),
            let (operation, type) = overload(arithmetic, left, right)
        else {
            return fault(
                .type,
                at: range,
                "'\(symbol.rawValue)' can't take \(left.type) and \(right.type)",
                advice: advice(self)
            )
        }
        if let refusal = unportableDifference(arithmetic, left, right, at: range) { return refusal }
        var bound = left.bound.joined(with: right.bound)
        var extra = 0
        if case .string = type {
            bound = .text(bytes: Cost.plus(left.bound.bytes, right.bound.bytes))
            extra = Cost.walk(bound.bytes)
        } else if case .list = type {
            extra = Cost.plus(left.bound.count, right.bound.count)
            bound = .items(count: extra, left.bound.item.joined(with: right.bound.item))
        }
        return emit(
            operation,
            type,
            at: range,
            from: [left, right],
            adding: extra,
            bound: bound
        )
    }

    private func real(
        _ arithmetic: Arithmetic,
        _ left: NodeIndex,
        _ right: NodeIndex
    ) -> RealOperation? {
        switch arithmetic {
        case .add: .add(left, right)
        case .subtract: .subtract(left, right)
        case .multiply: .multiply(left, right)
        case .divide: .divide(left, right)
        case .remainder: nil
        }
    }

    /// What an operator does with two types, and what that gives.
    private func overload(
        _ arithmetic: Arithmetic,
        _ left: Checked,
        _ right: Checked
    ) -> (Operation, ExpressionType)? {
        let (one, two) = (left.node, right.node)
        switch (arithmetic, left.type, right.type) {
        case (_, .nothing, let type), (_, let type, .nothing):
            // There is no value to work on: evaluating the operand fails or never happens.
            return (.integer(.arithmetic(arithmetic, one, two)), type)
        case (_, .int, .int): return (.integer(.arithmetic(arithmetic, one, two)), .int)
        case (_, .double, .double):
            return real(arithmetic, one, two).map { (.real($0), .double) }
        case (.add, .string, .string): return (.text(.concatenate(one, two)), .string)
        case (.add, .timestamp, .duration): return (.timestamp(.add(one, two)), .timestamp)
        case (.add, .duration, .timestamp): return (.timestamp(.add(two, one)), .timestamp)
        case (.add, .duration, .duration): return (.duration(.add(one, two)), .duration)
        case (.add, .money, .money): return (.money(.add(one, two)), .money)
        case (.subtract, .timestamp, .duration):
            return (.timestamp(.subtract(one, two)), .timestamp)
        case (.subtract, .timestamp, .timestamp):
            return (.duration(.between(one, two)), .duration)
        case (.subtract, .duration, .duration): return (.duration(.subtract(one, two)), .duration)
        case (.subtract, .money, .money): return (.money(.subtract(one, two)), .money)
        case (.add, .list, .list):
            guard let type = left.type.joined(with: right.type) else { return nil }
            return (.collection(.concatenate(one, two)), type)
        default: return nil
        }
    }
}
