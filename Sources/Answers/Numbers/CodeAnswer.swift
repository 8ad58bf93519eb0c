import Flows

/// Reads a code of digits, as a letter or short message shows it.
enum CodeAnswer {
    static func read(_ text: String, digits: Int) -> AnswerReading {
        let code = text.narrowed.removing {
            $0.isWhite || $0 == "-" || $0 == "\u{2010}" || $0 == "\u{2011}" || $0 == "–"
        }
        guard code.isDigits else { return .problem("characters") }
        guard code.utf8.count == digits else {
            return .problem("length", ["digits": .integer(Int64(digits))])
        }
        return .value(.text(code))
    }
}
