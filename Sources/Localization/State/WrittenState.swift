public import Documents

extension LocaleState {
    /// Takes a state file as the command writes it; `nil` where it was written otherwise.
    ///
    /// There is a line for each message of each language: so they are read as bytes, without a tree in between.
    /// What is written otherwise is for ``load(_:)``, which tells what is wrong. O(length of the file).
    public init?(written source: SourceText) {
        self.init()
        var reader = WrittenStateReader(file: source.name)
        guard source.bytes.withUnsafeBufferPointer({ reader.read($0) }) else { return nil }
        entries = reader.entries
    }
}

/// Reads lines `key: status hash`, in the order of their keys.
private struct WrittenStateReader {
    let file: FileName
    private(set) var entries: [MessageKey: LocaleState.Entry] = [:]
    /// Where the key before stands.
    private var last = 0..<0

    init(file: FileName) { self.file = file }

    /// Whether all could be read.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        var line = 1
        // A line is seldom shorter.
        entries.reserveCapacity(bytes.count / 48)
        while start < bytes.count {
            guard let end = bytes[start...].firstIndex(of: 0x0A) else { return false }
            if bytes[start] != 0x23 {
                guard read(bytes, start..<end, line: line) else { return false }
            }
            start = end + 1
            line += 1
        }
        return !entries.isEmpty
    }

    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ range: Range<Int>,
        line: Int
    ) -> Bool {
        guard let keyEnd = bytes[range].firstIndex(where: { !Self.isOfKey($0) }),
            keyEnd > range.lowerBound, bytes[range.lowerBound] > 0x2F
        else { return false }
        let key = range.lowerBound..<keyEnd
        // Behind the key `: `, the status, a blank and sixteen digits.
        let digits = range.upperBound - 16
        guard keyEnd + 3 < digits, bytes[keyEnd] == 0x3A, bytes[keyEnd + 1] == 0x20,
            bytes[digits - 1] == 0x20, bytes[last].lexicographicallyPrecedes(bytes[key]),
            let status = Self.status(bytes[(keyEnd + 2)..<(digits - 1)]),
            let hash = SourceHash(digits: bytes[digits..<range.upperBound])
        else { return false }
        last = key
        let start = SourcePosition(byte: key.lowerBound, line: line, column: 1)
        let end = SourcePosition(byte: keyEnd, line: line, column: 1 + key.count)
        let name = String(decoding: UnsafeBufferPointer(rebasing: bytes[key]), as: UTF8.self)
        entries[MessageKey(name)] = LocaleState.Entry(
            status,
            hash,
            at: SourceRange(file, start: start, end: end)
        )
        return true
    }

    private static let statuses = TranslationStatus.allCases.map { ($0, Array($0.rawValue.utf8)) }

    private static func status(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> TranslationStatus? {
        statuses.first { $0.1.count == word.count && word.elementsEqual($0.1) }?.0
    }

    /// The letters of keys that are written without quotes.
    private static func isOfKey(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: true
        default: false
        }
    }
}
