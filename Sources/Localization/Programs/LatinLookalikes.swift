/// Letters of other scripts that look like Latin ones.
enum LatinLookalikes {
    private static let latin: [Unicode.Scalar: Character] = [
        // Cyrillic.
        "а": "a", "в": "b", "е": "e", "ё": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p",
        "с": "c", "т": "t", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d", "ԛ": "q",
        "ԝ": "w", "һ": "h", "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O",
        "Р": "P", "С": "C", "Т": "T", "У": "Y", "Х": "X", "І": "I", "Ј": "J", "Ѕ": "S", "г": "r",
        "п": "n", "и": "u",
        // Greek.
        "ο": "o", "α": "a", "ν": "v", "ρ": "p", "ι": "i", "κ": "k", "υ": "u", "χ": "x", "τ": "t",
        "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N",
        "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X",
        // Invisible, and full width.
        "\u{200B}": "\u{200B}", "\u{200C}": "\u{200B}", "\u{200D}": "\u{200B}",
        "\u{200E}": "\u{200B}", "\u{200F}": "\u{200B}", "\u{FEFF}": "\u{200B}",
        "\u{A0}": "\u{200B}", "\u{AD}": "\u{200B}",
    ]

    /// The Latin word that a word looks like; `nil` where it is Latin, or looks like none.
    static func latin(_ word: String) -> String? {
        var result = ""
        var isChanged = false
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
                continue
            }
            isChanged = true
            // Full-width forms have their letters in the order of ASCII.
            if (0xFF21...0xFF5A).contains(scalar.value) {
                result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
                continue
            }
            guard let letter = latin[scalar] else { return nil }
            if letter != "\u{200B}" { result.append(letter) }
        }
        guard isChanged, let first = result.utf8.first, !(0x30...0x39).contains(first),
            result.utf8.allSatisfy(MessageParser.isWord)
        else { return nil }
        return result
    }
}
