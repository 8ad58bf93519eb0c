import Documents

/// Finds places inside a message in the file that the message was read from.
struct PatternPlace: Sendable {
    /// Where the scalar stands, quotes included.
    let range: SourceRange
    let style: DocumentNode.ScalarStyle
    /// The scalar's text.
    let text: String

    /// The place of a stretch of the text, given in bytes; as near as can be told without the source.
    func range(of stretch: Range<Int>, in source: SourceText?) -> SourceRange {
        if stretch.isEmpty, stretch.lowerBound == 0 { return range }
        let start = position(of: stretch.lowerBound, in: source)
        let end = position(of: stretch.upperBound, in: source)
        return SourceRange(range.name, start: start, end: max(start, end))
    }

    func position(of offset: Int, in source: SourceText?) -> SourcePosition {
        switch style {
        case .plain: along(offset, skipping: 0)
        case .singleQuoted, .doubleQuoted:
            if let source, let found = quoted(offset, source) {
                found
            } else {
                along(offset, skipping: 1)
            }
        case .literal, .folded: block(offset, source)
        }
    }

    /// The position in a scalar that stands in the file as it is, behind some bytes.
    private func along(_ offset: Int, skipping: Int) -> SourcePosition {
        let bytes = text.utf8.prefix(offset)
        let columns = bytes.count { $0 & 0xC0 != 0x80 }
        return SourcePosition(
            byte: range.start.byte + skipping + bytes.count,
            line: range.start.line,
            column: range.start.column + skipping + columns
        )
    }

    /// The position in a quoted scalar, read from the file so that escapes count for what they take.
    private func quoted(_ offset: Int, _ source: SourceText) -> SourcePosition? {
        let bytes = source.bytes
        let end = min(range.end.byte, bytes.count)
        guard range.start.byte < end else { return nil }
        var index = range.start.byte + 1
        var done = 0
        while done < offset, index < end {
            if style == .singleQuoted, bytes[index] == 0x27 {
                index += 2
                done += 1
            } else if style == .doubleQuoted, bytes[index] == 0x5C, index + 1 < end {
                let (length, made) = Self.escape(bytes[index..<end])
                index += length
                done += made
            } else {
                index += 1
                done += 1
            }
        }
        return source.position(at: min(index, end))
    }

    /// How long an escape is, and how many bytes it makes.
    private static func escape(_ bytes: ArraySlice<UInt8>) -> (length: Int, made: Int) {
        let digits: Int
        switch bytes.dropFirst().first {
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        // Non-breaking space and next line are two bytes, line and paragraph separator three.
        case UInt8(ascii: "_"), UInt8(ascii: "N"): return (2, 2)
        case UInt8(ascii: "L"), UInt8(ascii: "P"): return (2, 3)
        default: return (2, 1)
        }
        let hex = String(decoding: bytes.dropFirst(2).prefix(digits), as: UTF8.self)
        let scalar = UInt32(hex, radix: 16).flatMap(Unicode.Scalar.init)
        return (2 + digits, scalar.map { UTF8.width($0) } ?? 1)
    }

    /// The position in a block: its lines begin on the line behind the `|`, indented.
    private func block(_ offset: Int, _ source: SourceText?) -> SourcePosition {
        let before = text.utf8.prefix(offset)
        let line = before.count { $0 == 0x0A }
        let inLine = before.reversed().prefix { $0 != 0x0A }
        let columns = inLine.count { $0 & 0xC0 != 0x80 }
        let number = range.start.line + 1 + line
        guard let source else {
            return SourcePosition(byte: range.start.byte, line: number, column: columns + 1)
        }
        let indent = indentation(source)
        // The byte of a line's beginning is found by going back from the scalar's line.
        var byte = range.start.byte
        for _ in 0...line {
            while byte < source.bytes.count, source.bytes[byte] != 0x0A { byte += 1 }
            byte += 1
        }
        // An empty line may lack its indentation.
        var column = 0
        while column < indent, byte < source.bytes.count, source.bytes[byte] == 0x20 {
            byte += 1
            column += 1
        }
        return source.position(at: byte + inLine.count)
    }

    /// The indentation of the block, seen on its first line that has text.
    private func indentation(_ source: SourceText) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            let written = source.line(range.start.line + 1 + index)
            return max(0, written.utf8.count - line.utf8.count)
        }
        return 0
    }
}
