/// A message, or a branch of one, as a row of characters in which arguments are one character each.
///
/// Only tells where it stands; see ``MessageText`` for who holds it.
struct Passage: @unchecked Sendable {
    /// A word of an alphabet; Chinese has none.
    struct Word: Sendable {
        /// Where it stands among the glyphs.
        let range: Range<Int>
        /// A number for its letters, whatever their case.
        let hash: UInt64
        let kinds: GlyphKinds
        let capitals: Int
        let startsUppercase: Bool
        /// What its language knows of it.
        let marks: WordMarks

        private static let inside = GlyphKinds.any(.mark, .digit)

        /// The word that begins at a glyph.
        init(_ glyphs: Row<Glyph>, at start: Int, _ known: LanguageWords, _ table: Glyph.Table) {
            var hash = WordHash()
            var kinds: GlyphKinds = []
            var capitals = 0
            var index = start
            let (letters, inside) = (GlyphKinds.ofWords, Self.inside)
            let glyphs = glyphs.buffer
            while index < glyphs.count {
                let glyph = glyphs[index]
                let kind = GlyphKinds(glyph.kind)
                if letters.contains(kind) {
                    kinds.formUnion(kind)
                } else if !inside.contains(kind) {
                    guard glyph.kind == .apostrophe, index + 1 < glyphs.count,
                        glyphs[index + 1].isOfAlphabet
                    else { break }
                }
                let folded = table.fold(glyph.value)
                hash.add(folded)
                if folded != glyph.value { capitals += 1 }
                index += 1
            }
            range = start..<index
            self.hash = hash.value
            self.kinds = kinds
            self.capitals = capitals
            startsUppercase = glyphs[start].isUppercase
            marks = known.marks(of: hash.value)
        }

        var isLowercase: Bool { capitals == 0 }
        var isAllCapitals: Bool { capitals == range.count }
        /// Whether it has capitals behind its first letter, as names such as `GitHub` have.
        var isMixedCase: Bool { capitals > (startsUppercase ? 1 : 0) }
    }

    /// What is known of a passage.
    struct Facts {
        fileprivate let glyphs: Row<Glyph>
        fileprivate let words: Row<Word>
        fileprivate let literals: Row<Literal>
        fileprivate let names: Row<String>
        fileprivate let kinds: GlyphKinds
        fileprivate let signs: ASCIISigns
        fileprivate let marks: WordMarks
        fileprivate let surroundings: PassageSurroundings

        init(
            _ piece: TextDraft.Piece,
            glyphs: Row<Glyph>,
            words: Row<Word>,
            literals: Row<Literal>,
            names: Row<String>
        ) {
            self.glyphs = glyphs
            self.words = words
            self.literals = literals
            self.names = names
            kinds = piece.kinds
            signs = piece.signs
            marks = piece.marks
            surroundings = piece.surroundings
        }
    }

    private let facts: UnsafePointer<Facts>

    /// The passage of an index.
    init(_ all: Row<Facts>, _ index: Int) { facts = all.address(of: index) }

    var glyphs: Row<Glyph> { facts.pointee.glyphs }
    /// The words in order.
    var words: Row<Word> { facts.pointee.words }
    var literals: Row<Literal> { facts.pointee.literals }
    var kinds: GlyphKinds { facts.pointee.kinds }
    var signs: ASCIISigns { facts.pointee.signs }
    /// What the language knows of its words.
    var marks: WordMarks { facts.pointee.marks }
    /// What stands before and behind a branch in the message around it.
    var before: Glyph? { facts.pointee.surroundings.before }
    var after: Glyph? { facts.pointee.surroundings.after }
    /// Whether nothing stands before it, or behind it, in the message.
    var isAtStart: Bool { facts.pointee.surroundings.isAtStart }
    var isAtEnd: Bool { facts.pointee.surroundings.isAtEnd }
    var isBranch: Bool { facts.pointee.surroundings.isBranch }

    /// Whether two are the same, and do not only say the same.
    static func === (left: Passage, right: Passage) -> Bool { left.facts == right.facts }

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
            case .argument, .branches: text += "{\(facts.pointee.names[Int(glyph.value)])}"
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
