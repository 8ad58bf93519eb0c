/// Conditions that guard each other, branches, and literals that hold other values.
extension Checker {
    mutating func chain(
        _ parts: [SyntaxNode],
        _ mustAllHold: Bool,
        at range: Range<Int>
    ) -> Checked {
        let before = known
        var checked: [Checked] = []
        for part in parts {
            let next = check(part, as: .bool, for: mustAllHold ? "'&&'" : "'||'")
            known.formUnion(mustAllHold ? next.setIfTrue : next.setIfFalse)
            checked.append(next)
        }
        known = before
        let children = draft.add(children: checked.map(\.node))
        var result = emit(
            .condition(mustAllHold ? .every(children) : .some(children)),
            .bool,
            at: range,
            from: checked
        )
        // A true && has all its parts true; a false one has some part false, nobody knows which.
        if mustAllHold {
            result.setIfTrue = union(checked.map(\.setIfTrue))
            result.setIfFalse = intersection(checked.map(\.setIfFalse))
        } else {
            result.setIfTrue = intersection(checked.map(\.setIfTrue))
            result.setIfFalse = union(checked.map(\.setIfFalse))
        }
        return result
    }

    private func union(_ sets: [Set<Int>]) -> Set<Int> {
        sets.reduce(into: []) { $0.formUnion($1) }
    }

    private func intersection(_ sets: [Set<Int>]) -> Set<Int> {
        sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }
    }

    mutating func conditional(
        _ condition: SyntaxNode,
        _ first: SyntaxNode,
        _ second: SyntaxNode,
        at range: Range<Int>
    ) -> Checked {
        let condition = check(condition, as: .bool, for: "the condition of '?'")
        let before = known
        known = before.union(condition.setIfTrue)
        let one = check(first)
        known = before.union(condition.setIfFalse)
        let two = check(second)
        known = before
        guard let type = one.type.joined(with: two.type) else {
            return fault(
                .type,
                at: range,
                "both branches of '?' need one type, found \(one.type) and \(two.type)"
            )
        }
        var result = emit(
            .conditional(condition.node, one.node, two.node),
            type,
            at: range,
            from: [condition, one, two],
            bound: one.bound.joined(with: two.bound)
        )
        result.setIfTrue = condition.setIfTrue.union(one.setIfTrue)
            .intersection(condition.setIfFalse.union(two.setIfTrue))
        result.setIfFalse = condition.setIfTrue.union(one.setIfFalse)
            .intersection(condition.setIfFalse.union(two.setIfFalse))
        return result
    }

    mutating func list(_ items: [SyntaxNode], at range: Range<Int>) -> Checked {
        let (checked, type) = sameType(items, of: "the items of a list")
        let values = checked.compactMap { draft.constant(at: $0.node) }
        // What is written down need not be put together at each evaluation.
        let operation =
            values.count == checked.count
            ? draft.add(constant: .list(values))
            : .collection(.list(draft.add(children: checked.map(\.node))))
        return emit(
            operation,
            .list(type),
            at: range,
            from: checked,
            bound: .items(count: items.count, Bound.widest(checked.map(\.bound)))
        )
    }

    mutating func map(
        _ entries: [(key: SyntaxNode, value: SyntaxNode)],
        at range: Range<Int>
    ) -> Checked {
        let (keys, key) = sameType(entries.map(\.key), of: "the keys of a map")
        let (values, value) = sameType(entries.map(\.value), of: "the values of a map")
        switch key {
        case .bool, .int, .string, .nothing: break
        case .double, .timestamp, .duration, .null, .money, .list, .map, .record:
            return fault(.type, at: range, "the key of a map is bool, int or string, not \(key)")
        }
        let pairs = zip(keys, values).flatMap { [$0.node, $1.node] }
        let bound = Bound.entries(
            count: entries.count,
            key: Bound.widest(keys.map(\.bound)),
            value: Bound.widest(values.map(\.bound))
        )
        return emit(
            .collection(.map(draft.add(children: pairs))),
            .map(key: key, value: value),
            at: range,
            from: keys + values,
            adding: Cost.times(
                entries.count,
                lookupCost(in: bound, key: Bound.widest(keys.map(\.bound)))
            ),
            bound: bound
        )
    }

    /// Checks values that must be of one type.
    private mutating func sameType(
        _ nodes: [SyntaxNode],
        of what: String
    ) -> ([Checked], ExpressionType) {
        var checked: [Checked] = []
        var type = ExpressionType.nothing
        for node in nodes {
            let next = check(node)
            if let joined = type.joined(with: next.type) {
                type = joined
            } else {
                report(
                    .type,
                    at: node.range,
                    "\(what) need one type, found \(type) and \(next.type)"
                )
            }
            checked.append(next)
        }
        return (checked, type)
    }
}
