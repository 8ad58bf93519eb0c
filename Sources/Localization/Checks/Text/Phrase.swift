/// Words to find in messages: at the beginning of words, so that declined forms are found too.
struct Phrase: Sendable, Hashable {
    private let letters: [UInt32]
    /// Whether capitals count.
    private let isExact: Bool
    /// Whether no letter may stand behind it.
    private let isWhole: Bool
    let text: String

    /// A phrase; a blank at its end stands for the end of a word.
    init(_ text: some StringProtocol, isExact: Bool = false, isWhole: Bool = false) {
        self.isExact = isExact
        self.isWhole = isWhole || text.last == " "
        let kept = text.last == " " ? String(text.dropLast()) : String(text)
        self.text = kept
        letters = kept.unicodeScalars.map { isExact ? $0.value : Self.plain($0.value) }
    }

    /// The first letter, in lower case.
    var start: UInt32 { letters.first.map { Self.plain($0) } ?? 0 }

    fileprivate static func plain(_ value: UInt32) -> UInt32 {
        value == 0x2019 ? 0x27 : Glyph.fold(value)
    }

    /// The glyphs that the phrase takes where it stands at an index.
    func match(_ passage: Passage, at start: Int) -> Range<Int>? {
        let glyphs = passage.glyphs
        guard !letters.isEmpty, start + letters.count <= glyphs.count else { return nil }
        var index = start
        for letter in letters {
            guard index < glyphs.count else { return nil }
            let glyph = glyphs[index]
            if letter == 0x20 {
                guard glyph.isSpace else { return nil }
                while index < glyphs.count, glyphs[index].isSpace { index += 1 }
                continue
            }
            guard !glyph.isPlaceholder, (isExact ? glyph.value : Self.plain(glyph.value)) == letter
            else { return nil }
            index += 1
        }
        if isWhole, let next = passage.glyph(index), next.isLetter || next.kind == .digit {
            return nil
        }
        return start..<index
    }

    /// Whether a phrase may begin at an index: at the beginning of a word, or at any Chinese character.
    static func canStart(_ passage: Passage, at index: Int) -> Bool {
        let glyph = passage.glyphs[index]
        guard !glyph.isPlaceholder, !glyph.isSpace else { return false }
        guard index > 0, glyph.isLetter, glyph.kind != .han else { return true }
        let previous = passage.glyphs[index - 1]
        return !previous.isLetter || previous.kind == .han
    }

    /// Where the phrase stands first.
    func first(in text: MessageText) -> Range<Int>? {
        text.passages.lazy.compactMap { first(in: $0) }.first
    }

    /// Where the phrase stands first.
    func first(in passage: Passage) -> Range<Int>? {
        for index in passage.glyphs.indices {
            guard Self.plain(passage.glyphs[index].value) == start,
                Self.canStart(passage, at: index), let range = match(passage, at: index)
            else { continue }
            return passage.place(range)
        }
        return nil
    }

    func occurs(in text: MessageText) -> Bool { first(in: text) != nil }
}

/// Phrases with what they stand for, found in one go.
struct PhraseTable: Sendable {
    /// A phrase that was found.
    struct Found {
        let entry: Int
        let range: Range<Int>
    }

    private var buckets: [[(phrase: Phrase, entry: Int)]] = []
    /// The buckets that hold something; most letters begin no phrase.
    private var starts = ASCIISigns()

    mutating func add(_ phrase: Phrase, _ entry: Int) {
        if buckets.isEmpty { buckets = Array(repeating: [], count: 128) }
        buckets[Int(phrase.start & 127)].append((phrase, entry))
        starts.insert(phrase.start & 127)
    }

    /// What stands in a passage; what begins in an address, in code and the like only where that is asked for.
    func found(in passage: Passage, withLiterals: Bool = false) -> [Found] {
        guard !buckets.isEmpty else { return [] }
        var found: [Found] = []
        var isInWord = false
        for index in passage.glyphs.indices {
            let isBehindLetter = isInWord
            isInWord = passage.glyphs[index].isOfAlphabet
            if isInWord, isBehindLetter { continue }
            let glyph = passage.glyphs[index]
            let start = Phrase.plain(glyph.value) & 127
            guard starts.contains(start), Phrase.canStart(passage, at: index),
                withLiterals || !glyph.isLiteral
            else { continue }
            for (phrase, entry) in buckets[Int(start)] {
                if let range = phrase.match(passage, at: index) {
                    found.append(Found(entry: entry, range: range))
                }
            }
        }
        return found
    }
}
