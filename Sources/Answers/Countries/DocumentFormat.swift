import Flows

// words in this file: what people may type, never what they read

/// How a country writes the numbers of its documents.
enum DocumentFormat {
    /// A kind of document of a country: the shapes its numbers have, and an example.
    struct Rule {
        let shapes: String
        let example: String
        var isCyrillic = false
    }

    /// A number as it is stored, and whether look-alike letters were exchanged for the right ones.
    struct Normalized: Hashable {
        let text: String
        let isTransliterated: Bool
    }

    /// The number as it is stored; `nil` where the country has no such number.
    ///
    /// Upper case, without spaces and hyphens. A document that is not in the table has five to twenty
    /// letters and digits.
    static func normalized(_ typed: String, country: String, kind: String) -> Normalized? {
        let bare = typed.narrowed.uppercased().removing { scalar in
            scalar.isWhite || separators.contains(scalar)
        }
        let latin = exchanged(bare, from: cyrillic, to: latinTwins)
        if let rule = rules["\(country).\(kind)"] {
            if let text = NumberPattern.filled(rule.shapes, with: latin) {
                // Written with letters of Cyrillic, so that is what their number is stored in.
                let own = rule.isCyrillic ? exchanged(text, from: latinTwins, to: cyrillic) : text
                return Normalized(text: own, isTransliterated: own != bare)
            }
            return nil
        }
        let allowed = latin.unicodeScalars.allSatisfy { $0.isDigit || $0.isLatinLetter }
        guard allowed, (5...20).contains(latin.utf8.count) else { return nil }
        return Normalized(text: latin, isTransliterated: latin != bare)
    }

    static func read(_ typed: String, country: String?, kind: String?) -> AnswerReading {
        guard let number = normalized(typed, country: country ?? "", kind: kind ?? "") else {
            return problem(country: country, kind: kind)
        }
        guard number.isTransliterated else { return .value(.text(number.text)) }
        let note = AnswerNote(
            key: "note.document.letters",
            arguments: ["number": .text(number.text)]
        )
        return .value(.text(number.text), notes: [note])
    }

    /// That the text is no number of such a document.
    static func problem(country: String?, kind: String?) -> AnswerReading {
        let country = country ?? ""
        let kind = kind ?? ""
        return .problem(
            "format",
            [
                "country": .country(country), "kind": .text(kind),
                "example": .text(rules["\(country).\(kind)"]?.example ?? generalExample),
            ]
        )
    }

    private static let generalExample = "AB1234567"

    private static let separators: Set<Unicode.Scalar> = [
        "-", "\u{2010}", "\u{2011}", "–", "—", ".", "/", "№", "#",
    ]

    // The twelve letters that look the same in both scripts: the only ones on Russian documents that
    // must be readable abroad (Vienna Convention on Road Traffic, annex 3).
    private static let cyrillic: [Unicode.Scalar] = Array("АВЕКМНОРСТУХ".unicodeScalars)
    private static let latinTwins: [Unicode.Scalar] = Array("ABEKMHOPCTYX".unicodeScalars)

    private static func exchanged(
        _ text: String,
        from: [Unicode.Scalar],
        to: [Unicode.Scalar]
    ) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let index = from.firstIndex(of: scalar)
            result.append(index.map { to[$0] } ?? scalar)
        }
        return String(result)
    }

    /// By country and kind; the shapes are the issuing authorities' own.
    static let rules: [String: Rule] = [
        "RU.passport": Rule(shapes: "9999999999|999999999", example: "4509 123456"),
        "RU.driving_licence": Rule(
            shapes: "9999999999|99AA999999",
            example: "9900 123456",
            isCyrillic: true
        ),
        "CN.passport": Rule(
            shapes: "E99999999|G99999999|D99999999|S99999999|P99999999|H99999999|"
                + "EA9999999|DA9999999|SA9999999|PA9999999",
            example: "E12345678"
        ),
        "CZ.passport": Rule(shapes: "99999999", example: "39482716"),
        "GB.passport": Rule(shapes: "999999999", example: "123456789"),
        "ID.passport": Rule(shapes: "A9999999|A999999|AA999999|AA9999999", example: "A1234567"),
        "US.passport": Rule(shapes: "999999999|A99999999", example: "123456789"),
    ]
}
