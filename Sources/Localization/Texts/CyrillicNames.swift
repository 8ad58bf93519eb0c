/// Spells Cyrillic names as passports do (ICAO Doc 9303 part 3 section 6, table "Cyrillic").
enum CyrillicNames {
    /// Small letters and their spellings; the soft sign has none.
    static let letters: [Unicode.Scalar: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
        "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ъ": "ie", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia", "і": "i",
        "ї": "i", "є": "ie", "ґ": "g", "ў": "u", "ѕ": "dz", "ј": "j", "љ": "lj", "њ": "nj",
        "ќ": "k",
        "џ": "dz", "ђ": "d", "ћ": "c", "ѓ": "g",
    ]

    /// What single languages spell otherwise (the table's notes).
    private static let exceptions: [String: [Unicode.Scalar: String]] = [
        "be": ["г": "h"],
        "uk": ["г": "h", "и": "y"],
        "sr": ["ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s"],
        "mk": ["ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s"],
        "bg": ["щ": "sht", "ъ": "a"],
    ]

    /// The spelling, with capitals as typed: Юлия is Iuliia, ЮЛИЯ is IULIIA, Ю alone Iu.
    static func latin(_ name: String, _ language: LanguageTag?) -> String {
        let own = exceptions[language?.base ?? ""] ?? [:]
        let scalars = Array(name.unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            let small = LatinNames.lower(scalar)
            guard let spelling = own[small] ?? letters[small] else {
                result.unicodeScalars.append(scalar)
                continue
            }
            if scalar == small {
                result += spelling
            } else if isAmongCapitals(index, scalars) {
                result += spelling.uppercased()
            } else {
                result += spelling.prefix(1).uppercased() + spelling.dropFirst()
            }
        }
        return result
    }

    /// Whether a capital stands beside another capital of its word.
    private static func isAmongCapitals(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        let neighbours = [index + 1, index - 1].filter(scalars.indices.contains)
            .map { scalars[$0] }.filter { $0.properties.isAlphabetic }
        guard let nearest = neighbours.first else { return false }
        return nearest.properties.isUppercase
    }
}
