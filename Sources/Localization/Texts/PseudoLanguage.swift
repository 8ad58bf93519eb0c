/// Accents English letters, so that text which came from a locale file is told from text that did not.
public enum PseudoLanguage {
    private static let accented: [Unicode.Scalar: Unicode.Scalar] = {
        let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars
        let marked = "áƀçðéƒĝĥîĵķļɱñóþǫřšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÓÞǪŘŠŢÛṼŴẊÝŽ".unicodeScalars
        return Dictionary(uniqueKeysWithValues: zip(plain, marked))
    }()

    /// A text as the pseudo-language has it: accented, longer, in `⟦ ⟧`.
    public static func text(_ text: String) -> String {
        "⟦\(accents(text))\(filling(text.count))⟧"
    }

    /// A message as the pseudo-language has it; nothing in braces changes.
    static func program(_ program: MessageProgram) -> MessageProgram {
        let length =
            switch program.body {
            case .plain(let text): text.count
            case .flat(let program): program.literals.count
            }
        return program.mappingLiterals(prefix: "⟦", suffix: "\(filling(length))⟧", accents)
    }

    /// A text with accents on its letters and otherwise as it is.
    static func accents(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(accented[scalar] ?? scalar) }
        return String(result)
    }

    /// What makes a text about a third longer, as translations are.
    private static func filling(_ length: Int) -> String {
        length == 0 ? "" : String(repeating: "~", count: (length + 2) / 3)
    }
}
