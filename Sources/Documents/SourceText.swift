/// A text file as it was read: its path and its bytes, with a way from bytes to lines and columns.
public struct SourceText: Sendable {
    /// The path as the reader of a diagnostic should see it.
    public let path: String
    /// The path as the name that places in the file have.
    public let name: FileName
    /// The file's bytes; expected to be UTF-8, and not checked here.
    public let bytes: [UInt8]
    /// The byte offset at which each line begins, in order; the first is 0.
    private let lineStarts: [Int]

    /// Makes a source text from the bytes of a file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        name = FileName(path)
        self.bytes = bytes
        lineStarts = Self.lineStarts(bytes)
    }

    /// Makes a source text from a string.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
        bytes.withUnsafeBytes { bytes in
            var starts = [0]
            starts.reserveCapacity(bytes.count / 32)
            var offset = 0
            let step = MemoryLayout<UInt64>.size
            while offset < bytes.count {
                // A byte that is LF is zero here, and borrows from its highest bit; most stretches have none.
                if offset + step <= bytes.count {
                    let word =
                        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                        ^ 0x0A0A_0A0A_0A0A_0A0A
                    let less = word &- 0x0101_0101_0101_0101
                    if less & ~word & 0x8080_8080_8080_8080 == 0 {
                        offset += step
                        continue
                    }
                }
                for place in offset..<min(offset + step, bytes.count) where bytes[place] == 0x0A {
                    starts.append(place + 1)
                }
                offset += step
            }
            return starts
        }
    }

    /// Whether a byte stands in the text.
    ///
    /// O(length), sixteen bytes and more at once: without an early end the loop has no branches.
    public func has(_ byte: UInt8) -> Bool {
        bytes.reduce(into: UInt8(0)) { found, next in found |= next == byte ? 1 : 0 } != 0
    }

    /// How many lines the text has; an empty text has one.
    public var lineCount: Int { lineStarts.count }

    /// The text of a line without its line end; empty where there is no such line.
    ///
    /// `line` is one-based.
    public func line(_ line: Int) -> String {
        guard line >= 1, line <= lineStarts.count else { return "" }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The position of a byte; offsets beyond the text give its end.
    ///
    /// O(log lines + length of the line).
    public func position(at byte: Int) -> SourcePosition {
        let offset = max(0, min(byte, bytes.count))
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        // A scalar begins at each byte that is not a UTF-8 continuation byte.
        let column = bytes[lineStarts[low]..<offset].reduce(into: 1) { count, byte in
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        return SourcePosition(byte: offset, line: low + 1, column: column)
    }

    /// The range between two byte offsets.
    public func range(_ bytes: Range<Int>) -> SourceRange {
        SourceRange(
            name,
            start: position(at: bytes.lowerBound),
            end: position(at: bytes.upperBound)
        )
    }
}
