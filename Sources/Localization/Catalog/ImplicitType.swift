/// Tells unquoted texts that some YAML readers take for numbers, truth values, dates or nothing.
enum ImplicitType {
    private static let words: Set<String> = [
        "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", "-.inf",
        "+.inf",
        ".nan", "=", "<<",
    ]

    /// Whether an unquoted text is read as something else by YAML 1.1 or 1.2.
    static func isImplicit(_ text: String) -> Bool {
        if text.utf8.count <= 5, words.contains(text.lowercased()) { return true }
        return isNumberLike(text)
    }

    /// Numbers, dates, times: digits with the signs that stand in them, at least one digit first.
    private static func isNumberLike(_ text: String) -> Bool {
        // Letters of any script are above the digits.
        guard let first = text.utf8.first, first <= 0x39 else { return false }
        var rest = Substring(text).utf8
        if let first = rest.first, first == 0x2B || first == 0x2D { rest = rest.dropFirst() }
        if rest.first == 0x2E { rest = rest.dropFirst() }
        guard let first = rest.first, (0x30...0x39).contains(first) else { return false }
        if rest.starts(with: "0x".utf8) || rest.starts(with: "0o".utf8) {
            return rest.dropFirst(2).allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) || $0 == 0x5F
            }
        }
        let signs = Set("0123456789_.,:+-eETZ ".utf8)
        return rest.allSatisfy(signs.contains)
    }
}
