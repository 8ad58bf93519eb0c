/// Text in a header: as it is where that is safe, else as encoded words (RFC 2047).
enum EncodedWords {
    /// The longest piece made: together with `Subject: ` it fits into one line of 76.
    private static let longestPiece = 64
    /// How many bytes of text an encoded word of that length holds: 52 digits of base64.
    private static let bytesPerWord = 39

    /// The pieces of an unstructured header such as the subject; a space goes between two.
    static func unstructured(_ text: String) -> [String] {
        let words = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        // Two spaces in a row, or one at an end, would not survive every folding.
        let isPlain = words.allSatisfy { word in
            (1...longestPiece).contains(word.count)
                && word.allSatisfy { (0x21...0x7E).contains($0) }
        }
        guard isPlain, !text.contains("=?") else { return encoded(text) }
        return words.map { String($0) ?? "" }
    }

    /// The pieces of a name before an address (RFC 5322 3.2.5): atoms, a quoted string, or
    /// encoded words.
    static func phrase(_ text: String) -> [String] {
        let isPrintable = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        guard isPrintable, text.utf8.count <= longestPiece / 2, !text.contains("=?") else {
            return encoded(text)
        }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        if words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber } }) {
            return words.map(String.init)
        }
        let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return ["\"\(escaped)\""]
    }

    private static func encoded(_ text: String) -> [String] {
        var words: [[UInt8]] = [[]]
        for character in text {
            // One Character can be thousands of bytes; then its scalars are kept whole.
            let units =
                character.utf8.count <= bytesPerWord
                ? [Array(character.utf8)]
                : character.unicodeScalars.map { Array(String($0).utf8) }
            for unit in units {
                if words[words.count - 1].count + unit.count > bytesPerWord { words.append([]) }
                words[words.count - 1] += unit
            }
        }
        return words.map { "=?UTF-8?B?\(String(decoding: Base64.digits($0), as: UTF8.self))?=" }
    }
}
