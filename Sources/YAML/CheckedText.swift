import Documents

/// The bytes of a file, proven to be UTF-8 that libyaml accepts, with the way from its marks to bytes.
///
/// Characters that are refused are reported and replaced by harmless ones of the same length, so
/// that reading can go on and every byte keeps its place.
struct CheckedText {
    /// What libyaml reads: without a byte order mark.
    private(set) var bytes: [UInt8]
    /// What was found, in file order.
    private(set) var problems: [Diagnostic] = []
    /// Whether there is a text to go on with.
    private(set) var isReadable = true

    /// More would mean a binary file, where a list of places helps nobody.
    private static let controlLimit = 20

    private let source: SourceText
    private let end: SourcePosition
    /// The length of a byte order mark; 0 without one.
    private let skipped: Int
    /// The byte of each Unicode scalar whose index is a multiple of the step; empty where each is one byte long.
    private var offsets: [Int32] = []
    private static let step = MemoryLayout<UInt64>.size

    init(_ source: SourceText) {
        self.source = source
        end = source.position(at: source.bytes.count)
        skipped = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        bytes = Array(source.bytes.dropFirst(skipped))
        if skipped > 0 {
            problems.append(
                Diagnostic(
                    "E33",
                    at: source.range(0..<skipped),
                    "the file begins with a byte order mark",
                    help: "save the file as UTF-8 without a byte order mark (BOM)",
                    fix: Fix(at: source.range(0..<skipped), from: "\u{FEFF}", to: "")
                )
            )
        }
        check()
    }

    /// The place that a mark of libyaml stands for; marks count Unicode scalars from 0.
    func position(index: Int, line: Int, column: Int) -> SourcePosition {
        // At the end libyaml begins a line that is not there.
        let byte = byte(ofScalar: index)
        guard byte < bytes.count else { return end }
        // The byte order mark is a scalar of the first line.
        let shift = skipped > 0 && line == 0 ? 2 : 1
        return SourcePosition(byte: byte + skipped, line: line + 1, column: column + shift)
    }

    private func byte(ofScalar index: Int) -> Int {
        guard !offsets.isEmpty else { return index }
        guard index / Self.step < offsets.count else { return bytes.count }
        var byte = Int(offsets[index / Self.step])
        for _ in 0..<(index % Self.step) where byte < bytes.count {
            byte += 1
            while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
        }
        return byte
    }

    /// Reports and replaces the refused scalars.
    private mutating func check() {
        let seen = bytes.withUnsafeBufferPointer { Look($0) }
        if seen.scalarCount != bytes.count { offsets = seen.offsets }
        for place in seen.refused {
            guard problems.count < Self.controlLimit else {
                isReadable = false
                return
            }
            refuse(place.scalar, at: place.offset, length: place.length)
        }
        if let place = seen.broken { refuseEncoding(at: place) }
    }

    /// One walk over all scalars; what is found is told afterwards, since most files have nothing to tell.
    private struct Look {
        private(set) var offsets: [Int32] = []
        private(set) var scalarCount = 0
        private(set) var refused: [(scalar: UInt32, offset: Int, length: Int)] = []
        /// Where no scalar begins; nothing behind it was looked at.
        private(set) var broken: Int?

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            offsets.reserveCapacity(bytes.count / step + 1)
            var offset = 0
            var count = 0
            var next = 0
            while offset < bytes.count {
                if count == next {
                    offsets.append(Int32(offset))
                    next += step
                    if Self.isPrinted(bytes, at: offset) {
                        count += step
                        offset += step
                        continue
                    }
                }
                count += 1
                let length = Self.harmless(bytes, at: offset)
                if length > 0 {
                    offset += length
                    continue
                }
                guard let (scalar, length) = CheckedText.scalar(bytes, at: offset) else {
                    broken = offset
                    break
                }
                let isLineEnd =
                    scalar == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
                if CheckedText.isRefused(scalar), !isLineEnd {
                    refused.append((scalar, offset, length))
                    if refused.count > controlLimit { break }
                }
                offset += length
            }
            scalarCount = count
        }

        /// Whether a step of bytes is of ASCII, without control characters: all are looked at in one go.
        private static func isPrinted(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
            guard offset + step <= bytes.count, let start = bytes.baseAddress else { return false }
            let word = UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self)
            let highs: UInt64 = 0x8080_8080_8080_8080
            // Less than 0x20 borrows from the highest bit, and 0x7F carries into it.
            let less = word &- 0x2020_2020_2020_2020
            let more = word &+ 0x0101_0101_0101_0101
            return (word | less | more) & highs == 0
        }

        /// The length of the scalar at a byte, where its first byte alone says that it is not refused; or 0.
        private static func harmless(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
            let lead = bytes[offset]
            switch lead {
            case 0x0A, 0x20...0x7E: return 1
            // Latin letters with marks, Greek, Cyrillic, Hebrew and Arabic; what is refused begins with 0xC2.
            case 0xC3...0xDF:
                guard offset + 1 < bytes.count else { return 0 }
                return bytes[offset + 1] & 0xC0 == 0x80 ? 2 : 0
            // Most of Chinese.
            case 0xE3...0xEC:
                guard offset + 2 < bytes.count else { return 0 }
                let isWhole = bytes[offset + 1] & 0xC0 == 0x80 && bytes[offset + 2] & 0xC0 == 0x80
                return isWhole ? 3 : 0
            default: return 0
            }
        }
    }

    /// The scalar that begins at a byte, with its length; `nil` where there is none (RFC 3629).
    private static func scalar(
        _ bytes: UnsafeBufferPointer<UInt8>,
        at offset: Int
    ) -> (value: UInt32, length: Int)? {
        let lead = bytes[offset]
        let length: Int
        // The second byte's bounds keep out overlong forms, surrogates and values above 10FFFF.
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0x00...0x7F: return (UInt32(lead), 1)
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        switch lead {
        case 0xE0: second = 0xA0...0xBF
        case 0xED: second = 0x80...0x9F
        case 0xF0: second = 0x90...0xBF
        case 0xF4: second = 0x80...0x8F
        default: break
        }
        guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for place in (offset + 1)..<(offset + length) {
            guard bytes[place] & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(bytes[place] & 0x3F)
        }
        return (value, length)
    }

    /// Whether a scalar must not stand in a file: what YAML 1.1 calls not printable, and the
    /// characters that YAML takes for a line break while editors don't.
    private static func isRefused(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private mutating func refuse(_ scalar: UInt32, at offset: Int, length: Int) {
        let digits = String(scalar, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let start = offset + skipped
        problems.append(
            Diagnostic(
                "E33",
                at: source.range(start..<(start + length)),
                "the control character \(name) stands in the file",
                label: "invisible here",
                help: scalar == 0x0D
                    ? "end lines with LF or CR LF" : "remove it, or retype this part of the line"
            )
        )
        let replacements: [[UInt8]] = [[0x5F], [0xC2, 0xA0], [0xEF, 0xBF, 0xBD]]
        let replacement = replacements[min(length, replacements.count) - 1]
        bytes.replaceSubrange(offset..<(offset + length), with: replacement)
    }

    private mutating func refuseEncoding(at offset: Int) {
        isReadable = false
        let isUTF16 = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
        let value = String(bytes[offset], radix: 16, uppercase: true)
        let start = offset + skipped
        problems.append(
            Diagnostic(
                "E33",
                at: source.range(start..<start),
                isUTF16
                    ? "the file is UTF-16, not UTF-8"
                    : "the file is not UTF-8: the byte 0x\(value) can't stand here",
                help: "save the file as UTF-8"
            )
        )
    }
}
