import Flows

/// How a country writes its postal codes.
enum PostcodeFormat {
    /// A country's shapes, the usual one first, and a real code as an example.
    struct Rule {
        let shapes: String
        let example: String
    }

    /// The code as it is stored; `nil` where the country has no such code.
    ///
    /// Spaces, hyphens, case and width are as one likes. A country that is not in the table takes two to
    /// ten letters and digits; one that has no postal codes also takes a hyphen alone.
    static func normalized(_ typed: String, country: String) -> String? {
        let text = typed.narrowed.uppercased()
        let bare = text.removing { $0.isWhite || separators.contains($0) }
        if let rule = rules[country] { return NumberPattern.filled(rule.shapes, with: bare) }
        if bare.isEmpty { return withoutCodes.contains(country) && text == "-" ? "-" : nil }
        let tidy = text.collapsed
        let allowed = tidy.unicodeScalars.allSatisfy {
            $0.isDigit || $0.isLatinLetter || $0 == " " || $0 == "-"
        }
        return allowed && (2...10).contains(tidy.utf8.count) ? tidy : nil
    }

    static func read(_ typed: String, country: String?) -> AnswerReading {
        guard let code = normalized(typed, country: country ?? "") else {
            return problem(country: country)
        }
        return .value(.text(code))
    }

    /// That the text is no postal code of the country.
    static func problem(country: String?) -> AnswerReading {
        let country = country ?? ""
        return .problem(
            "format",
            [
                "country": .country(country),
                "example": .text(rules[country]?.example ?? generalExample),
            ]
        )
    }

    private static let generalExample = "10001"

    private static let separators: Set<Unicode.Scalar> = [
        "-", "\u{2010}", "\u{2011}", "–", "—", ".",
    ]

    /// Countries and territories without postal codes.
    static let withoutCodes: Set<String> = [
        "AE", "AG", "AO", "AW", "BF", "BI", "BJ", "BO", "BS", "BW", "BZ", "CD", "CF", "CG", "CI",
        "CM", "DJ", "DM", "ER", "FJ", "GA", "GD", "GH", "GM", "GQ", "GY", "HK", "JM", "KI", "KM",
        "KN", "KP", "LY", "ML", "MO", "MR", "MW", "NR", "QA", "RW", "SB", "SC", "SL", "SR", "ST",
        "SY", "TD", "TG", "TL", "TO", "TV", "UG", "VU", "YE", "ZW",
    ]

    /// The rules of the Universal Postal Union's addressing sheets, where they are simple and settled.
    static let rules: [String: Rule] = [
        "AT": Rule(shapes: "9999", example: "1010"),
        "AU": Rule(shapes: "9999", example: "2000"),
        "BE": Rule(shapes: "9999", example: "1000"),
        "BG": Rule(shapes: "9999", example: "1000"),
        "BR": Rule(shapes: "99999-999", example: "01310-100"),
        "BY": Rule(shapes: "999999", example: "220030"),
        "CA": Rule(shapes: "A9A 9A9", example: "K1A 0B1"),
        "CH": Rule(shapes: "9999", example: "8001"),
        "CN": Rule(shapes: "999999", example: "100000"),
        "CZ": Rule(shapes: "999 99", example: "120 00"),
        "DE": Rule(shapes: "99999", example: "10115"),
        "DK": Rule(shapes: "9999", example: "1050"),
        "ES": Rule(shapes: "99999", example: "28001"),
        "FI": Rule(shapes: "99999", example: "00100"),
        "FR": Rule(shapes: "99999", example: "75001"),
        "GB": Rule(
            shapes: "A9 9AA|A99 9AA|AA9 9AA|AA99 9AA|A9A 9AA|AA9A 9AA|GIR 0AA",
            example: "SW1A 1AA"
        ),
        "GR": Rule(shapes: "999 99", example: "105 57"),
        "HU": Rule(shapes: "9999", example: "1011"),
        "ID": Rule(shapes: "99999", example: "10110"),
        "IN": Rule(shapes: "999999", example: "110001"),
        "IT": Rule(shapes: "99999", example: "00118"),
        "JP": Rule(shapes: "999-9999", example: "100-0001"),
        "KG": Rule(shapes: "999999", example: "720001"),
        "KR": Rule(shapes: "99999", example: "04524"),
        "KZ": Rule(shapes: "999999|A99A9A9", example: "010000"),
        "MX": Rule(shapes: "99999", example: "06000"),
        "MY": Rule(shapes: "99999", example: "50000"),
        "NL": Rule(shapes: "9999 AA", example: "1012 JS"),
        "NO": Rule(shapes: "9999", example: "0150"),
        "NZ": Rule(shapes: "9999", example: "6011"),
        "PH": Rule(shapes: "9999", example: "1000"),
        "PL": Rule(shapes: "99-999", example: "00-001"),
        "PT": Rule(shapes: "9999-999", example: "1000-001"),
        "RO": Rule(shapes: "999999", example: "010011"),
        "RU": Rule(shapes: "999999", example: "101000"),
        "SE": Rule(shapes: "999 99", example: "111 22"),
        "SG": Rule(shapes: "999999", example: "018956"),
        "SI": Rule(shapes: "9999", example: "1000"),
        "SK": Rule(shapes: "999 99", example: "811 01"),
        "TH": Rule(shapes: "99999", example: "10200"),
        "TR": Rule(shapes: "99999", example: "06420"),
        "UA": Rule(shapes: "99999", example: "01001"),
        "US": Rule(shapes: "99999|99999-9999", example: "20500"),
        "UZ": Rule(shapes: "999999", example: "100000"),
    ]
}
