/// Names, and what is reached from a value by a name or an index.
extension Checker {
    /// The names under which CEL has types as values.
    private static let typeNames: Set<String> = [
        "bool", "bytes", "double", "dyn", "int", "list", "map", "null_type", "string", "type",
        "uint",
    ]

    mutating func name(_ name: String, at range: Range<Int>) -> Checked {
        if let depth = variables.lastIndex(where: { $0.name == name }) {
            let variable = variables[depth]
            return emit(
                .load(.variable(Int32(depth))),
                variable.type,
                at: range,
                bound: variable.bound
            )
        }
        guard let meaning = scope.meaning(of: name) else {
            let isType = Self.typeNames.contains(name)
            let function = Function(rawValue: name)
            return fault(
                .unknownName,
                at: range,
                "there is no name '\(name)' here" + (isType ? ": types are not values" : ""),
                suggestion: scope.suggestion(
                    for: name,
                    besides: variables.map(\.name) + ["true", "false"]
                ),
                advice: isType ? nil : function.map { "a function is written `\($0.example)`" }
            )
        }
        return emit(meaning, named: name, at: range)
    }

    private mutating func emit(
        _ meaning: ExpressionScope.Meaning,
        named name: String,
        at range: Range<Int>
    ) -> Checked {
        switch meaning {
        case .slot(let slot, let type):
            reads.insert(slot)
            if !known.contains(slot) { unguardedReads.append((slot: slot, range: range)) }
            let load = Load.slot(Int32(slot), name: draft.add(name: name))
            return emit(
                .load(load),
                type,
                at: range,
                bound: Bound(of: type, length: scope.length(of: name))
            )
        case .constant(let value, let type): return constant(value, type, at: range)
        case .now: return emit(.load(.now), .timestamp, at: range)
        case .today: return emit(.load(.today), .timestamp, at: range)
        case .locale:
            return emit(
                .load(.locale),
                .string,
                at: range,
                bound: Bound(of: .string)
            )
        }
    }

    /// The meaning of a name that may be dotted, unless a macro's variable hides its first word.
    func meaning(of node: SyntaxNode) -> (name: String, meaning: ExpressionScope.Meaning)? {
        guard let path = node.path, !variables.contains(where: { $0.name == path.first }) else {
            return nil
        }
        let name = path.joined(separator: ".")
        return scope.meaning(of: name).map { (name, $0) }
    }

    mutating func selection(
        of target: SyntaxNode,
        _ field: String,
        at node: SyntaxNode
    ) -> Checked {
        if let (name, meaning) = meaning(of: node) {
            return emit(meaning, named: name, at: node.range)
        }
        if let problem = unknownBelow(target, field, at: node.range) { return problem }
        let checked = check(target)
        guard let type = fieldType(of: checked.type, field, at: node.range) else {
            return constant(.null, .nothing, at: node.range)
        }
        let load = Load.field(
            of: checked.node,
            name: draft.add(name: field),
            place: place(of: field, in: checked.type)
        )
        return emit(
            .load(load),
            type,
            at: node.range,
            from: [checked],
            adding: lookupCost(in: checked.bound, key: Bound(of: .string(field))),
            bound: fieldBound(of: checked, type)
        )
    }

    /// Reports `account.emial` as a whole where there are names below `account`, but no name `account`.
    private mutating func unknownBelow(
        _ target: SyntaxNode,
        _ field: String,
        at range: Range<Int>
    ) -> Checked? {
        guard let path = target.path, meaning(of: target) == nil,
            !variables.contains(where: { $0.name == path.first }),
            scope.hasNames(below: path.joined(separator: "."))
        else { return nil }
        let name = (path + [field]).joined(separator: ".")
        return fault(
            .unknownName,
            at: range,
            "there is no name '\(name)' here",
            suggestion: scope.suggestion(for: name)
        )
    }

    /// The type of what a value has under a name; reports what has no such thing.
    mutating func fieldType(
        of type: ExpressionType,
        _ field: String,
        at range: Range<Int>
    ) -> ExpressionType? {
        let fieldRange = range.upperBound - field.utf8.count..<range.upperBound
        switch type {
        case .record(let fields):
            if let type = fields[field] { return type }
            report(
                .unknownName,
                at: fieldRange,
                "there is no '\(field)' in \(type)",
                suggestion: ExpressionScope(names: fields.map { ($0.key, $0.value) })
                    .suggestion(for: field)
            )
            return nil
        case .map(.string, let value), .map(.nothing, let value): return value
        case .nothing: return .nothing
        case .map, .bool, .int, .double, .string, .timestamp, .duration, .null, .money, .list:
            report(
                .type,
                at: fieldRange,
                "\(type) has no '\(field)'",
                advice: memberAdvice(field, ofRange: range, type)
            )
            return nil
        }
    }

    /// Where the records of a type have a name, if they have all names of the type.
    func place(of field: String, in type: ExpressionType) -> Int32 {
        guard case .record(let fields) = type else { return 0 }
        return Int32(fields.keys.count { $0 < field })
    }

    private func fieldBound(of target: Checked, _ type: ExpressionType) -> Bound {
        // A field of a record is as large as its own type says, not as the record's widest field.
        if case .map = target.type { return target.bound.item }
        return Bound(of: type)
    }

    /// What looking through a map for a key costs; a record finds its fields at once.
    func lookupCost(in bound: Bound, key: Bound) -> Int {
        guard case .entries(let count, let keys, _) = bound else { return 1 }
        return Cost.times(count, Cost.plus(1, min(keys.weight, key.weight)))
    }

    mutating func index(
        _ target: SyntaxNode,
        _ place: SyntaxNode,
        at range: Range<Int>
    ) -> Checked {
        let target = check(target)
        switch target.type {
        case .list(let item):
            let place = check(place, as: .int, for: "the index of a list")
            return emit(
                .load(.item(of: target.node, at: place.node)),
                item,
                at: range,
                from: [target, place],
                bound: target.bound.item
            )
        case .map(let key, let value):
            // Of an empty map nobody knows the keys' type: it has none of any type.
            let place =
                key == .nothing
                ? check(place) : check(place, as: key, for: "the index of \(target.type)")
            return emit(
                .load(.entry(of: target.node, key: place.node)),
                value,
                at: range,
                from: [target, place],
                adding: lookupCost(in: target.bound, key: place.bound),
                bound: target.bound.item
            )
        case .record:
            return fault(.type, at: range, "a field of a record is read with '.', not with '[]'")
        case .nothing:
            _ = check(place)
            return constant(.null, .nothing, at: range)
        case .bool, .int, .double, .string, .timestamp, .duration, .null, .money:
            return fault(.type, at: range, "'[]' reads lists and maps, not \(target.type)")
        }
    }
}
