// words in this file: what people may type, never what they read

/// What dates contain besides numbers and months, and in which order languages write them.
enum DateWords {
    /// Words that say nothing, folded: "27-го марта 1990 года", "the 27th of March", "roku", "tanggal".
    static let fillers: Set<String> = [
        "г", "гг", "год", "года", "го", "е", "и", "th", "st", "nd", "rd", "of", "the", "roku", "r",
        "rok", "tanggal", "tgl", "bulan", "tahun",
    ]

    /// The order of a language's dates where the year comes last.
    ///
    /// English is read in London and in New York, Chinese puts the year first: neither settles it.
    static func order(of language: String) -> DateAnswer.Order {
        ["ru", "cs", "id", "sk", "uk", "be", "de", "fr", "es", "it", "pl"].contains(language)
            ? .dayFirst : .unsettled
    }
}
