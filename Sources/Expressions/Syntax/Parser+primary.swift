/// Values, and what is reached from them with `.`, `[]` and `()`.
extension Parser {
    /// Words that CEL keeps for itself; they may follow a full stop, but not stand alone.
    private static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let",
        "loop", "namespace", "package", "return", "var", "void", "while",
    ]

    /// What follows a value: `.field`, `.function(…)`, `[index]`, any number of times.
    mutating func member(of value: SyntaxNode) throws(ExpressionProblem) -> SyntaxNode {
        var value = value
        while true {
            if take(.dot) {
                value = try selection(of: value)
            } else if take(.openBracket) {
                let index = try expression()
                try expect(.closeBracket, for: "after the index")
                value = try node(
                    .index(value, index),
                    value.range.lowerBound..<lastEnd,
                    [value, index]
                )
            } else {
                try refuseMessage(named: value)
                return value
            }
        }
    }

    /// Refuses `Name{…}`, which makes a message of protocol buffers in CEL.
    private func refuseMessage(named name: SyntaxNode) throws(ExpressionProblem) {
        guard name.path != nil, current.content == .symbol(.openBrace) else { return }
        throw ExpressionProblem(
            .parse,
            at: name.range.lowerBound..<current.range.upperBound,
            "messages are not part of this language",
            advice: "records come from fields and effects; a map is written `{\"key\": value}`"
        )
    }

    private mutating func selection(
        of value: SyntaxNode
    ) throws(ExpressionProblem) -> SyntaxNode {
        let token = current
        guard case .name(let name) = token.content else {
            throw ExpressionProblem(
                .parse,
                at: token.range,
                "expected a name after '.', found \(token.shown)",
                advice: value.isNumber ? "a number has digits on both sides: `1.0`" : nil
            )
        }
        advance()
        guard take(.openParenthesis) else {
            return try node(
                .select(value, field: name),
                value.range.lowerBound..<token.range.upperBound,
                [value]
            )
        }
        let arguments = try items(until: .closeParenthesis)
        let call = SyntaxNode.Call(
            name: name,
            nameRange: token.range,
            receiver: value,
            arguments: arguments
        )
        return try node(.call(call), value.range.lowerBound..<lastEnd, [value] + arguments)
    }

    mutating func primary() throws(ExpressionProblem) -> SyntaxNode {
        let token = current
        advance()
        switch token.content {
        case .text(let text): return SyntaxNode(.literal(.string(text), .string), token.range)
        case .real(let number): return SyntaxNode(.literal(.double(number), .double), token.range)
        case .integer(let number):
            guard let value = Int64(exactly: number) else {
                throw ExpressionProblem(
                    .parse,
                    at: token.range,
                    "the number doesn't fit into 64 bits"
                )
            }
            return SyntaxNode(.literal(.int(value), .int), token.range)
        case .name(let name): return try self.name(name, at: token.range)
        case .symbol(.openParenthesis):
            let inner = try expression()
            try expect(.closeParenthesis, for: "to close the parenthesis")
            return inner.widened(to: token.range.lowerBound..<lastEnd)
        case .symbol(.openBracket):
            let items = try items(until: .closeBracket)
            return try node(.list(items), token.range.lowerBound..<lastEnd, items)
        case .symbol(.openBrace): return try map(from: token.range.lowerBound)
        case .symbol, .end:
            throw ExpressionProblem(
                .parse,
                at: token.range,
                "expected a value, found \(token.shown)",
                advice: misread(token)
            )
        }
    }

    /// What an operator that CEL has not, but other languages have, should be.
    private func misread(_ token: Token) -> String? {
        let before = position >= 2 ? tokens[position - 2].content : .end
        switch (before, token.content) {
        case (.symbol(.less), .symbol(.greater)): return "write `!=`"
        case (.symbol(.times), .symbol(.times)), (.symbol(.plus), .symbol(.plus)):
            return "write the operator once"
        case (.symbol(.question), .symbol(.question)), (.symbol(.question), .symbol(.colon)):
            return "write `has(name) ? name : other`"
        case (_, .symbol(.dot)): return "write the name without a full stop before it"
        default: return nil
        }
    }

    private mutating func name(
        _ name: String,
        at range: Range<Int>
    ) throws(ExpressionProblem) -> SyntaxNode {
        switch name {
        case "true", "false": return SyntaxNode(.literal(.bool(name == "true"), .bool), range)
        case "null": return SyntaxNode(.literal(.null, .null), range)
        case "not" where current.content != .symbol(.openParenthesis):
            throw ExpressionProblem(
                .parse,
                at: range,
                "expected a value, found 'not'",
                suggestion: "!"
            )
        default: break
        }
        guard !Self.reserved.contains(name) else {
            throw ExpressionProblem(
                .parse,
                at: range,
                "'\(name)' is a reserved word",
                advice: name == "if" || name == "else" ? "write `condition ? one : other`" : nil
            )
        }
        guard take(.openParenthesis) else { return SyntaxNode(.name(name), range) }
        let arguments = try items(until: .closeParenthesis)
        let call = SyntaxNode.Call(
            name: name,
            nameRange: range,
            receiver: nil,
            arguments: arguments
        )
        return try node(.call(call), range.lowerBound..<lastEnd, arguments)
    }

    /// Expressions between commas; a list may end with a comma.
    private mutating func items(
        until end: Token.Symbol
    ) throws(ExpressionProblem) -> [SyntaxNode] {
        var items: [SyntaxNode] = []
        while !take(end) {
            items.append(try expression())
            guard take(.comma) else {
                try expect(end, for: "or ',' after a value")
                break
            }
            if end == .closeParenthesis, current.content == .symbol(end) {
                throw ExpressionProblem(
                    .parse,
                    at: current.range,
                    "expected a value, found \(current.shown)"
                )
            }
        }
        return items
    }

    private mutating func map(from start: Int) throws(ExpressionProblem) -> SyntaxNode {
        var entries: [(key: SyntaxNode, value: SyntaxNode)] = []
        while !take(.closeBrace) {
            let key = try expression()
            try expect(.colon, for: "between a key and its value")
            entries.append((key, try expression()))
            if !take(.comma) {
                try expect(.closeBrace, for: "or ',' after a value")
                break
            }
        }
        return try node(
            .map(entries),
            start..<lastEnd,
            entries.flatMap { [$0.key, $0.value] }
        )
    }
}
