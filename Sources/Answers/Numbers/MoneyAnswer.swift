import Expressions
import Flows

// words in this file: what people may type, never what they read

/// Reads an amount in the currency of its field.
struct MoneyAnswer {
    /// The currency, ISO 4217.
    let currency: String
    /// The least amount, in ten-thousandths.
    let minimum: Int64
    /// The greatest amount, in ten-thousandths.
    let maximum: Int64
    /// How the reader's language writes numbers.
    let separators: DecimalText.Separators

    /// An amount with or without the sign or the code of the currency on either side.
    func read(_ text: String) -> AnswerReading {
        let (number, unit) = Self.parts(text)
        if !unit.isEmpty, !isOwn(unit) {
            let isOther =
                Self.signs.contains { $0.value.contains(unit) }
                || unit.utf8.count == 3 && unit.unicodeScalars.allSatisfy(\.isLatinLetter)
            return isOther
                ? .problem("currency", ["currency": .text(currency)]) : .problem("unreadable")
        }
        guard let amount = DecimalText(number, separators: separators) else {
            return .problem("unreadable")
        }
        let places = Self.places[currency] ?? 2
        guard amount.decimals.dropFirst(places).allSatisfy({ $0 == 0 }) else {
            return .problem("decimals", ["digits": .integer(Int64(places))])
        }
        let value = amount.scaled(places: 4)
        if value ?? (amount.isNegative ? .min : .max) < minimum {
            return .problem("min", ["min": argument(minimum)])
        }
        if value ?? .max > maximum { return .problem("max", ["max": argument(maximum)]) }
        guard let value else { return .problem("unreadable") }
        return .value(.money(Money(tenThousandths: value, currency: currency)))
    }

    private func argument(_ tenThousandths: Int64) -> ProblemArgument {
        .money(Money(tenThousandths: tenThousandths, currency: currency))
    }

    private func isOwn(_ unit: String) -> Bool {
        unit == currency.lowercased() || Self.signs[currency]?.contains(unit) ?? false
    }

    // The number, and what stands before or behind it, in lower case.
    private static func parts(_ text: String) -> (number: String, unit: String) {
        let scalars = Array(text.narrowed.unicodeScalars)
        let isNumber = { (scalar: Unicode.Scalar) in
            scalar.isDigit || scalar == "-" || scalar == "\u{2212}" || scalar == "+"
        }
        guard let first = scalars.firstIndex(where: isNumber),
            let last = scalars.lastIndex(where: \.isDigit), first <= last
        else { return (text, "") }
        let before = String(String.UnicodeScalarView(scalars[..<first]))
        let behind = String(String.UnicodeScalarView(scalars[(last + 1)...]))
        let unit = (before + behind).lowercased().removing { $0.isWhite || $0 == "." }
        return (String(String.UnicodeScalarView(scalars[first...last])), unit)
    }

    // What people write for the currencies of the places the product is used in.
    private static let signs: [String: Set<String>] = [
        "CNY": ["¥", "￥", "cn¥", "元", "人民币", "rmb"],
        "CZK": ["kč", "kc"],
        "EUR": ["€", "euro", "евро"],
        "GBP": ["£"],
        "IDR": ["rp"],
        "JPY": ["円", "日元"],
        "RUB": ["₽", "руб", "р"],
        "USD": ["$", "us$", "美元"],
    ]

    // Decimals of ISO 4217 where they are not two.
    private static let places: [String: Int] = [
        "BHD": 3, "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "IQD": 3, "ISK": 0, "JOD": 3, "JPY": 0,
        "KMF": 0, "KRW": 0, "KWD": 3, "LYD": 3, "OMR": 3, "PYG": 0, "RWF": 0, "TND": 3, "UGX": 0,
        "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    ]
}
