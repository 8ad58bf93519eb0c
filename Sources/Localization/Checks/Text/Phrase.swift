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

    /// A letter in lower case; `nil` where there are fewer.
    fileprivate func letter(_ index: Int) -> UInt32? {
        index < letters.count ? Self.plain(letters[index]) : nil
    }

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
///
/// Few pairs of letters begin a phrase: what stands at a place is looked at only where such a pair does.
struct PhraseTable: Sendable {
    /// A phrase that was found.
    struct Found {
        let entry: Int
        let range: Range<Int>

        /// Whether another one is a part of it: `account` in `marketplace account`.
        func holds(_ other: Found) -> Bool {
            range.count > other.range.count && range.contains(other.range.lowerBound)
                && range.upperBound >= other.range.upperBound
        }
    }

    private struct Entry {
        let phrase: Phrase
        /// The third letter; `nil` where there is none, or a blank before it, which may stand for several.
        let third: UInt32?
        let entry: Int
    }

    private static let size = 1024
    /// The phrases by a hash of their first two letters; those of one letter in the second half, by that one.
    private var buckets: [[Entry]] = []
    /// By the same numbers: whether there are any.
    private var isTaken: [Bool] = []

    var isEmpty: Bool { buckets.isEmpty }

    mutating func add(_ phrase: Phrase, _ entry: Int) {
        if isEmpty {
            buckets = Array(repeating: [], count: 2 * Self.size)
            isTaken = Array(repeating: false, count: 2 * Self.size)
        }
        let bucket = phrase.letter(1).map { Self.pair(phrase.start, $0) } ?? Self.one(phrase.start)
        let hasBlank = phrase.letter(1) == 0x20 || phrase.letter(2) == 0x20
        let third = hasBlank ? nil : phrase.letter(2)
        buckets[bucket].append(Entry(phrase: phrase, third: third, entry: entry))
        isTaken[bucket] = true
    }

    private static func pair(_ first: UInt32, _ second: UInt32) -> Int {
        Int(truncatingIfNeeded: first &* 37 ^ second) & (size - 1)
    }

    private static func one(_ letter: UInt32) -> Int {
        size + Int(truncatingIfNeeded: letter) & (size - 1)
    }

    /// What stands in a passage; what begins in an address, in code and the like only where that is asked for.
    func found(in passage: Passage, withLiterals: Bool = false) -> [Found] {
        guard !isEmpty else { return [] }
        var found: [Found] = []
        let glyphs = passage.glyphs
        isTaken.withUnsafeBufferPointer { isTaken in
            var isInWord = false
            for index in glyphs.indices {
                let isBehindLetter = isInWord
                isInWord = glyphs[index].isOfAlphabet
                if isInWord, isBehindLetter { continue }
                let first = Phrase.plain(glyphs[index].value)
                let one = Self.one(first)
                let pair = index + 1 < glyphs.count ? Self.pair(first, glyphs[index + 1]) : one
                guard isTaken[pair] || isTaken[one], Phrase.canStart(passage, at: index),
                    withLiterals || !glyphs[index].isLiteral
                else { continue }
                let known = found.count
                if isTaken[one] { add(buckets[one], passage, index, to: &found) }
                if pair != one, isTaken[pair] { add(buckets[pair], passage, index, to: &found) }
                if found.count > known + 1 { found[known...].sort { $0.entry < $1.entry } }
            }
        }
        return found
    }

    private static func pair(_ first: UInt32, _ second: Glyph) -> Int {
        pair(first, second.isSpace ? 0x20 : Phrase.plain(second.value))
    }

    private func add(
        _ bucket: [Entry],
        _ passage: Passage,
        _ index: Int,
        to found: inout [Found]
    ) {
        let third =
            index + 2 < passage.glyphs.count ? Phrase.plain(passage.glyphs[index + 2].value) : 0
        for one in bucket.indices where bucket[one].third.map({ $0 == third }) ?? true {
            if let range = bucket[one].phrase.match(passage, at: index) {
                found.append(Found(entry: bucket[one].entry, range: range))
            }
        }
    }
}
