/// Reads an expression (CEL language definition, "Grammar").
///
/// Stops at the first problem: what stands behind a syntax error is guesswork.
struct Parser {
    let tokens: [Token]
    private(set) var position = 0
    private var depth = 0

    private init(_ tokens: [Token]) { self.tokens = tokens }

    /// Reads the whole of a source.
    static func parse(_ source: String) throws(ExpressionProblem) -> SyntaxNode {
        let limit = ExpressionLimits.codePoints
        if let end = source.unicodeScalars.index(
            source.startIndex,
            offsetBy: limit,
            limitedBy: source.endIndex
        ), end < source.endIndex {
            let start = source.utf8.distance(from: source.startIndex, to: end)
            throw ExpressionProblem(
                .cost,
                at: start..<source.utf8.count,
                "the expression is longer than \(limit) code points"
            )
        }
        var parser = Parser(try Lexer.tokens(of: source))
        if parser.current.content == .end {
            throw ExpressionProblem(.parse, at: 0..<source.utf8.count, "the expression is empty")
        }
        let node = try parser.expression()
        guard parser.current.content == .end else { throw parser.unexpectedOperator() }
        return node
    }

    // MARK: Tokens

    var current: Token { tokens[min(position, tokens.count - 1)] }

    /// Where the token before the current one ends.
    var lastEnd: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

    mutating func advance() { position += 1 }

    mutating func take(_ symbol: Token.Symbol) -> Bool {
        guard current.content == .symbol(symbol) else { return false }
        advance()
        return true
    }

    mutating func expect(_ symbol: Token.Symbol, for purpose: String) throws(ExpressionProblem) {
        guard !take(symbol) else { return }
        throw ExpressionProblem(
            .parse,
            at: current.range,
            "expected '\(symbol.rawValue)' \(purpose), found \(current.shown)"
        )
    }

    /// What to say where an operator or the end should stand.
    private func unexpectedOperator() -> ExpressionProblem {
        let suggestion: String? =
            switch current.content {
            case .name("and"), .name("AND"): "&&"
            case .name("or"), .name("OR"): "||"
            case .name("is"), .name("equals"): "=="
            case .name("mod"): "%"
            case .name("div"): "/"
            case .name, .integer, .real, .text, .symbol, .end: nil
            }
        let before = position > 0 ? tokens[position - 1].content : .end
        let advice: String? =
            switch (before, current.content) {
            case (_, .name("not")): "write `!(item in list)`"
            case (.integer, .name(let name)), (.real, .name(let name)):
                name.utf8.count == 3 && name == name.uppercased()
                    ? "an amount is a constant of the flow: `limit: 500 \(name)`" : nil
            // `list.0` of other languages: a number with nothing before its full stop.
            case (.name, .real), (.symbol(.closeBracket), .real):
                current.range.lowerBound == lastEnd ? "an item is read by `list[0]`" : nil
            default: nil
            }
        return ExpressionProblem(
            .parse,
            at: current.range,
            "expected an operator or the end of the expression, found \(current.shown)",
            suggestion: suggestion,
            advice: advice
        )
    }

    // MARK: Operators

    /// `a ? b : c`, or anything that binds more tightly.
    mutating func expression() throws(ExpressionProblem) -> SyntaxNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= ExpressionLimits.nesting + 1 else { throw tooDeep(at: current.range) }
        let condition = try operation(bindingAtLeast: 1)
        guard take(.question) else { return condition }
        let first = try operation(bindingAtLeast: 1)
        try expect(.colon, for: "between the two branches of '?'")
        let second = try expression()
        return try node(
            .conditional(condition, first, second),
            condition.range.lowerBound..<second.range.upperBound,
            [condition, first, second]
        )
    }

    /// Operators between values, by precedence.
    private mutating func operation(
        bindingAtLeast minimum: Int
    ) throws(ExpressionProblem) -> SyntaxNode {
        var left = try unary()
        while let infix = Infix(current.content), infix.precedence >= minimum {
            advance()
            let right = try operation(bindingAtLeast: infix.precedence + 1)
            left = try join(left, infix, right)
        }
        return left
    }

    private func join(
        _ left: SyntaxNode,
        _ infix: Infix,
        _ right: SyntaxNode
    ) throws(ExpressionProblem) -> SyntaxNode {
        let range = left.range.lowerBound..<right.range.upperBound
        switch infix {
        case .binary(let binary):
            return try node(.binary(binary, left, right), range, [left, right])
        case .chain(let mustAllHold):
            // A chain is one node however long it is, so its length is no depth.
            var parts = [left]
            if case .chain(mustAllHold, let earlier) = left.content { parts = earlier }
            parts.append(right)
            return try node(.chain(mustAllHold: mustAllHold, parts), range, parts)
        }
    }

    private mutating func unary() throws(ExpressionProblem) -> SyntaxNode {
        let first = position
        while current.content == .symbol(.not) || current.content == .symbol(.minus) { advance() }
        var prefixes = tokens[first..<position]
        var operand: SyntaxNode
        if prefixes.last?.content == .symbol(.minus), let literal = try negativeLiteral() {
            prefixes.removeLast()
            operand = try member(of: literal)
        } else {
            operand = try member(of: try primary())
        }
        for prefix in prefixes.reversed() {
            operand = try node(
                prefix.content == .symbol(.not) ? .not(operand) : .negate(operand),
                prefix.range.lowerBound..<operand.range.upperBound,
                [operand]
            )
        }
        return operand
    }

    /// A number whose minus was just taken: -9223372036854775808 has no positive counterpart.
    private mutating func negativeLiteral() throws(ExpressionProblem) -> SyntaxNode? {
        let range = tokens[position - 1].range.lowerBound..<current.range.upperBound
        switch current.content {
        case .integer(let magnitude):
            advance()
            let value = magnitude == Int64.min.magnitude ? Int64.min : -Int64(magnitude)
            return SyntaxNode(.literal(.int(value), .int), range)
        case .real(let number):
            advance()
            return SyntaxNode(.literal(.double(-number), .double), range)
        case .name, .text, .symbol, .end: return nil
        }
    }

    // MARK: Nodes

    /// Makes a node, unless it stands too high.
    func node(
        _ content: SyntaxNode.Content,
        _ range: Range<Int>,
        _ children: [SyntaxNode]
    ) throws(ExpressionProblem) -> SyntaxNode {
        let node = SyntaxNode(content, range, children: children)
        guard node.height <= ExpressionLimits.nesting else { throw tooDeep(at: range) }
        return node
    }

    private func tooDeep(at range: Range<Int>) -> ExpressionProblem {
        ExpressionProblem(
            .cost,
            at: range,
            "the expression is nested deeper than \(ExpressionLimits.nesting)"
        )
    }
}

/// What may stand between two values.
private enum Infix {
    case binary(BinaryOperator)
    case chain(mustAllHold: Bool)

    init?(_ token: Token.Content) {
        switch token {
        case .symbol(.and): self = .chain(mustAllHold: true)
        case .symbol(.or): self = .chain(mustAllHold: false)
        case .symbol(let symbol):
            guard let binary = BinaryOperator(rawValue: symbol.rawValue) else { return nil }
            self = .binary(binary)
        case .name("in"): self = .binary(.isIn)
        case .name, .integer, .real, .text, .end: return nil
        }
    }

    var precedence: Int {
        switch self {
        case .chain(let mustAllHold): mustAllHold ? 2 : 1
        case .binary(let binary):
            switch binary {
            case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn: 3
            case .add, .subtract: 4
            case .multiply, .divide, .remainder: 5
            }
        }
    }
}
