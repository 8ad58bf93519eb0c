@testable import Localization

/// What defects in spaces and punctuation look for in a message.
extension PlantedSite {
    /// Whether the message ends with a word and one sign behind it.
    var endsInWord: Bool {
        guard let last, let before = byte(at: last.range.lowerBound - 1) else { return false }
        return before >= 0x80 && !pattern.dropLast().hasSuffix("”")
            && !pattern.dropLast().hasSuffix("»")
            && !pattern.dropLast().hasSuffix("“") && !pattern.dropLast().hasSuffix("）")
            || (0x61...0x7A).contains(before)
    }

    /// Whether the English message ends without a sign.
    var endsOpen: Bool { original.pattern.last.map { $0.isLetter } ?? false }

    /// Where the last letter before a place begins.
    func lastLetter(before end: Int) -> Int {
        var start = end - 1
        while let byte = byte(at: start), byte & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The blank behind a comma between two words.
    var commaBetweenWords: Int? {
        let words = words
        return zip(words, words.dropFirst()).first { first, second in
            first.range.upperBound + 2 == second.range.lowerBound
                && byte(at: first.range.upperBound) == 0x2C
        }
        .map { $0.0.range.upperBound + 1 }
    }

    /// A full stop with the blank behind it, between two words.
    var sentenceEnd: Range<Int>? {
        let words = words
        return zip(words, words.dropFirst()).first { first, second in
            first.range.upperBound + 2 == second.range.lowerBound && first.text.count > 3
                && byte(at: first.range.upperBound) == 0x2E
        }
        .map { $0.0.range.upperBound..<$0.1.range.lowerBound }
    }

    /// Whether a capital of ASCII stands at a place.
    func isCapital(at offset: Int) -> Bool {
        byte(at: offset).map { (0x41...0x5A).contains($0) } ?? false
    }

    /// A word that is neither the first nor the last; in Chinese two characters.
    var middleWord: Word? {
        if isWide {
            for word in ["邮件", "链接", "号码", "账户", "国家", "密码", "邮箱"] {
                if let found = place(of: word), found.lowerBound > 0,
                    !isInTerm(found),
                    found.upperBound < pattern.utf8.count - 3
                {
                    return Word(text: word, range: found)
                }
            }
            return nil
        }
        let words = words
        guard words.count > 3 else { return nil }
        return words[1...(words.count - 2)].first { word in
            word.text.allSatisfy(\.isLowercase) && word.text.count > 3
                && byte(at: word.range.upperBound) == 0x20
                && !isInTerm(word.range)
        }
    }

    /// Behind the second letter of a word.
    var insideOfWord: Int? {
        if isWide { return middleWord.map { $0.range.lowerBound + 3 } }
        return words.first { $0.text.count > 4 && $0.text.allSatisfy(\.isLowercase) }
            .map { $0.range.lowerBound + $0.text.prefix(2).utf8.count }
    }
}
