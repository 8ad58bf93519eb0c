package import Documents

/// Scalars of one form or another.
extension Findings {
    /// A whole number within bounds.
    package mutating func integer(
        _ node: DocumentNode,
        _ what: String,
        in bounds: ClosedRange<Int>
    ) -> Int? {
        guard let word = word(node, what) else { return nil }
        guard let number = Int(word.text), bounds.contains(number), String(number) == word.text
        else {
            let range =
                bounds.upperBound == .max
                ? "of at least \(bounds.lowerBound)"
                : "from \(bounds.lowerBound) to \(bounds.upperBound)"
            report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be \(what): it must be a whole number \(range)",
                help: "write it in digits, without a sign, blanks or leading zeros"
            )
            return nil
        }
        return number
    }

    /// `true` or `false`.
    package mutating func bool(_ node: DocumentNode, _ what: String) -> Bool? {
        guard let word = word(node, what) else { return nil }
        switch word.text {
        case "true": return true
        case "false": return false
        default:
            let no = ["no", "off", "n", "0"].contains(word.text.lowercased())
            let yes = ["yes", "on", "y", "1"].contains(word.text.lowercased())
            report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be \(what): it must be `true` or `false`",
                help: no ? "write `false`" : yes ? "write `true`" : nil
            )
            return nil
        }
    }

    /// One of a few values.
    package mutating func choice(_ node: DocumentNode, _ what: String, of values: [String]) -> Word?
    {
        guard let word = word(node, what) else { return nil }
        guard values.contains(word.text) else {
            report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be \(what)",
                suggestion: Suggestion(for: word, among: values)
            )
            return nil
        }
        return word
    }

    /// A language tag, as far as its form tells (BCP 47).
    package mutating func languageTag(_ node: DocumentNode) -> Word? {
        guard let word = word(node, "`locale`") else { return nil }
        let parts = word.text.utf8.split(
            separator: UInt8(ascii: "-"),
            omittingEmptySubsequences: false
        )
        let isLetter = { (byte: UInt8) in (65...90).contains(byte) || (97...122).contains(byte) }
        let isTag =
            parts.enumerated().allSatisfy { index, part in
                index == 0
                    ? (2...3).contains(part.count) && part.allSatisfy(isLetter)
                    : (1...8).contains(part.count)
                        && part.allSatisfy { isLetter($0) || (48...57).contains($0) }
            }
        guard isTag else {
            report(
                "E39",
                at: word.range,
                "`\(word.text)` is no language tag",
                help: "write the short form, such as `en` or `zh-Hant`"
            )
            return nil
        }
        return word
    }

    /// The words without those that stood before; reports these.
    package mutating func distinct(_ words: [Word], besides others: [Word] = []) -> [Word] {
        var kept: [Word] = []
        for word in words {
            guard let first = (others + kept).first(where: { $0.text == word.text }) else {
                kept.append(word)
                continue
            }
            report(
                "E01",
                at: word.range,
                "`\(word.text)` stands twice",
                help: "remove one of the two",
                related: [.init(range: first.range, label: "first here")]
            )
        }
        return kept
    }

    /// A duration in milliseconds, longer than nothing.
    package mutating func duration(_ word: Word) -> Int64? {
        switch DurationText.milliseconds(word.text) {
        case .success(let milliseconds): return milliseconds
        case .failure(let mistake):
            report(
                "E05",
                at: word.range,
                "`\(word.text)` is no duration: \(mistake.reason)",
                help: "write `90s`, `10m`, `24h`, `7d`, or combine them, largest first: `1h30m`"
            )
            return nil
        }
    }
}
