/// Functions: how they are written, what they take, and what they give.
extension Checker {
    mutating func call(
        _ function: Function,
        _ call: SyntaxNode.Call,
        at range: Range<Int>
    ) -> Checked {
        let isMisplaced =
            switch function.form {
            case .global: call.receiver != nil
            case .method: call.receiver == nil
            case .either: false
            }
        let nodes = (call.receiver.map { [$0] } ?? []) + call.arguments
        guard !isMisplaced, function.counts.contains(nodes.count) else {
            return fault(
                .type,
                at: range,
                "\(function.rawValue) is written \(function.example)"
            )
        }
        let values = nodes.map { check($0) }
        if let foldedOrRefused = constantConversion(function, values, at: range) {
            return foldedOrRefused
        }
        if function == .matches { return matches(values, nodes, at: range) }
        if let part = TimePart(rawValue: function.rawValue) {
            return timePart(part, values, nodes, at: range)
        }
        guard let (operation, type) = overload(function, values) else {
            let types = values.map(\.type.description).joined(separator: " and ")
            return fault(
                .type,
                at: range,
                "\(function.rawValue) can't take \(types)",
                advice: callAdvice(function.rawValue, nodes, values.map(\.type))
            )
        }
        let bytes = values.first?.bound.bytes ?? 0
        let other = values.last?.bound.bytes ?? 0
        // Numbers, moments and lengths of time as texts take at most 400 bytes.
        return emit(
            operation,
            type,
            at: range,
            from: values,
            adding: Cost.search(bytes, for: function == .contains ? other : 0),
            bound: type == .string ? .text(bytes: max(bytes, 400)) : .single
        )
    }

    /// What a function does with the types it is given, and what that gives.
    private func overload(
        _ function: Function,
        _ values: [Checked]
    ) -> (Operation, ExpressionType)? {
        let node = values.first?.node ?? 0
        let other = values.last?.node ?? 0
        let type = values.first?.type ?? .nothing
        let areTexts = values.allSatisfy { $0.type.fits(.string) }
        switch function {
        case .startsWith: return areTexts ? (.condition(.startsWith(node, other)), .bool) : nil
        case .endsWith: return areTexts ? (.condition(.endsWith(node, other)), .bool) : nil
        case .contains: return areTexts ? (.condition(.contains(node, other)), .bool) : nil
        case .size: return size(node, type).map { (.integer($0), .int) }
        case .int: return integer(node, type).map { ($0, .int) }
        case .double: return double(node, type).map { ($0, .double) }
        case .string: return text(node, type).map { ($0, .string) }
        case .timestamp: return timestamp(node, type).map { ($0, .timestamp) }
        case .duration:
            if type.fits(.string) { return (.duration(.fromText(node)), .duration) }
            return type == .duration ? (same(node), .duration) : nil
        case .years, .months, .days:
            guard type.fits(.timestamp), let unit = CalendarUnit(rawValue: function.rawValue) else {
                return nil
            }
            return (.integer(.elapsed(unit, since: node)), .int)
        case .luhn: return areTexts ? (.condition(.luhn(node)), .bool) : nil
        case .monthEnd: return areTexts ? (.timestamp(.monthEnd(node)), .timestamp) : nil
        case .matches, .getFullYear, .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek,
            .getDayOfYear, .getHours, .getMinutes, .getSeconds, .getMilliseconds:
            return nil
        }
    }

    /// The operation that already gives a value, for conversions to the type it has.
    private func same(_ node: NodeIndex) -> Operation { draft.nodes[Int(node)].operation }

    private func size(_ node: NodeIndex, _ type: ExpressionType) -> IntegerOperation? {
        switch type {
        case .string, .nothing: .textSize(node)
        case .list, .map: .collectionSize(node)
        case .bool, .int, .double, .timestamp, .duration, .null, .money, .record: nil
        }
    }

    private func integer(_ node: NodeIndex, _ type: ExpressionType) -> Operation? {
        switch type {
        case .int, .nothing: same(node)
        case .double: .integer(.fromReal(node))
        case .string: .integer(.fromText(node))
        case .timestamp: .integer(.fromTimestamp(node))
        case .bool, .duration, .null, .money, .list, .map, .record: nil
        }
    }

    private func double(_ node: NodeIndex, _ type: ExpressionType) -> Operation? {
        switch type {
        case .double, .nothing: same(node)
        case .int: .real(.fromInteger(node))
        case .string: .real(.fromText(node))
        case .bool, .timestamp, .duration, .null, .money, .list, .map, .record: nil
        }
    }

    private func text(_ node: NodeIndex, _ type: ExpressionType) -> Operation? {
        switch type {
        case .string, .nothing: same(node)
        case .bool: .text(.fromBool(node))
        case .int: .text(.fromInteger(node))
        case .double: .text(.fromReal(node))
        case .timestamp: .text(.fromTimestamp(node))
        case .duration: .text(.fromDuration(node))
        case .null, .money, .list, .map, .record: nil
        }
    }

    private func timestamp(_ node: NodeIndex, _ type: ExpressionType) -> Operation? {
        switch type {
        case .timestamp, .nothing: same(node)
        case .string: .timestamp(.fromText(node))
        case .int: .timestamp(.fromInteger(node))
        case .bool, .double, .duration, .null, .money, .list, .map, .record: nil
        }
    }
}
