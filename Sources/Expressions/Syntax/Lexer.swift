/// Cuts the source of an expression into tokens (CEL language definition, "Syntax").
struct Lexer {
    let bytes: [UInt8]
    var offset = 0

    private init(_ source: String) { bytes = Array(source.utf8) }

    /// The tokens of a source, in order; the last is the end.
    static func tokens(of source: String) throws(ExpressionProblem) -> [Token] {
        var lexer = Lexer(source)
        var tokens: [Token] = []
        while true {
            lexer.skipBlanks()
            let token = try lexer.next()
            tokens.append(token)
            if token.content == .end { return tokens }
        }
    }

    /// The byte so many places ahead.
    func peek(_ distance: Int = 0) -> UInt8? {
        offset + distance < bytes.count ? bytes[offset + distance] : nil
    }

    func problem(
        _ range: Range<Int>,
        _ message: String,
        suggestion: String? = nil,
        advice: String? = nil
    ) -> ExpressionProblem {
        ExpressionProblem(.parse, at: range, message, suggestion: suggestion, advice: advice)
    }

    private mutating func skipBlanks() {
        while let byte = peek() {
            if byte == 0x2F, peek(1) == 0x2F {
                while let byte = peek(), byte != 0x0A { offset += 1 }
            } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
                offset += 1
            } else {
                return
            }
        }
    }

    private mutating func next() throws(ExpressionProblem) -> Token {
        let start = offset
        guard let byte = peek() else { return Token(.end, start..<start) }
        if byte.isQuote { return try text(from: start, isRaw: false) }
        if byte.isNameStart { return try nameOrText() }
        if byte.isDigit { return try number() }
        if byte == 0x2E, peek(1)?.isDigit == true { return try number() }
        return try symbol()
    }

    private mutating func nameOrText() throws(ExpressionProblem) -> Token {
        let start = offset
        if let quote = peek(1), quote.isQuote {
            switch bytes[offset] {
            case UInt8(ascii: "r"), UInt8(ascii: "R"):
                offset += 1
                return try text(from: start, isRaw: true)
            case UInt8(ascii: "b"), UInt8(ascii: "B"):
                throw problem(
                    start..<start + 1,
                    "bytes are not part of this language; write a text"
                )
            default: break
            }
        }
        while let byte = peek(), byte.isNameStart || byte.isDigit { offset += 1 }
        return Token(.name(slice(start..<offset)), start..<offset)
    }

    private mutating func number() throws(ExpressionProblem) -> Token {
        let start = offset
        if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") || peek(1) == UInt8(ascii: "X")
        {
            offset += 2
            while let byte = peek(), byte.hexDigit != nil { offset += 1 }
            try endNumber(from: start)
            guard offset > start + 2 else {
                throw problem(start..<offset, "hexadecimal digits stand behind '0x'")
            }
            return try integer(slice(start + 2..<offset), radix: 16, at: start..<offset)
        }
        skipDigits()
        var isReal = false
        if peek() == UInt8(ascii: "."), peek(1)?.isDigit == true {
            isReal = true
            offset += 1
            skipDigits()
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            let isSigned = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
            if peek(isSigned ? 2 : 1)?.isDigit == true {
                isReal = true
                offset += isSigned ? 2 : 1
                skipDigits()
            }
        }
        try endNumber(from: start)
        guard isReal else {
            return try integer(slice(start..<offset), radix: 10, at: start..<offset)
        }
        let digits = slice(start..<offset)
        guard let number = NumberText.real(digits.hasPrefix(".") ? "0" + digits : digits) else {
            throw problem(start..<offset, "the number doesn't fit into a double")
        }
        return Token(.real(number), start..<offset)
    }

    private mutating func skipDigits() {
        while let byte = peek(), byte.isDigit { offset += 1 }
    }

    /// Refuses letters that stand right behind a number.
    private mutating func endNumber(from start: Int) throws(ExpressionProblem) {
        guard let byte = peek(), byte.isNameStart else { return }
        let digits = slice(start..<offset)
        if byte == UInt8(ascii: "u") || byte == UInt8(ascii: "U") {
            throw problem(
                start..<offset + 1,
                "unsigned numbers are not part of this language",
                suggestion: digits
            )
        }
        if byte == UInt8(ascii: "_") {
            throw problem(start..<offset + 1, "the digits of a number stand without '_'")
        }
        var end = offset
        while end < bytes.count, bytes[end].isNameStart || bytes[end].isDigit { end += 1 }
        throw problem(
            start..<end,
            "a name can't begin with a digit",
            advice: lengthOfTime(slice(start..<end)).map { "write `duration(\"\($0)\")`" }
        )
    }

    /// The length of time that the rest of a flow writes so: `24h`, `7d`.
    private func lengthOfTime(_ text: String) -> String? {
        if DurationText.duration(text) != nil { return text }
        guard text.hasSuffix("d"), let days = Int(text.dropLast()), days < 100_000 else {
            return nil
        }
        return "\(days * 24)h"
    }

    private func integer(
        _ digits: String,
        radix: Int,
        at range: Range<Int>
    ) throws(ExpressionProblem) -> Token {
        guard let number = UInt64(digits, radix: radix), number <= Int64.min.magnitude else {
            throw problem(range, "the number doesn't fit into 64 bits")
        }
        return Token(.integer(number), range)
    }

    func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
    var isNameStart: Bool {
        (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == UInt8(ascii: "_")
    }

    /// The value of a hexadecimal digit.
    var hexDigit: UInt32? {
        switch self {
        case 0x30...0x39: UInt32(self - 0x30)
        case 0x41...0x46: UInt32(self - 0x41 + 10)
        case 0x61...0x66: UInt32(self - 0x61 + 10)
        default: nil
        }
    }
}
