/// The letters of pseudo-languages: none of them is in ASCII.
enum PseudoLetters {
    private static let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

    private static let accents = table("áƀçðéƒĝĥîĵķļɱñóþǫřšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÓÞǪŘŠŢÛṼŴẊÝŽ")
    private static let turns = table("ɐɋɔƥǝɟƃɥᴉɾʞʅɯᴎɵɗɓɹƨʇŋʌʍҳʎʐⱯᗺƆᗡƎℲ⅁ⱧƗɈꞰꞀƜͶƟԀɊᴚƧꞱᑎɅⱮӾ⅄Ƶ")

    private static func table(_ letters: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(zip(plain.unicodeScalars, letters.unicodeScalars)) { first, _ in first }
    }

    /// A text with accents on its letters.
    static func accented(_ text: String) -> String { mapped(text, accents) }

    private static func mapped(
        _ text: String,
        _ letters: [Unicode.Scalar: Unicode.Scalar]
    ) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(letters[scalar] ?? scalar) }
        return String(result)
    }

    /// A text with each word backwards and upside down; the words keep their order, as arguments do.
    static func turned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var word: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if let letter = turns[scalar] {
                word.append(letter)
            } else {
                result.append(contentsOf: word.reversed())
                word = []
                result.append(scalar)
            }
        }
        result.append(contentsOf: word.reversed())
        return String(result)
    }

    /// A text with each visible ASCII character in two cells; blanks stay, since lines break there.
    static func wide(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isVisible = (0x21...0x7E).contains(scalar.value)
            result.append(isVisible ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
        }
        return String(result)
    }

    /// A text with accents, and each vowel three times.
    static func stretched(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let letter = accents[scalar] ?? scalar
            result.append(letter)
            guard "aeiouAEIOU".unicodeScalars.contains(scalar) else { continue }
            let small = scalar.properties.lowercaseMapping.unicodeScalars.first
            let more = small.flatMap { accents[$0] } ?? letter
            result.append(more)
            result.append(more)
        }
        return String(result)
    }
}
