/// A word of an expression, with its place.
struct Token: Sendable {
    enum Content: Sendable, Equatable {
        /// A name or a word such as `true` or `in`.
        case name(String)
        /// A whole number without its sign.
        case integer(UInt64)
        /// A number with a fraction or an exponent, without its sign.
        case real(Double)
        /// What a text in quotes means.
        case text(String)
        case symbol(Symbol)
        case end
    }

    enum Symbol: String, Sendable {
        case openParenthesis = "("
        case closeParenthesis = ")"
        case openBracket = "["
        case closeBracket = "]"
        case openBrace = "{"
        case closeBrace = "}"
        case comma = ","
        case colon = ":"
        case question = "?"
        case dot = "."
        case not = "!"
        case or = "||"
        case and = "&&"
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divide = "/"
        case remainder = "%"
    }

    let content: Content
    /// Byte offsets into the UTF-8 of the source.
    let range: Range<Int>

    init(_ content: Content, _ range: Range<Int>) {
        self.content = content
        self.range = range
    }

    /// The token as it is named in a message.
    var shown: String {
        switch content {
        case .name(let name): "'\(name)'"
        case .integer, .real: "a number"
        case .text: "a text"
        case .symbol(let symbol): "'\(symbol.rawValue)'"
        case .end: "the end"
        }
    }
}
