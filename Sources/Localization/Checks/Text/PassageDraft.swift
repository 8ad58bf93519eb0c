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
    private(set) var names: [String] = []
    private(set) var literals: [Literal] = []

    mutating func append(_ kind: Glyph.Kind, named name: String, at range: Range<Int>) {
        glyphs.append(Glyph(UInt32(truncatingIfNeeded: names.count), kind, at: range))
        kinds.insert(GlyphKinds(kind))
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

    /// The words in order.
    ///
    /// O(length).
    var words: [Passage.Word] {
        guard !kinds.isDisjoint(with: .any(.latin, .cyrillic, .letter)) else { return [] }
        var words: [Passage.Word] = []
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
                Passage.Word(
                    range: start..<index,
                    hash: hash.value,
                    kinds: kinds,
                    capitals: capitals,
                    startsUppercase: glyph.isUppercase
                )
            )
        }
        return words
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
