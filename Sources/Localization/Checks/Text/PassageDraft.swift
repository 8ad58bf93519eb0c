/// Where a passage stands in its message.
struct PassageSurroundings {
    var before: Glyph?
    var after: Glyph?
    var isAtStart = true
    var isAtEnd = true
    var isBranch = false
}

/// A passage that is being put together.
struct PassageDraft {
    private(set) var glyphs: [Glyph] = []
    private(set) var kinds: GlyphKinds = []
    private(set) var signs = ASCIISigns()
    private(set) var words: [Passage.Word] = []
    private(set) var names: [String] = []
    private(set) var literals: [Literal] = []

    mutating func append(_ kind: Glyph.Kind, named name: String, at range: Range<Int>) {
        glyphs.append(Glyph(UInt32(truncatingIfNeeded: names.count), kind, at: range))
        kinds.insert(GlyphKinds(kind))
        names.append(name)
    }

    /// Appends words; no word goes on behind what is appended next.
    mutating func append(_ text: MessageTree.Text) {
        let start = glyphs.count
        var value = text.value
        value.withUTF8 { add($0, of: text) }
        if !kinds.isDisjoint(with: .any(.latin, .cyrillic, .letter)) { addWords(from: start) }
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, of text: MessageTree.Text) {
        let count = bytes.reduce(into: 0) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 }
        glyphs.reserveCapacity(glyphs.count + count + 1)
        let base = text.range.lowerBound
        let isShifted = !text.places.isEmpty
        let table = Glyph.kinds
        var kinds = kinds
        var signs = signs
        var offset = 0
        while offset < bytes.count {
            let (value, length) = Self.scalar(bytes, offset)
            let kind = Int(value) < table.count ? table[Int(value)] : Glyph.kind(of: value)
            let end = offset + length
            let place = isShifted ? text.range(of: offset..<end) : (base + offset)..<(base + end)
            glyphs.append(Glyph(value, kind, at: place))
            kinds.insert(GlyphKinds(kind))
            signs.insert(value)
            offset = end
        }
        self.kinds = kinds
        self.signs = signs
    }

    /// The scalar that begins at a byte, with its length: a string holds right UTF-8, so that no bytes lack.
    ///
    /// Takes half as long as asking the string for its scalars.
    private static func scalar(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ offset: Int
    ) -> (value: UInt32, length: Int) {
        let lead = UInt32(bytes[offset])
        if lead < 0x80 { return (lead, 1) }
        let second = UInt32(bytes[offset + 1] & 0x3F)
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
        let third = UInt32(bytes[offset + 2] & 0x3F)
        if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
        let fourth = UInt32(bytes[offset + 3] & 0x3F)
        return ((lead & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    }

    /// Marks a stretch as no text to translate.
    mutating func add(_ literal: Literal) {
        guard !literal.range.contains(where: { glyphs[$0].isLiteral }) else { return }
        for index in literal.range { glyphs[index].isLiteral = true }
        literals.append(literal)
    }

    /// Adds the words that begin at an index or behind it.
    private mutating func addWords(from start: Int) {
        words.reserveCapacity(words.count + (glyphs.count - start) / 5 + 1)
        glyphs.withUnsafeBufferPointer { glyphs in
            var index = start
            while index < glyphs.count {
                guard glyphs[index].isOfAlphabet else {
                    index += 1
                    continue
                }
                let word = Self.word(glyphs, at: index)
                words.append(word)
                index = word.range.upperBound
            }
        }
    }

    /// The word that begins at an index.
    private static func word(
        _ glyphs: UnsafeBufferPointer<Glyph>,
        at start: Int
    ) -> Passage.Word {
        var hash = WordHash()
        var kinds: GlyphKinds = []
        var capitals = 0
        var index = start
        letters: while index < glyphs.count {
            let glyph = glyphs[index]
            switch glyph.kind {
            case .latin, .cyrillic, .letter: kinds.insert(GlyphKinds(glyph.kind))
            case .mark, .digit: break
            case .apostrophe where index + 1 < glyphs.count && glyphs[index + 1].isOfAlphabet: break
            default: break letters
            }
            let folded = glyph.folded
            hash.add(folded)
            if folded != glyph.value { capitals += 1 }
            index += 1
        }
        return Passage.Word(
            range: start..<index,
            hash: hash.value,
            kinds: kinds,
            capitals: capitals,
            startsUppercase: glyphs[start].isUppercase
        )
    }
}
