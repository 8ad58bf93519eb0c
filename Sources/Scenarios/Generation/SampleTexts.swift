import Expressions
import Flows

/// Texts: plain words first, then what conditions name, then digits and letters of several lengths, then a number
/// with a right check digit and a month far off.
struct SampleTexts {
    private let texts: [String]
    private let length: LengthBounds

    init(named: [ExpressionValue], length: LengthBounds) {
        texts = named.texts
        self.length = length
    }

    /// Words, or a name.
    func plain(_ type: FieldType) -> [Sample] {
        let word = if case .name = type { "Jana" } else { "Sample" }
        return all(beginningWith: word).map(Sample.text)
    }

    /// Texts for a secret.
    var secrets: [String] { all(beginningWith: "Kestrel-47") }

    /// Addresses; a domain that a condition names gets an addressee.
    var emails: [Sample] {
        let named = texts.flatMap { text in
            text.contains("@")
                ? (text.hasPrefix("@") ? ["jana" + text] : [text])
                : ["jana@" + text, "jana@example" + text]
        }
        return (["jana@example.cz", "eva@example.com"] + named.filter(Self.isAddress))
            .map(Sample.text)
    }

    /// Numbers; the beginning of a number that a condition names is filled up.
    func phones(_ line: PhoneLine?) -> [Sample] {
        let usual = ["+420601123456", "+420222123456"]
        let named = texts.filter { $0.hasPrefix("+") }.map {
            $0 + "9161234567".prefix(max(0, 12 - $0.utf8.count))
        }
        return ((line == .landline ? usual.reversed() : usual) + named).map(Sample.text)
    }

    private static let digits = "2580147369"
    private static let known = ["4111111111111111", "12/49"]
    private static let small = "kestrlovamnd"
    private static let capitals = "KRMTBQVHSWLD"
    private static let mixed = "Kr7mT4bQ9v"

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            && !parts[1].hasPrefix(".")
    }

    private func all(beginningWith word: String) -> [String] {
        let patterns = texts.flatMap { text in
            [1, length.minimum, length.minimum + 3].compactMap {
                PatternSample.text(for: text, repeating: $0)
            }
        }
        let named = texts.flatMap { text in [text, text + word, word + text, text + "258"] }
        let lengths = ([length.minimum, 6, 8, 10, 12, 4, length.minimum + 1, 16, length.maximum])
            .filter { (length.minimum...max(length.minimum, length.maximum)).contains($0) }
            .filter { (1...Self.longest).contains($0) }
        let sized = [Self.digits, Self.small, Self.capitals, Self.mixed].flatMap { letters in
            lengths.map { Self.text(of: letters, length: $0) }
        }
        var seen: Set<String> = []
        return ([fitted(word)] + patterns + named + sized + Self.known).filter {
            let count = $0.unicodeScalars.count
            return count >= length.minimum && count <= length.maximum
                && seen.insert($0).inserted
        }
    }

    private static let longest = 200

    /// A word cut or repeated to fit the bounds.
    private func fitted(_ word: String) -> String {
        let count = word.unicodeScalars.count
        if count > length.maximum { return String(word.prefix(length.maximum)) }
        guard count < length.minimum, length.minimum <= Self.longest else { return word }
        return Self.text(of: word, length: length.minimum)
    }

    private static func text(of letters: String, length: Int) -> String {
        let times = length / max(1, letters.count) + 1
        return String(String(repeating: letters, count: times).prefix(length))
    }
}
