/// What to write instead: the way on that goes with a problem of types.
extension Checker {
    /// A part of an expression with its type.
    typealias Typed = (node: SyntaxNode, type: ExpressionType)

    /// A part of the source, for advice that repeats it; `…` where it is long.
    func excerpt(_ node: SyntaxNode) -> String { excerpt(node.range) }

    private func excerpt(_ range: Range<Int>) -> String {
        let part = range.clamped(to: 0..<source.count)
        guard part.count <= 40 else { return "…" }
        return String(decoding: source[part], as: UTF8.self)
    }

    // MARK: Conditions

    /// How a value that is no condition becomes one.
    func conditionAdvice(_ node: SyntaxNode, _ type: ExpressionType) -> String? {
        let value = excerpt(node)
        switch type {
        case .string:
            if case .literal = node.content {
                return "write the comparison again, or all values in a list: "
                    + "`name in [\(value), …]`"
            }
            return "write `size(\(value)) > 0`, or compare it: `\(value) == \"…\"`"
        case .list, .map: return "write `size(\(value)) > 0`"
        case .int: return "compare it: `\(value) > 0`"
        case .double: return "compare it: `\(value) > 0.0`"
        case .timestamp: return "compare it: `\(value) < now`"
        case .duration: return "compare it: `\(value) > duration(\"24h\")`"
        case .money: return "compare it with another amount, such as a constant"
        case .record: return "ask for a field: `has(\(value).field)`"
        case .null: return "write `false`"
        case .bool, .nothing: return nil
        }
    }

    // MARK: Comparisons

    /// How two values of different types become comparable.
    func comparisonAdvice(_ symbol: BinaryOperator, _ left: Typed, _ right: Typed) -> String? {
        if left.type == .null || right.type == .null {
            let node = left.type == .null ? right.node : left.node
            guard node.path != nil else { return nil }
            let value = excerpt(node)
            return symbol == .equal
                ? "ask whether it is set: `!has(\(value))`"
                : "ask whether it is set: `has(\(value))`"
        }
        if left.type == .bool, isComparison(left.node) {
            return "compare twice, and join both with `&&`"
        }
        return comparisonAdvice(left, right) ?? comparisonAdvice(right, left)
    }

    private func isComparison(_ node: SyntaxNode) -> Bool {
        guard case .binary(let symbol, _, _) = node.content else { return false }
        return Relation(symbol) != nil
    }

    private func comparisonAdvice(_ one: Typed, _ other: Typed) -> String? {
        let value = excerpt(one.node)
        let otherValue = excerpt(other.node)
        switch (one.type, other.type) {
        case (.money, _):
            return "compare it with an amount, such as a constant `limit: 500 USD`"
        case (.list(let item), _) where item.joined(with: other.type) != nil:
            return "look for it in the list: `\(otherValue) in \(value)`"
        case (.int, .double): return "write `double(\(value))`"
        case (.timestamp, .string):
            guard let text = literal(other.node) else { return "write `timestamp(\(otherValue))`" }
            let moment = ExpressionTimestamp(text: text) == nil ? text + "T00:00:00Z" : text
            return ExpressionTimestamp(text: moment) == nil
                ? "write a moment: `timestamp(\"2024-02-29T09:00:00Z\")`"
                : "write `timestamp(\"\(moment)\")`"
        case (.timestamp, .int), (.timestamp, .double):
            return "write `years(\(value))`, `months(\(value))` or `days(\(value))`"
        case (.timestamp, .duration): return "write `now - \(value)`, which is a duration"
        case (.duration, .string), (.duration, .int), (.duration, .double):
            if let text = literal(other.node), DurationText.duration(text) != nil {
                return "write `duration(\"\(text)\")`"
            }
            return "write a length of time: `duration(\"24h\")`"
        case (.bool, .string), (.bool, .int), (.bool, .double):
            return "write `\(value)` or `!\(value)` alone"
        case (.int, .string), (.double, .string):
            if let text = literal(other.node) {
                return NumberText.real(text) == nil ? nil : "write `\(text)` without quotes"
            }
            if case .literal = one.node.content { return "write `\"\(value)\"` in quotes" }
            return "write `string(\(value))`"
        default: return nil
        }
    }

    /// The text of a text in quotes.
    private func literal(_ node: SyntaxNode) -> String? {
        guard case .literal(.string(let text), _) = node.content else { return nil }
        return text
    }

    /// Advises quotes where an unknown name stands beside a text: `citizenship == RU`.
    mutating func adviseQuotes(around node: SyntaxNode, besides type: ExpressionType) {
        guard case .name(let name) = node.content, type == .string || type == .list(.string),
            let index = problems.lastIndex(where: {
                $0.kind == .unknownName && $0.range == node.range && $0.suggestion == nil
            })
        else { return }
        problems[index] = problems[index].advising("a text stands in quotes: `\"\(name)\"`")
    }

    // MARK: Arithmetic, functions and members

    /// How an operator gets two values that it can take.
    func arithmeticAdvice(_ symbol: BinaryOperator, _ left: Typed, _ right: Typed) -> String? {
        switch (left.type, right.type) {
        case (.int, .double): return "write `double(\(excerpt(left.node)))`"
        case (.double, .int): return "write `double(\(excerpt(right.node)))`"
        case (.string, .int) where symbol == .add, (.string, .double) where symbol == .add:
            return "write `string(\(excerpt(right.node)))`"
        case (.int, .string) where symbol == .add, (.double, .string) where symbol == .add:
            return "write `string(\(excerpt(left.node)))`"
        case (.timestamp, .int), (.timestamp, .string), (.duration, .int), (.duration, .string):
            return "write a length of time: `duration(\"24h\")`"
        case (.timestamp, .timestamp) where symbol == .add:
            return "add a length of time: `duration(\"24h\")`"
        default: return nil
        }
    }

    /// What to call instead of a function that can't take its values.
    func callAdvice(
        _ function: String,
        _ nodes: [SyntaxNode],
        _ types: [ExpressionType]
    ) -> String? {
        guard let node = nodes.first, let type = types.first else { return nil }
        let value = excerpt(node)
        switch (function, type) {
        case ("contains", .list), ("contains", .map):
            return nodes.dropFirst().first.map { "write `\(excerpt($0)) in \(value)`" }
        case ("startsWith", .int), ("endsWith", .int), ("contains", .int), ("matches", .int),
            ("size", .int):
            return "write `string(\(value))` for its digits"
        case ("duration", .int), ("duration", .double):
            return "write a length of time in quotes: `duration(\"24h\")`"
        case ("years", .string), ("months", .string), ("days", .string):
            return "write `timestamp(…)` around a text that is a moment"
        case (_, .string) where TimePart(rawValue: function) != nil:
            return "write `timestamp(…)` around a text that is a moment"
        default: return nil
        }
    }

    /// What to write instead of `name.length` and the like.
    func memberAdvice(
        _ member: String,
        ofRange range: Range<Int>,
        _ type: ExpressionType
    ) -> String? {
        let end = range.upperBound - member.utf8.count - 1
        let value = excerpt(range.lowerBound..<max(range.lowerBound, end))
        switch (member, type) {
        case ("size", _), ("length", _), ("count", _), ("len", _):
            return "write `size(\(value))`"
        case ("year", .timestamp): return "write `\(value).getFullYear()`"
        case (_, .list): return "ask about its items: `\(value).exists(item, …)`"
        default: return nil
        }
    }

    /// Refuses functions that CEL has and this subset has not, by what they are.
    mutating func omitted(_ call: SyntaxNode.Call) -> Checked? {
        let reason: String
        let advice: String?
        switch call.name {
        case "map", "filter":
            reason = "lists are asked about, not made"
            advice = "write `all`, `exists` or `exists_one`"
        case "uint": (reason, advice) = ("there are no unsigned numbers", "write `int(…)`")
        case "bytes": (reason, advice) = ("there are no bytes", nil)
        case "bool": (reason, advice) = ("no text becomes a bool", "write `name == \"true\"`")
        case "dyn", "type": (reason, advice) = ("every part has one type, known at load", nil)
        case _ where call.receiver?.path == ["optional"]:
            (reason, advice) = ("there are no optional values", "ask with `has(name)`")
        case "any", "some":
            (reason, advice) = ("CEL has `exists`", "write `list.exists(item, …)`")
        case "every": (reason, advice) = ("CEL has `all`", "write `list.all(item, …)`")
        case "includes":
            (reason, advice) = (
                "CEL has `in` and `contains`", "write `item in list` or `text.contains(part)`"
            )
        case "length", "len", "count": (reason, advice) = ("CEL has `size`", "write `size(…)`")
        case "lowerAscii", "upperAscii", "toLowerCase", "toUpperCase", "lower", "upper":
            (reason, advice) = ("texts are not changed here", "write `matches(\"(?i)…\")`")
        default: return nil
        }
        return fault(
            .unknownFunction,
            at: call.nameRange,
            "there is no function '\(call.name)': \(reason)",
            advice: advice
        )
    }
}
