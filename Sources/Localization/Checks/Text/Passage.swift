/// A message, or a branch of one, as a row of characters in which arguments are one character each.
///
/// A class so that each rule that looks at it copies nothing; it never changes.
final class Passage: Sendable {
    /// A word of an alphabet; Chinese has none.
    struct Word: Sendable {
        /// Where it stands among the glyphs.
        let range: Range<Int>
        /// A number for its letters, whatever their case.
        let hash: UInt64
        let kinds: GlyphKinds
        let capitals: Int
        let startsUppercase: Bool

        var isLowercase: Bool { capitals == 0 }
        var isAllCapitals: Bool { capitals == range.count }
        /// Whether it has capitals behind its first letter, as names such as `GitHub` have.
        var isMixedCase: Bool { capitals > (startsUppercase ? 1 : 0) }
    }

    let glyphs: [Glyph]
    let kinds: GlyphKinds
    let signs: ASCIISigns
    /// The words in order.
    let words: [Word]
    let literals: [Literal]
    /// What stands before and behind a branch in the message around it.
    let before: Glyph?
    let after: Glyph?
    /// Whether nothing stands before it, or behind it, in the message.
    let isAtStart: Bool
    let isAtEnd: Bool
    let isBranch: Bool
    private let names: [String]

    init(_ draft: PassageDraft, _ surroundings: PassageSurroundings) {
        glyphs = draft.glyphs
        kinds = draft.kinds
        signs = draft.signs
        words = draft.words
        literals = draft.literals
        names = draft.names
        before = surroundings.before
        after = surroundings.after
        isAtStart = surroundings.isAtStart
        isAtEnd = surroundings.isAtEnd
        isBranch = surroundings.isBranch
    }

    /// The glyph at an index; what stands around a branch just outside of it.
    func glyph(_ index: Int) -> Glyph? {
        if glyphs.indices.contains(index) { return glyphs[index] }
        if index == -1 { return before }
        return index == glyphs.count ? after : nil
    }

    /// Where glyphs stand in the pattern.
    func place(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        return glyphs[first].place.lowerBound..<glyphs[last].place.upperBound
    }

    func place(_ index: Int) -> Range<Int> { glyphs[index].place }

    /// Glyphs as a reader of the pattern sees them.
    func text(_ range: Range<Int>) -> String {
        var text = ""
        for glyph in glyphs[range] {
            switch glyph.kind {
            case .number: text += "#"
            case .argument, .branches: text += "{\(names[Int(glyph.value)])}"
            default: Unicode.Scalar(glyph.value).map { text.unicodeScalars.append($0) }
            }
        }
        return text
    }

    /// Glyphs with the rest of the word that they end in; a Chinese character is a word.
    func wholeWords(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end < glyphs.count, glyphs[end].isOfAlphabet { end += 1 }
        return range.lowerBound..<end
    }

    /// Whether a character that is lost, or not seen, parts a word from the rest of it.
    func isTorn(_ word: Word) -> Bool {
        [word.range.lowerBound - 1, word.range.upperBound].contains { index in
            let kind = glyph(index)?.kind
            return kind == .invisible || kind == .broken
        }
    }

    /// Whether it is a list of answers to be matched, such as `7|seven`, and not read by anybody.
    var isAnswerList: Bool {
        guard signs.contains("|") else { return false }
        return glyphs.indices.contains { index in
            glyphs[index].is("|") && (glyph(index - 1).map { !$0.isSpace } ?? false)
                && (glyph(index + 1).map { !$0.isSpace } ?? false)
        }
    }
}

/// A number for the letters of a word.
struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ letter: UInt32) {
        // A typographic apostrophe is the same letter as a straight one.
        value = (value ^ UInt64(letter == 0x2019 ? 0x27 : letter)) &* 0x100_0000_01B3
    }

    static func of(_ word: some StringProtocol) -> UInt64 {
        var hash = WordHash()
        for scalar in word.unicodeScalars { hash.add(Glyph.fold(scalar.value)) }
        return hash.value
    }
}

/// Words to look up, whatever their case.
struct WordSet: Sendable {
    /// A table of hashes, at least half of it empty; 0 is an empty place.
    ///
    /// A `Set` would hash the hashes again, and each word of each message is looked up in several.
    private let places: [UInt64]

    /// Words by their hashes.
    init(hashes: Set<UInt64>) {
        guard !hashes.isEmpty else {
            places = []
            return
        }
        var count = 4
        while count < hashes.count * 2 { count *= 2 }
        var places = [UInt64](repeating: 0, count: count)
        for hash in hashes {
            var index = Int(truncatingIfNeeded: hash ^ hash >> 32) & (count - 1)
            while places[index] != 0 { index = (index + 1) & (count - 1) }
            places[index] = hash
        }
        self.places = places
    }

    /// Words with blanks between them.
    init(_ words: String) {
        self.init(
            hashes: Set(words.split(whereSeparator: \.isWhitespace).map { WordHash.of($0) })
        )
    }

    func contains(_ word: Passage.Word) -> Bool {
        guard !places.isEmpty else { return false }
        let last = places.count - 1
        var index = Int(truncatingIfNeeded: word.hash ^ word.hash >> 32) & last
        while places[index] != 0 {
            if places[index] == word.hash { return true }
            index = (index + 1) & last
        }
        return false
    }
}
