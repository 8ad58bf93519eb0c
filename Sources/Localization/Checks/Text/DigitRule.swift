/// Compares the numbers of a message with those of the English one.
enum DigitRule {
    /// A number that a message writes in digits.
    private struct Number {
        let value: Int
        let passage: Int
        let range: Range<Int>
    }

    static func check(_ reading: inout TextReading) {
        guard let original = reading.original, reading.typography != nil else { return }
        spelt(&reading)
        guard original.kinds.contains(.init(.digit)) else { return }
        let wanted = numbers(original)
        let own = numbers(reading.text)
        let runs = Set(own.map(\.value))
        let joined = joinedValues(reading.text)
        var missing: [Int] = []
        for number in wanted where !runs.contains(number.value) && !joined.contains(number.value) {
            // Branches of other languages may say it with `#` or with a word.
            if original.passages[number.passage].isBranch, number.value < 3 { continue }
            if number.value == 1 || missing.contains(number.value) { continue }
            if isSpelt(number.value, in: reading.text, reading.words) { continue }
            missing.append(number.value)
        }
        guard !missing.isEmpty else { return }
        let known = Set(wanted.map(\.value)).union(joinedValues(original))
        let extra = own.filter {
            !known.contains($0.value) && !isPart($0, of: known, own, reading.text)
        }
        report(missing, extra, &reading)
    }

    /// Numbers that the English message has in words.
    private static func spelt(_ reading: inout TextReading) {
        guard reading.traits?.hasSpelt == true else { return }
        for spelt in reading.source?.spelt ?? [] {
            guard !isSpelt(spelt.value, in: reading.text, reading.words),
                !numbers(reading.text).contains(where: { $0.value == spelt.value })
            else { continue }
            reading.report(
                "L106",
                at: 0..<reading.inspection.tree.length,
                "the English message has the number “\(spelt.word)”, and this one lacks it",
                help: "write it, as a word or in digits"
            )
            return
        }
    }

    /// A number in words.
    struct Spelt: Sendable {
        let value: Int
        let word: String
    }

    /// The numbers that an English message has in words, but for its branches.
    static func spelt(in text: MessageText) -> [Spelt] {
        var found: [Spelt] = []
        for passage in text.passages where !passage.isBranch {
            for word in passage.words {
                guard let value = cardinals[word.hash],
                    !passage.glyphs[word.range.lowerBound].isLiteral
                else { continue }
                found.append(Spelt(value: value, word: passage.text(word.range)))
            }
        }
        return found
    }

    /// From three on: languages have many ways of saying one and two.
    private static let cardinals: [UInt64: Int] = {
        let words = [
            "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        let pairs = words.enumerated().map { (WordHash.of($1), $0 + 3) }
        return Dictionary(pairs) { first, _ in first }
    }()

    private static func report(_ missing: [Int], _ extra: [Number], _ reading: inout TextReading) {
        for (index, value) in missing.enumerated() {
            let instead = index < extra.count ? extra[index] : nil
            let range = instead.map { reading.text.passages[$0.passage].place($0.range) }
            reading.report(
                "L106",
                at: range ?? 0..<reading.inspection.tree.length,
                instead.map { "the English message has \(value) where \($0.value) stands here" }
                    ?? "the number \(value) of the English message is missing",
                help: "write \(value)",
                replacement: instead == nil || missing.count > 1 ? nil : String(value)
            )
        }
    }

    // MARK: - Digits

    private static func numbers(_ text: MessageText) -> [Number] {
        var numbers: [Number] = []
        for (position, passage) in text.passages.enumerated()
        where !passage.kinds.isDisjoint(with: .any(.digit, .wide)) {
            var index = 0
            while index < passage.glyphs.count {
                if let end = phoneEnd(passage, index) {
                    index = end
                    continue
                }
                guard isDigit(passage.glyphs[index]) else {
                    index += 1
                    continue
                }
                let start = index
                var value = 0
                while index < passage.glyphs.count, isDigit(passage.glyphs[index]) {
                    value = min(value, 99_999_999) * 10 + digit(passage.glyphs[index])
                    index += 1
                }
                let isAddress = passage.glyphs[start].isLiteral && isInAddress(passage, start)
                if !isAddress {
                    numbers.append(Number(value: value, passage: position, range: start..<index))
                }
            }
        }
        return numbers
    }

    private static func isInAddress(_ passage: Passage, _ index: Int) -> Bool {
        passage.literals.contains {
            $0.range.contains(index) && [.url, .email, .tag, .entity, .format].contains($0.kind)
        }
    }

    private static func isDigit(_ glyph: Glyph) -> Bool {
        glyph.kind == .digit || (glyph.kind == .wide && (0xFF10...0xFF19).contains(glyph.value))
    }

    private static func digit(_ glyph: Glyph) -> Int {
        Int(glyph.value < 0x80 ? glyph.value - 0x30 : glyph.value - 0xFF10)
    }

    /// The end of a telephone number, which is another example in each language: `+44 7700 900123`.
    private static func phoneEnd(_ passage: Passage, _ index: Int) -> Int? {
        guard passage.glyphs[index].is("+"), passage.glyph(index + 1)?.kind == .digit,
            passage.glyph(index - 1)?.isLetter != true
        else { return nil }
        var end = index + 1
        while end < passage.glyphs.count,
            isDigit(passage.glyphs[end])
                || ([.space, .blank, .hyphen].contains(passage.glyphs[end].kind)
                    && passage.glyph(end + 1)?.kind == .digit)
        {
            end += 1
        }
        return end
    }

    /// The values of digits with separators of thousands between them: `1 000`, `1.000`, `1,000`.
    private static func joinedValues(_ text: MessageText) -> Set<Int> {
        var values: Set<Int> = []
        let all = numbers(text)
        for (position, number) in all.enumerated() {
            var value = number.value
            var end = number.range.upperBound
            for next in all[(position + 1)...] {
                guard next.passage == number.passage, next.range.lowerBound == end + 1,
                    next.range.count == 3,
                    isSeparator(text.passages[number.passage].glyphs[end]), value < 1_000_000_000
                else { break }
                value = value * 1000 + next.value
                end = next.range.upperBound
                values.insert(value)
            }
        }
        return values
    }

    private static func isSeparator(_ glyph: Glyph) -> Bool {
        glyph.is(".") || glyph.is(",") || glyph.kind == .space || glyph.kind == .blank
            || glyph.kind == .apostrophe || glyph.is("，")
    }

    /// Whether a run of digits is part of a number with separators that the English message has too.
    private static func isPart(
        _ number: Number,
        of known: Set<Int>,
        _ all: [Number],
        _ text: MessageText
    ) -> Bool {
        let glyphs = text.passages[number.passage].glyphs
        let before = all.first {
            $0.passage == number.passage && $0.range.upperBound + 1 == number.range.lowerBound
                && isSeparator(glyphs[$0.range.upperBound])
        }
        let behind = all.first {
            $0.passage == number.passage && $0.range.lowerBound == number.range.upperBound + 1
                && isSeparator(glyphs[number.range.upperBound])
        }
        let joined = [
            before.map { $0.value * 1000 + number.value },
            behind.map { number.value * 1000 + $0.value },
        ]
        return joined.contains { $0.map(known.contains) == true }
    }

    // MARK: - Words

    /// Whether a text has a number as a word.
    private static func isSpelt(_ value: Int, in text: MessageText, _ words: LanguageWords?) -> Bool
    {
        guard let beginnings = words?.numbers.first(where: { $0.value == value })?.beginnings else {
            return false
        }
        for passage in text.passages {
            for (index, glyph) in passage.glyphs.enumerated() where glyph.isLetter {
                if glyph.kind != .han, passage.glyph(index - 1)?.isLetter == true { continue }
                if beginnings.contains(where: { begins(passage, index, $0) }) { return true }
            }
        }
        return false
    }

    private static func begins(_ passage: Passage, _ index: Int, _ word: [UInt32]) -> Bool {
        guard index + word.count <= passage.glyphs.count else { return false }
        return zip(passage.glyphs[index...], word).allSatisfy { $0.folded == $1 }
    }
}
