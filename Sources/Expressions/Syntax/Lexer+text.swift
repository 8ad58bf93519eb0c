/// Texts in quotes: `'…'`, `"…"`, both threefold, and each raw with `r` before it.
extension Lexer {
    /// Reads a text; the offset stands at its first quote, `start` at its first byte.
    mutating func text(from start: Int, isRaw: Bool) throws(ExpressionProblem) -> Token {
        let quote = bytes[offset]
        let isTriple = peek(1) == quote && peek(2) == quote
        let width = isTriple ? 3 : 1
        offset += width
        var content: [UInt8] = []
        while let byte = peek() {
            if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
                offset += width
                return Token(.text(String(decoding: content, as: UTF8.self)), start..<offset)
            }
            if !isTriple, byte == 0x0A || byte == 0x0D {
                throw problem(
                    start..<offset,
                    "a text in single quotes or double quotes ends on its line",
                    advice: "write `\\n` for the end of a line, or three quotes on both sides"
                )
            }
            if byte == UInt8(ascii: "\\"), !isRaw {
                content.append(contentsOf: String(try escape()).utf8)
            } else {
                content.append(byte)
                offset += 1
            }
        }
        throw problem(start..<offset, "the text has no closing quote")
    }

    /// Reads an escape sequence; the offset stands at its backslash.
    private mutating func escape() throws(ExpressionProblem) -> Unicode.Scalar {
        let start = offset
        guard let letter = peek(1) else {
            throw problem(start..<start + 1, "the text has no closing quote")
        }
        offset += 2
        switch Unicode.Scalar(letter) {
        case "a": return "\u{07}"
        case "b": return "\u{08}"
        case "f": return "\u{0C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{0B}"
        case "\\", "?", "\"", "'", "`": return Unicode.Scalar(letter)
        case "x", "X": return try scalar(from: start, digits: 2, radix: 16)
        case "u": return try scalar(from: start, digits: 4, radix: 16)
        case "U": return try scalar(from: start, digits: 8, radix: 16)
        case "0", "1", "2", "3":
            offset -= 1
            return try scalar(from: start, digits: 3, radix: 8)
        default:
            throw problem(
                start..<offset,
                "there is no such escape sequence; write '\\\\' for a backslash",
                suggestion: "\\\\"
            )
        }
    }

    private mutating func scalar(
        from start: Int,
        digits: Int,
        radix: UInt32
    ) throws(ExpressionProblem) -> Unicode.Scalar {
        var number: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = peek()?.hexDigit, digit < radix else {
                throw problem(
                    start..<offset,
                    "the escape sequence needs \(digits) digits here",
                    advice: radix == 16 ? "a code point is written `\\u00E9` or `\\U0001F600`" : nil
                )
            }
            // At most eight hexadecimal digits: they fit.
            number = number << (radix == 16 ? 4 : 3) | digit
            offset += 1
        }
        guard let scalar = Unicode.Scalar(number) else {
            throw problem(start..<offset, "there is no such code point")
        }
        return scalar
    }
}
