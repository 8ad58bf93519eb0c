/// Where a passage stands in its message.
struct PassageSurroundings {
    var before: Glyph?
    var after: Glyph?
    var isAtStart = true
    var isAtEnd = true
    var isBranch = false
}

/// Memory in which the texts of messages are put together; it is used again for the next ones.
struct TextDraft: ~Copyable {
    /// A passage, by where its parts stand among those of all texts.
    struct Piece {
        var glyphs: Range<Int>
        var words: Range<Int>
        var literals: Range<Int>
        var names: Range<Int>
        var kinds: GlyphKinds = []
        var signs = ASCIISigns()
        var marks: WordMarks = []
        let surroundings: PassageSurroundings
    }

    /// What the language knows of words.
    private let known: LanguageWords
    private var pieces = Bin<Piece>(capacity: 8)
    /// Which pieces are the passages of each text.
    private var texts = Bin<Range<Int>>(capacity: 1)
    private var glyphs = Bin<Glyph>(capacity: 512)
    private var words = Bin<Passage.Word>(capacity: 64)
    private var literals = Bin<Literal>(capacity: 8)
    private var names = Bin<String>(capacity: 8)
    private var facts = Bin<Passage.Facts>(capacity: 8)
    private var passages = Bin<Passage>(capacity: 8)

    init(knowing known: LanguageWords?) { self.known = known ?? .ofAny }

    /// What a message says, which is good until the next one.
    mutating func text(of entry: Catalog.Entry) -> MessageText {
        clear()
        add(entry.pattern, entry.parsed)
        finish()
        return text(0)
    }

    /// Adds a text.
    mutating func add(_ pattern: String, _ parsed: MessageTree?) {
        let start = pieces.count
        if let parsed {
            add(parsed.nodes, PassageSurroundings())
        } else {
            var piece = begun(PassageSurroundings())
            append(words: pattern, to: &piece)
            end(&piece)
        }
        texts.append(start..<pieces.count)
    }

    /// Adds a passage, and those of the branches in it.
    private mutating func add(_ nodes: [MessageTree.Node], _ surroundings: PassageSurroundings) {
        var piece = begun(surroundings)
        var branched: [(branches: [MessageTree.Branch], place: Int)] = []
        for node in nodes {
            switch node {
            case .text(let text): append(text, to: &piece)
            case .number(let range): append(.number, named: "", at: range, to: &piece)
            case .argument(let argument):
                let branches = argument.branches
                if !branches.isEmpty { branched.append((branches, glyphs.count)) }
                append(
                    branches.isEmpty ? .argument : .branches,
                    named: argument.name,
                    at: argument.range,
                    to: &piece
                )
            }
        }
        end(&piece)
        let own = piece.glyphs
        for (branches, place) in branched {
            let inner = PassageSurroundings(
                before: place > own.lowerBound ? glyphs[place - 1] : surroundings.before,
                after: place + 1 < own.upperBound ? glyphs[place + 1] : surroundings.after,
                isAtStart: surroundings.isAtStart && place == own.lowerBound,
                isAtEnd: surroundings.isAtEnd && place == own.upperBound - 1,
                isBranch: true
            )
            for branch in branches { add(branch.nodes, inner) }
        }
    }

    // MARK: - One passage

    /// A passage without anything, behind all others.
    private func begun(_ surroundings: PassageSurroundings) -> Piece {
        Piece(
            glyphs: glyphs.count..<glyphs.count,
            words: words.count..<words.count,
            literals: literals.count..<literals.count,
            names: names.count..<names.count,
            surroundings: surroundings
        )
    }

    private mutating func append(
        _ kind: Glyph.Kind,
        named name: String,
        at range: Range<Int>,
        to piece: inout Piece
    ) {
        let number = names.count - piece.names.lowerBound
        glyphs.append(Glyph(UInt32(truncatingIfNeeded: number), kind, at: range))
        piece.kinds.insert(GlyphKinds(kind))
        names.append(name)
    }

    /// Appends words; no word goes on behind what is appended next.
    private mutating func append(_ text: MessageTree.Text, to piece: inout Piece) {
        let start = glyphs.count
        let places = text.places.isEmpty ? nil : text
        let base = UInt32(truncatingIfNeeded: text.range.lowerBound)
        text.value.withBytes { add($0, from: base, placed: places, &piece) }
        addWords(from: start, &piece)
    }

    /// Appends a pattern that is nothing but words.
    private mutating func append(words pattern: String, to piece: inout Piece) {
        let start = glyphs.count
        pattern.withBytes { add($0, from: 0, placed: nil, &piece) }
        addWords(from: start, &piece)
    }

    /// Appends bytes that stand at `base`, or where `text` knows.
    private mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from base: UInt32,
        placed text: MessageTree.Text?,
        _ piece: inout Piece
    ) {
        var kinds = piece.kinds
        var signs = piece.signs
        let table = Glyph.table
        glyphs.extend(by: bytes.count) { room in
            var count = 0
            var offset = 0
            while offset < bytes.count {
                let lead = UInt32(bytes[offset])
                if lead < 0x80, text == nil {
                    let kind = table.kind(ofASCII: lead)
                    let start = base &+ UInt32(truncatingIfNeeded: offset)
                    room[count] = Glyph(lead, kind, start: start, length: 1)
                    kinds.insert(GlyphKinds(kind))
                    signs.insert(ascii: lead)
                    count += 1
                    offset += 1
                    continue
                }
                let (value, length) = Self.scalar(bytes, offset)
                let kind = table.kind(of: value)
                room[count] =
                    if let text {
                        Glyph(value, kind, at: text.range(of: offset..<(offset + length)))
                    } else {
                        Glyph(
                            value,
                            kind,
                            start: base &+ UInt32(truncatingIfNeeded: offset),
                            length: UInt32(truncatingIfNeeded: length)
                        )
                    }
                kinds.insert(GlyphKinds(kind))
                signs.insert(value)
                count += 1
                offset += length
            }
            return count
        }
        piece.kinds = kinds
        piece.signs = signs
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

    /// Adds the words that begin at a glyph or behind it.
    private mutating func addWords(from start: Int, _ piece: inout Piece) {
        guard !piece.kinds.isDisjoint(with: GlyphKinds.ofWords) else { return }
        let all = glyphs.row(piece.glyphs.lowerBound..<glyphs.count)
        let table = Glyph.table
        var index = start - piece.glyphs.lowerBound
        while index < all.count {
            guard all[index].isOfAlphabet else {
                index += 1
                continue
            }
            let word = Passage.Word(all, at: index, known, table)
            piece.marks.formUnion(word.marks)
            words.append(word)
            index = word.range.upperBound
        }
    }

    /// Ends a passage, when what is no text in it was found.
    private mutating func end(_ piece: inout Piece) {
        let start = piece.glyphs.lowerBound
        piece.glyphs = start..<glyphs.count
        piece.words = piece.words.lowerBound..<words.count
        piece.names = piece.names.lowerBound..<names.count
        if Literal.mayStand(among: piece.kinds) {
            Literal.all(in: glyphs.row(piece.glyphs), piece.kinds) { literal in
                let isTaken = literal.range.contains { glyphs[start + $0].isLiteral }
                guard !isTaken else { return }
                for index in literal.range { glyphs[start + index].isLiteral = true }
                literals.append(literal)
            }
        }
        piece.literals = piece.literals.lowerBound..<literals.count
        pieces.append(piece)
    }

    // MARK: - All of it

    /// Tells the passages where their parts stand, now that nothing is added.
    mutating func finish() {
        precondition(passages.count == 0, "passages know where their parts stand already")
        facts.reserve(pieces.count)
        passages.reserve(pieces.count)
        for piece in pieces.row {
            facts.append(
                Passage.Facts(
                    piece,
                    glyphs: glyphs.row(piece.glyphs),
                    words: words.row(piece.words),
                    literals: literals.row(piece.literals),
                    names: names.row(piece.names)
                )
            )
            passages.append(Passage(facts.row, facts.count - 1))
        }
    }

    /// A text, in the order in which they were added.
    func text(_ index: Int) -> MessageText { MessageText(passages.row(texts[index])) }

    private mutating func clear() {
        pieces.clear()
        texts.clear()
        glyphs.clear()
        words.clear()
        literals.clear()
        names.clear()
        facts.clear()
        passages.clear()
    }
}

extension String {
    /// Looks at the bytes of the text where they are.
    fileprivate func withBytes<Made>(_ look: (UnsafeBufferPointer<UInt8>) -> Made) -> Made {
        if let made = utf8.withContiguousStorageIfAvailable(look) { return made }
        return Array(utf8).withUnsafeBufferPointer(look)
    }
}
