/// A message, or a branch of one, as a row of characters in which arguments are one character each.
struct Passage: Sendable {
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

    private(set) var glyphs: [Glyph] = []
    private(set) var kinds: GlyphKinds = []
    /// The words in order.
    private(set) var words: [Word] = []
    /// What stands before and behind a branch in the message around it.
    let before: Glyph?
    let after: Glyph?
    /// Whether nothing stands before it, or behind it, in the message.
    let isAtStart: Bool
    let isAtEnd: Bool
    let isBranch: Bool
    private(set) var names: [String] = []
    var literals: [Literal] = []

    init(before: Glyph? = nil, after: Glyph? = nil, isStart: Bool, isEnd: Bool, isBranch: Bool) {
        self.before = before
        self.after = after
        isAtStart = isStart
        isAtEnd = isEnd
        self.isBranch = isBranch
    }

    mutating func append(_ glyph: Glyph) {
        glyphs.append(glyph)
        kinds.insert(GlyphKinds(glyph.kind))
    }

    mutating func append(_ kind: Glyph.Kind, named name: String, at range: Range<Int>) {
        append(Glyph(UInt32(truncatingIfNeeded: names.count), kind, at: range))
        names.append(name)
    }

    mutating func append(_ text: MessageTree.Text) {
        glyphs.reserveCapacity(glyphs.count + text.range.count + 2)
        var kinds = kinds
        var offset = 0
        let base = text.range.lowerBound
        let isShifted = !text.places.isEmpty
        for scalar in text.value.unicodeScalars {
            let value = scalar.value
            let end = offset + UTF8.width(scalar)
            let kind = Glyph.kind(of: value)
            let place = isShifted ? text.range(of: offset..<end) : (base + offset)..<(base + end)
            glyphs.append(Glyph(value, kind, at: place))
            kinds.insert(GlyphKinds(kind))
            offset = end
        }
        self.kinds = kinds
    }

    /// Marks a stretch as no text to translate.
    mutating func add(_ literal: Literal) {
        guard !literal.range.contains(where: { glyphs[$0].isLiteral }) else { return }
        for index in literal.range { glyphs[index].isLiteral = true }
        literals.append(literal)
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

    /// Whether it is a list of answers to be matched, such as `7|seven`, and not read by anybody.
    var isAnswerList: Bool {
        guard kinds.contains(.init(.sign)) else { return false }
        return glyphs.indices.contains { index in
            glyphs[index].is("|") && (glyph(index - 1).map { !$0.isSpace } ?? false)
                && (glyph(index + 1).map { !$0.isSpace } ?? false)
        }
    }

    /// Finds the words, once all glyphs are there.
    ///
    /// O(length).
    mutating func findWords() {
        guard !kinds.isDisjoint(with: .any(.latin, .cyrillic, .letter)) else { return }
        words.reserveCapacity(glyphs.count / 5 + 1)
        var index = 0
        while index < glyphs.count {
            let glyph = glyphs[index]
            guard glyph.isLetter, glyph.kind != .han else {
                index += 1
                continue
            }
            let start = index
            var hash = WordHash()
            var kinds: GlyphKinds = []
            var capitals = 0
            while index < glyphs.count, continuesWord(index) {
                let glyph = glyphs[index]
                let folded = glyph.folded
                hash.add(folded)
                if glyph.isLetter { kinds.insert(GlyphKinds(glyph.kind)) }
                if folded != glyph.value { capitals += 1 }
                index += 1
            }
            words.append(
                Word(
                    range: start..<index,
                    hash: hash.value,
                    kinds: kinds,
                    capitals: capitals,
                    startsUppercase: glyph.isUppercase
                )
            )
        }
    }

    private func continuesWord(_ index: Int) -> Bool {
        let glyph = glyphs[index]
        switch glyph.kind {
        case .latin, .cyrillic, .letter, .mark, .digit: return true
        case .apostrophe:
            guard index + 1 < glyphs.count else { return false }
            let next = glyphs[index + 1]
            return next.isLetter && next.kind != .han
        default: return false
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
