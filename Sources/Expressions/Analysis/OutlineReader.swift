/// Makes the outline of a condition.
package struct OutlineReader {
    /// A constant of the flow, as `ExpressionScope` takes it.
    package typealias Constant = (name: String, value: ExpressionValue, type: ExpressionType)

    /// Names and functions whose value depends on the moment or the person.
    private static let changing: Set = ["now", "today", "locale", "years", "months", "days"]

    private let source: [UInt8]
    private let constants: [Constant]

    /// The outline of a condition that compiles; `nil` for a text that does not parse.
    package static func outline(of source: String, constants: [Constant]) -> ConditionOutline? {
        // Whoever compiled it has reported why it does not parse.
        guard let syntax = try? Parser.parse(source) else { return nil }
        let reader = OutlineReader(source: Array(source.utf8), constants: constants)
        if reader.isConstant(syntax), reader.value(of: syntax) == nil { return .failing }
        return reader.outline(of: syntax)
    }

    private func outline(of node: SyntaxNode) -> ConditionOutline {
        if case .bool(let value)? = value(of: node) { return .constant(value) }
        switch node.content {
        case .not(let inner): return .not(outline(of: inner))
        case .chain(let mustAllHold, let parts):
            let parts = parts.map(outline)
            return mustAllHold ? .every(parts) : .some(parts)
        case .conditional(let condition, let first, let second):
            let condition = outline(of: condition)
            return .some([
                .every([condition, outline(of: first)]),
                .every([.not(condition), outline(of: second)]),
            ])
        case .binary(.isIn, let item, let list): return membership(of: item, in: list, node)
        case .binary(let symbol, let left, let right):
            return comparison(symbol, left, right) ?? .question(key(node))
        case .name:
            return .compare(term(node), .equal, .init(value: .bool(true), range: node.range))
        case .call(let call) where call.name == "has" && call.receiver == nil:
            let path = call.arguments.first?.path?.joined(separator: ".")
            return path.map { .isSet(name: $0) } ?? .question(key(node))
        case .literal, .select, .index, .call, .negate, .list, .map: return .question(key(node))
        }
    }

    private func comparison(
        _ symbol: BinaryOperator,
        _ left: SyntaxNode,
        _ right: SyntaxNode
    ) -> ConditionOutline? {
        if let constant = value(of: right) {
            return comparison(symbol, term(left), .init(value: constant, range: right.range))
        }
        guard let constant = value(of: left), let turned = symbol.turned else { return nil }
        return comparison(turned, term(right), .init(value: constant, range: left.range))
    }

    private func comparison(
        _ symbol: BinaryOperator,
        _ term: ConditionOutline.Term,
        _ operand: ConditionOutline.Operand
    ) -> ConditionOutline? {
        switch symbol {
        case .equal: .compare(term, .equal, operand)
        case .notEqual: .not(.compare(term, .equal, operand))
        case .less: .compare(term, .less, operand)
        case .lessOrEqual: .compare(term, .lessOrEqual, operand)
        case .greater: .not(.compare(term, .lessOrEqual, operand))
        case .greaterOrEqual: .not(.compare(term, .less, operand))
        case .isIn, .add, .subtract, .multiply, .divide, .remainder: nil
        }
    }

    private func membership(
        of item: SyntaxNode,
        in list: SyntaxNode,
        _ node: SyntaxNode
    ) -> ConditionOutline {
        guard case .list(let items) = list.content, value(of: item) == nil else {
            return .question(key(node))
        }
        let term = term(item)
        var cases: [ConditionOutline] = []
        for item in items {
            guard let value = value(of: item) else { return .question(key(node)) }
            cases.append(.compare(term, .equal, .init(value: value, range: item.range)))
        }
        return .some(cases)
    }

    private func term(_ node: SyntaxNode) -> ConditionOutline.Term {
        var source = ConditionOutline.Term.Source.other
        if let path = node.path {
            source = .name(path.joined(separator: "."))
        } else if case .call(let call) = node.content, call.name == "size",
            let path = (call.receiver ?? call.arguments.first)?.path?.joined(separator: ".")
        {
            // It is written `text.size()` or `size(text)`.
            return ConditionOutline.Term(key: "size(\(path))", source: .size(of: path))
        }
        return ConditionOutline.Term(key: key(node), source: source)
    }

    // MARK: Constants

    /// The value of a part that reads nothing; `nil` for any other, and where it can't be evaluated.
    private func value(of node: SyntaxNode) -> ExpressionValue? {
        if case .literal(let value, _) = node.content { return value }
        guard isConstant(node) else { return nil }
        let text = String(decoding: source[node.range], as: UTF8.self)
        let scope = ExpressionScope(names: [], constants: constants)
        // A part that can't be evaluated has no value; the whole was compiled by somebody else.
        let expression = try? CompiledExpression.compile(text, scope: scope)
        return try? expression?.evaluate([], in: .init(now: 0, zone: "UTC", locale: "en"))
    }

    private func isConstant(_ node: SyntaxNode) -> Bool {
        switch node.content {
        case .literal: true
        case .name(let name): constants.contains { $0.name == name }
        case .select(let target, _): isConstant(target)
        case .index(let target, let place): isConstant(target) && isConstant(place)
        case .call(let call):
            !Self.changing.contains(call.name)
                && ((call.receiver.map { [$0] } ?? []) + call.arguments).allSatisfy(isConstant)
        case .not(let inner), .negate(let inner): isConstant(inner)
        case .binary(_, let left, let right): isConstant(left) && isConstant(right)
        case .chain(_, let parts), .list(let parts): parts.allSatisfy(isConstant)
        case .conditional(let condition, let first, let second):
            [condition, first, second].allSatisfy(isConstant)
        case .map(let entries): entries.allSatisfy { isConstant($0.key) && isConstant($0.value) }
        }
    }

    // MARK: Texts

    /// The text without blanks and comments; quotes inside are kept apart by what they hold.
    private func key(_ node: SyntaxNode) -> String {
        switch node.content {
        case .literal: String(decoding: source[node.range], as: UTF8.self)
        case .name(let name): name
        case .select(let target, let field): "\(key(target)).\(field)"
        case .index(let target, let place): "\(key(target))[\(key(place))]"
        case .call(let call):
            (call.receiver.map { key($0) + "." } ?? "")
                + "\(call.name)(\(call.arguments.map(key).joined(separator: ",")))"
        case .not(let inner): "!\(key(inner))"
        case .negate(let inner): "-\(key(inner))"
        case .binary(let symbol, let left, let right):
            "(\(key(left))\(symbol.rawValue)\(key(right)))"
        case .chain(let mustAllHold, let parts):
            "(\(parts.map(key).joined(separator: mustAllHold ? "&&" : "||")))"
        case .conditional(let condition, let first, let second):
            "(\(key(condition))?\(key(first)):\(key(second)))"
        case .list(let items): "[\(items.map(key).joined(separator: ","))]"
        case .map(let entries):
            "{\(entries.map { key($0.key) + ":" + key($0.value) }.joined(separator: ","))}"
        }
    }
}

extension BinaryOperator {
    /// The operator with its sides changed; `nil` where that says something else.
    fileprivate var turned: BinaryOperator? {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        case .isIn, .add, .subtract, .multiply, .divide, .remainder: nil
        }
    }
}
