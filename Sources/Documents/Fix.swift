/// A mend that is certain: what to write in place of a few characters of one line.
public struct Fix: Sendable, Hashable {
    /// What is replaced; on one line.
    public let range: SourceRange
    /// What stands there; where a file has something else, the mend is not for it.
    public let original: String
    /// What to write instead; without a line end.
    public let replacement: String

    /// Makes a mend.
    public init(at range: SourceRange, from original: String, to replacement: String) {
        self.range = range
        self.original = original
        self.replacement = replacement
    }

    /// The mend of a misspelt word; `nil` where it is not written in the file as it reads.
    ///
    /// - Parameters:
    ///   - word: The word as it was read.
    ///   - range: Where it stands; quotes around it stay.
    ///   - meant: What was meant: letters, digits, and signs that need no quotes where others stand before
    ///     them: `_`, `-`, `.`, `/`, and those of operators, `=`, `&` and `|`.
    /// - Returns: The mend.
    public static func respelling(_ word: String, at range: SourceRange, as meant: String) -> Fix? {
        guard range.start.line == range.end.line, !meant.isEmpty, meant.utf8.allSatisfy(isPlain)
        else { return nil }
        let length = range.end.byte - range.start.byte
        switch length - word.utf8.count {
        case 0:
            return Fix(at: range, from: word, to: meant)
        case 2:
            return Fix(at: range.inside(by: 1), from: word, to: meant)
        default:
            return nil
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "&"),
            UInt8(ascii: "|"):
            true
        default: false
        }
    }
}

extension SourceRange {
    /// The range without some one-byte characters at both ends of its line.
    fileprivate func inside(by count: Int) -> SourceRange {
        SourceRange(
            name,
            start: SourcePosition(
                byte: start.byte + count,
                line: start.line,
                column: start.column + count
            ),
            end: SourcePosition(byte: end.byte - count, line: end.line, column: end.column - count)
        )
    }
}

extension SourceText {
    /// The text with mends applied, and nothing else changed.
    ///
    /// A mend is left out if it is of another file, would not replace what it names, takes or gives a
    /// line end, or overlaps one before it. O(length of the text + mends × log mends).
    public func mended(by fixes: some Sequence<Fix>) -> SourceText {
        var result: [UInt8] = []
        var done = 0
        for fix in Set(fixes).sorted(by: { $0.range.start.byte < $1.range.start.byte })
        where fix.range.file == path {
            let start = fix.range.start.byte
            let end = fix.range.end.byte
            guard start >= done, start <= end, end <= bytes.count,
                bytes[start..<end].elementsEqual(fix.original.utf8),
                !(fix.original + fix.replacement).utf8.contains(0x0A)
            else { continue }
            result += bytes[done..<start]
            result += fix.replacement.utf8
            done = end
        }
        return SourceText(path: path, bytes: result + bytes[done...])
    }
}
