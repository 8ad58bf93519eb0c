/// Numbers that a translator wrote as digits or as a word.
enum WrittenNumber {
    /// Words for numbers that share their plural form with others.
    private static let words: [String: [String: Int]] = [
        "ru": [
            "один": 1, "одна": 1, "одно": 1, "одну": 1, "одного": 1, "одной": 1, "одному": 1,
            "одним": 1, "одном": 1, "два": 2, "две": 2, "двух": 2, "три": 3, "трёх": 3, "трех": 3,
            "четыре": 4, "пять": 5,
        ]
    ]

    /// The number that a word stands for; `nil` where it stands for none.
    static func value(of word: String, _ language: String) -> Int? {
        if let number = Int(word), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return number
        }
        return words[language]?[word.lowercased()]
    }
}

/// The words of a text: letters of any script, and digits, with what parts them left out.
struct WordList {
    /// A word with its place in bytes.
    struct Word {
        let text: String
        let range: Range<Int>

        /// Whether there are digits only.
        var isDigits: Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    private(set) var words: [Word] = []

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var start: Int?
        for index in 0...bytes.count {
            let isLetter = index < bytes.count && Self.isLetter(bytes, index)
            if isLetter {
                start = start ?? index
            } else if let first = start {
                let word = String(decoding: bytes[first..<index], as: UTF8.self)
                words.append(Word(text: word, range: first..<index))
                start = nil
            }
        }
    }

    /// Latin and Cyrillic letters, digits; all other scripts have no words here.
    private static func isLetter(_ bytes: [UInt8], _ index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 {
            return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        }
        if byte & 0xC0 == 0x80 {
            return index > 0 && (0xC3...0xD4).contains(bytes[index - 1])
        }
        return (0xC3...0xD4).contains(byte)
    }
}
