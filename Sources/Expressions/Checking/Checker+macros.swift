/// `has`, `all`, `exists` and `exists_one`, which look like functions but bind or ask about names.
extension Checker {
    mutating func call(_ call: SyntaxNode.Call, at range: Range<Int>) -> Checked {
        if call.name == "has", call.receiver == nil { return has(call, at: range) }
        if let quantifier = Loop.Quantifier(rawValue: call.name) {
            return loop(quantifier, call, at: range)
        }
        guard let function = Function(rawValue: call.name) else {
            if let refusal = omitted(call) ?? called(call, at: range) { return refusal }
            return fault(
                .unknownFunction,
                at: call.nameRange,
                "there is no function '\(call.name)'",
                suggestion: Function.suggestion(for: call.name),
                advice: Function.suggestion(for: call.name) == nil ? Function.overview : nil
            )
        }
        return self.call(function, call, at: range)
    }

    /// Refuses `now()`: a name that is written like a function.
    private mutating func called(_ call: SyntaxNode.Call, at range: Range<Int>) -> Checked? {
        let isName =
            scope.meaning(of: call.name) != nil || variables.contains { $0.name == call.name }
        guard isName, call.receiver == nil else { return nil }
        return fault(
            .unknownFunction,
            at: range,
            "'\(call.name)' is no function",
            advice: "write `\(call.name)` without parentheses"
        )
    }

    // MARK: has

    private mutating func has(_ call: SyntaxNode.Call, at range: Range<Int>) -> Checked {
        guard call.arguments.count == 1, let asked = call.arguments.first else {
            return fault(.type, at: range, "has is written has(name)")
        }
        if let (name, meaning) = meaning(of: asked) {
            guard case .slot(let slot, _) = meaning else {
                return fault(.type, at: asked.range, "'\(name)' is always set")
            }
            reads.insert(slot)
            var result = emit(.condition(.isSet(slot: Int32(slot))), .bool, at: range)
            result.setIfTrue = [slot]
            return result
        }
        switch asked.content {
        case .select(let target, let field):
            let target = check(target)
            guard fieldType(of: target.type, field, at: asked.range) != nil else {
                return constant(.null, .nothing, at: range)
            }
            let operation = ConditionOperation.hasField(
                of: target.node,
                name: draft.add(name: field),
                place: place(of: field, in: target.type)
            )
            return emit(
                .condition(operation),
                .bool,
                at: range,
                from: [target],
                adding: lookupCost(in: target.bound, key: Bound(of: .string(field)))
            )
        case .name(let name) where variables.contains(where: { $0.name == name }):
            return fault(.type, at: asked.range, "'\(name)' is always set")
        case .name:
            return check(asked)
        case .literal, .index, .call, .not, .negate, .binary, .chain, .conditional, .list, .map:
            return fault(
                .type,
                at: asked.range,
                "has asks about a name or a field: has(name), has(a.b)"
            )
        }
    }

    // MARK: all, exists, exists_one

    private mutating func loop(
        _ quantifier: Loop.Quantifier,
        _ call: SyntaxNode.Call,
        at range: Range<Int>
    ) -> Checked {
        let name = quantifier.rawValue
        guard let receiver = call.receiver else {
            return fault(
                .type,
                at: range,
                "\(name) is written behind a list: list.\(name)(item, …)"
            )
        }
        guard call.arguments.count == 2, case .name(let variable) = call.arguments[0].content else {
            return fault(
                .type,
                at: range,
                "\(name) takes a new name and a condition: list.\(name)(item, …)"
            )
        }
        guard variables.count < ExpressionLimits.macroNesting else {
            return fault(
                .cost,
                at: range,
                "all, exists and exists_one stand inside each other at most "
                    + "\(ExpressionLimits.macroNesting) deep"
            )
        }
        let target = check(receiver)
        guard let item = itemType(of: target.type) else {
            return fault(
                .type,
                at: receiver.range,
                "\(name) runs over a list or a map, not \(target.type)"
            )
        }
        let start = draft.nodes.count
        let depth = Int32(variables.count)
        variables.append(Variable(name: variable, type: item, bound: target.bound.element))
        let body = check(call.arguments[1], as: .bool, for: "the condition of \(name)")
        variables.removeLast()
        let size = Int32(draft.nodes.count - start)
        let loop = Loop(
            quantifier: quantifier,
            target: target.node,
            variable: depth,
            body: body.node,
            bodySize: size
        )
        return emit(
            .condition(.loop(loop)),
            .bool,
            at: range,
            from: [target, body],
            adding: Cost.times(target.bound.count, Cost.plus(1, max(body.cost, Int(size))))
        )
    }

    /// The type that a macro's variable has; `nil` for what it can't run over.
    private func itemType(of type: ExpressionType) -> ExpressionType? {
        switch type {
        case .list(let item): item
        case .map(let key, _): key
        case .nothing: .nothing
        case .bool, .int, .double, .string, .timestamp, .duration, .null, .money, .record: nil
        }
    }
}
