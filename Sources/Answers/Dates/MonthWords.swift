// words in this file: what people may type, never what they read

/// The words for the twelve months that people of a language type.
struct MonthWords: Sendable {
    private var months: [String: Int] = [:]

    /// Collects words; `names` holds more lists of twelve, such as the language's own formats have.
    init(language: String, names: [[String]], fold: (String) -> String) {
        for list in (Self.typed[language] ?? []) + names where list.count == 12 {
            for (index, words) in list.enumerated() {
                for word in words.split(separator: " ") {
                    let plain = word.hasSuffix(".") ? word.dropLast() : word
                    months[fold(String(plain))] = index + 1
                }
            }
        }
    }

    /// The month of a folded word: the whole word, or the beginning of words for one month only.
    func month(_ word: String) -> Int? {
        if let month = months[word] { return month }
        guard word.unicodeScalars.count >= 3 else { return nil }
        let found = Set(months.lazy.filter { $0.key.hasPrefix(word) }.map(\.value))
        return found.count == 1 ? found.first : nil
    }

    // What people type beside the forms that formats print: the other case, old spellings and
    // abbreviations that are no beginnings.
    private static let typed: [String: [[String]]] = [
        "en": [
            [
                "january", "february", "march", "april", "may", "june", "july", "august",
                "september", "october", "november", "december",
            ]
        ],
        "ru": [
            [
                "январь января", "февраль февраля", "март марта", "апрель апреля", "май мая",
                "июнь июня", "июль июля", "август августа", "сентябрь сентября",
                "октябрь октября", "ноябрь ноября", "декабрь декабря",
            ],
            roman,
        ],
        "cs": [
            [
                "leden ledna", "únor února", "březen března", "duben dubna", "květen května",
                "červen června čvn", "červenec července čvc", "srpen srpna", "září",
                "říjen října", "listopad listopadu", "prosinec prosince",
            ],
            roman,
        ],
        "id": [
            [
                "januari", "februari pebruari", "maret", "april", "mei", "juni", "juli",
                "agustus agt ags", "september", "oktober", "november nopember", "desember",
            ]
        ],
    ]

    private static let roman = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
    ]
}
