// words in this file: what people may type, never what they read

/// A piece of a typed date.
enum DateToken: Hashable {
    /// Digits: their value and how many there were.
    case number(value: Int, digits: Int)
    /// Letters between anything else, as typed.
    case word(String)
    /// 年, 月 or 日, which say what the number before them is.
    case mark(Part)

    /// A part of a date.
    enum Part: Hashable {
        case year, month, day
    }

    /// Cuts a typed date into pieces; `nil` where something in it belongs to no date.
    static func tokens(of text: String) -> [DateToken]? {
        var rest = text.narrowed.unicodeScalars[...]
        var tokens: [DateToken] = []
        while let scalar = rest.first {
            if let token = mark(scalar) {
                tokens.append(token)
                rest.removeFirst()
            } else if scalar.isDigit {
                let run = rest.prefix(while: \.isDigit)
                guard let token = number(run.compactMap(\.digit)) else { return nil }
                tokens.append(token)
                rest = rest.dropFirst(run.count)
            } else if hanNumerals[scalar] != nil {
                let run = rest.prefix { hanNumerals[$0] != nil }
                guard let token = number(hanDigits(run.compactMap { hanNumerals[$0] })) else {
                    return nil
                }
                tokens.append(token)
                rest = rest.dropFirst(run.count)
            } else if isLetter(scalar) {
                let run = rest.prefix(while: isLetter)
                tokens.append(.word(String(run)))
                rest = rest.dropFirst(run.count)
            } else if scalar.isWhite || separators.contains(scalar) {
                rest.removeFirst()
            } else {
                return nil
            }
        }
        return tokens
    }

    private static let separators: Set<Unicode.Scalar> = [
        ".", "/", "-", ",", "\u{2010}", "\u{2011}", "–", "—", "。", "、", "・",
    ]

    private static let hanNumerals: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
        "九": 9, "十": 10,
    ]

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        hanNumerals[scalar] == nil && mark(scalar) == nil
            && (scalar.properties.isAlphabetic
                || scalar.properties.generalCategory == .nonspacingMark)
    }

    private static func mark(_ scalar: Unicode.Scalar) -> DateToken? {
        switch scalar {
        case "年": .mark(.year)
        case "月": .mark(.month)
        case "日", "号", "號": .mark(.day)
        default: nil
        }
    }

    // Eight digits are a whole date; more are none.
    private static func number(_ digits: [Int]) -> DateToken? {
        guard (1...8).contains(digits.count) else { return nil }
        return .number(value: digits.reduce(0) { $0 * 10 + $1 }, digits: digits.count)
    }

    // 二十七 counts tens, 一九九〇 stands digit for digit; no digits at all for what is neither.
    private static func hanDigits(_ numerals: [Int]) -> [Int] {
        guard let ten = numerals.firstIndex(of: 10) else { return numerals }
        let tens = numerals[..<ten]
        let ones = numerals[(ten + 1)...]
        guard tens.count <= 1, ones.count <= 1, ones.first != 10 else { return [] }
        return [tens.first ?? 1, ones.first ?? 0]
    }
}
