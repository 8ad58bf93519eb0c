/// Words to look up, whatever their case.
struct WordSet: Sendable {
    /// A table of hashes, at least half of it empty; 0 is an empty place.
    ///
    /// A `Set` would hash the hashes again, and each word of each message is looked up.
    private let places: Row<UInt64>

    /// Words by their hashes, in memory that stays until ``deallocate()``.
    init(hashes: Set<UInt64>) {
        guard !hashes.isEmpty else {
            places = Row(keeping: [])
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
        self.places = Row(keeping: places)
    }

    /// Words with blanks between them.
    init(_ words: String) {
        self.init(
            hashes: Set(words.split(whereSeparator: \.isWhitespace).map { WordHash.of($0) })
        )
    }

    func contains(_ word: Passage.Word) -> Bool { index(of: word.hash) != nil }

    /// Where a word is in the table.
    fileprivate func index(of hash: UInt64) -> Int? {
        guard !places.isEmpty else { return nil }
        let last = places.count - 1
        var index = Int(truncatingIfNeeded: hash ^ hash >> 32) & last
        while places[index] != 0 {
            if places[index] == hash { return index }
            index = (index + 1) & last
        }
        return nil
    }

    /// How many places the table has.
    fileprivate var room: Int { places.count }

    func deallocate() { places.deallocate() }
}

/// What a language knows of a word.
struct WordMarks: OptionSet, Sendable {
    let rawValue: UInt8

    /// Another language has it, and this one doesn't: one of these bits is set at least.
    static let foreign = WordMarks(rawValue: 7)
    /// The reader is spoken to politely, or not.
    static let polite = WordMarks(rawValue: 8)
    static let familiar = WordMarks(rawValue: 16)
    /// Notes begin with it, which translators leave behind.
    static let note = WordMarks(rawValue: 32)

    /// A word of another language by its number, from 0 to 6.
    static func foreign(_ number: Int) -> WordMarks {
        precondition(number < 7)
        return WordMarks(rawValue: UInt8(number + 1))
    }

    /// The number of the language that has the word; `nil` where none other has it.
    var foreignLanguage: Int? {
        let number = Int(intersection(.foreign).rawValue)
        return number > 0 ? number - 1 : nil
    }
}

/// Words with what is known of them, in a table that is there as long as the program.
struct MarkedWords: Sendable {
    private let all: WordSet
    /// By the places of the table.
    private let marks: Row<WordMarks>

    init(_ marked: [UInt64: WordMarks]) {
        let all = WordSet(hashes: Set(marked.keys))
        var marks = [WordMarks](repeating: [], count: all.room)
        for (hash, mark) in marked {
            if let index = all.index(of: hash) { marks[index] = mark }
        }
        self.all = all
        self.marks = Row(keeping: marks)
    }

    subscript(hash: UInt64) -> WordMarks { all.index(of: hash).map { marks[$0] } ?? [] }
}
