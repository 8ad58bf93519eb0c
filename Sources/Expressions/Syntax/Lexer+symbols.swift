/// Operators and brackets, and what other languages and keyboards have in place of them.
extension Lexer {
    private static let foreignOperators = [
        "===": "==", "!==": "!=", "=>": ">=", "=<": "<=", "=!": "!=",
    ]

    private static let foreignSymbols: [Unicode.Scalar: String] = [
        "≥": ">=", "≤": "<=", "≠": "!=", "×": "*", "÷": "/", "−": "-", "–": "-", "—": "-",
        "∧": "&&", "∨": "||", "¬": "!", "∈": "in",
        // The wide signs of Chinese keyboards.
        "（": "(", "）": ")", "，": ",", "：": ":", "？": "?", "！": "!", "＝": "==", "＞": ">", "＜": "<",
        "＋": "+", "－": "-", "＊": "*", "／": "/", "％": "%", "＆": "&&", "｜": "||", "．": ".",
    ]

    /// Reads an operator or a bracket.
    mutating func symbol() throws(ExpressionProblem) -> Token {
        let start = offset
        try refuseForeignOperator()
        for width in [2, 1] where start + width <= bytes.count {
            guard let symbol = Token.Symbol(rawValue: slice(start..<start + width)) else {
                continue
            }
            offset += width
            return Token(.symbol(symbol), start..<offset)
        }
        let rest = String(decoding: bytes[start...], as: UTF8.self)
        let scalar = rest.unicodeScalars.first ?? " "
        let range = start..<start + String(scalar).utf8.count
        switch scalar {
        case "=", "&", "|":
            throw problem(
                range,
                "'\(scalar)' is not an operator",
                suggestion: "\(scalar)\(scalar)"
            )
        case "“", "”", "„", "«", "»", "「", "」":
            throw problem(range, "texts stand in straight quotes", suggestion: "\"")
        case "‘", "’", "‚", "‹", "›":
            throw problem(range, "texts stand in straight quotes", suggestion: "'")
        case "#": throw problem(range, "a comment begins with '//'", suggestion: "//")
        case "^": throw problem(range, "'^' is not an operator")
        case _ where scalar.properties.isAlphabetic:
            let word = rest.unicodeScalars.prefix {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_"
            }
            let name = String(String.UnicodeScalarView(word))
            throw problem(
                start..<start + name.utf8.count,
                "a name has only the letters a to z, A to Z, digits and '_'",
                advice: "a text stands in quotes: `\"\(name)\"`"
            )
        case "`":
            throw problem(
                range,
                "names in backquotes are not part of this language",
                advice: "write the key of a map in brackets: `map[\"key\"]`"
            )
        default:
            throw problem(
                range,
                "'\(scalar)' has no meaning here",
                suggestion: Self.foreignSymbols[scalar]
            )
        }
    }

    /// Refuses operators that other languages have, and whose first letters would be read as another one.
    private func refuseForeignOperator() throws(ExpressionProblem) {
        for width in [3, 2] where offset + width <= bytes.count {
            let range = offset..<offset + width
            switch slice(range) {
            case "/*": throw problem(range, "a comment begins with '//', and ends with its line")
            case "=~":
                throw problem(
                    range,
                    "'=~' is not an operator",
                    advice: "write `text.matches(\"pattern\")`"
                )
            case let symbol:
                guard let own = Self.foreignOperators[symbol] else { continue }
                throw problem(range, "'\(symbol)' is not an operator", suggestion: own)
            }
        }
    }
}
