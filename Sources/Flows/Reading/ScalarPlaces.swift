import Documents

/// Finds the place in a file of a part of a scalar's text.
///
/// The text of a scalar differs from what stands in the file where it is quoted, escaped or folded.
struct ScalarPlaces {
    private let source: SourceText
    private let node: DocumentNode
    /// For each byte of the scalar's text, and for its end: the byte of the file.
    private let offsets: [Int]

    init(_ node: DocumentNode, in source: SourceText) {
        self.node = node
        self.source = source
        offsets = Self.align(node, source.bytes)
    }

    /// The place of some bytes of the scalar's text; the whole scalar where they can't be found.
    func range(_ bytes: Range<Int>) -> SourceRange {
        guard bytes.lowerBound >= 0, bytes.upperBound < offsets.count else { return node.range }
        let start = offsets[bytes.lowerBound]
        // The end is one behind the last byte, so that closing quotes stay outside.
        let end = bytes.isEmpty ? start : offsets[bytes.upperBound - 1] + 1
        return source.range(start..<max(start, end))
    }

    private static func align(_ node: DocumentNode, _ file: [UInt8]) -> [Int] {
        guard case .scalar(let scalar) = node.content else { return [] }
        let text = Array(scalar.text.utf8)
        var place = node.range.start.byte
        let end = min(node.range.end.byte, file.count)
        switch scalar.style {
        case .singleQuoted, .doubleQuoted: place += 1
        case .literal, .folded:
            // The text begins behind the line of the `|` or `>`.
            while place < end, file[place] != 0x0A { place += 1 }
            place += 1
        case .plain: break
        }
        var offsets: [Int] = []
        var index = 0
        while index < text.count, place < end {
            if isSpace(text[index]), isSpace(file[place]) {
                offsets.append(place)
                index += 1
                place += 1
                // What was folded into this space or line end.
                let next = index < text.count ? text[index] : 0
                if !isSpace(next) {
                    while place < end, isSpace(file[place]) { place += 1 }
                }
            } else if scalar.style == .doubleQuoted, isContinued(file, place) {
                place += 2
                while place < end, isSpace(file[place]) { place += 1 }
            } else if scalar.style == .doubleQuoted, file[place] == UInt8(ascii: "\\") {
                let escape = escapeLength(file, place)
                let made = escapedBytes(text, index)
                offsets += Array(repeating: place, count: made)
                index += made
                place += escape
            } else if text[index] == file[place] {
                offsets.append(place)
                index += 1
                place += 1
                let isDoubled =
                    scalar.style == .singleQuoted && file[place - 1] == UInt8(ascii: "'")
                if isDoubled { place += 1 }
            } else if isSpace(file[place]) {
                place += 1
            } else {
                return []
            }
        }
        // The line end behind a block of text may stand outside of it.
        guard text[index...].allSatisfy(isSpace) else { return [] }
        return offsets + Array(repeating: min(place, end), count: text.count - index + 1)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Whether a backslash at the end of a line joins it to the next.
    private static func isContinued(_ file: [UInt8], _ place: Int) -> Bool {
        file[place] == UInt8(ascii: "\\") && place + 1 < file.count
            && (file[place + 1] == 0x0A || file[place + 1] == 0x0D)
    }

    /// How many bytes an escape takes in the file.
    private static func escapeLength(_ file: [UInt8], _ place: Int) -> Int {
        guard place + 1 < file.count else { return 1 }
        switch file[place + 1] {
        case UInt8(ascii: "x"): return 4
        case UInt8(ascii: "u"): return 6
        case UInt8(ascii: "U"): return 10
        default: return 2
        }
    }

    /// How many bytes of the text the scalar value at an index takes.
    private static func escapedBytes(_ text: [UInt8], _ index: Int) -> Int {
        var next = index + 1
        while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
        return next - index
    }
}
