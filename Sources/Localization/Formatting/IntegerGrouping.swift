import CICUBridge

/// Writes whole numbers in groups of three, in languages where that is all there is to it.
struct IntegerGrouping: Sendable {
    /// What stands between the groups; at most four bytes in practice.
    let separator: [UInt8]
    /// The first magnitude that is grouped: 1,000, or 10,000 where four digits stay together.
    let smallest: UInt64

    /// Learns a language's way from ICU; `nil` where ICU's numbers look otherwise.
    init?(of language: OpaquePointer?) {
        guard let separator = BridgedText.string({ pf_grouping_separator(language, $0, $1) }) else {
            return nil
        }
        self.separator = Array(separator.utf8)
        let thousand = Self.written(1000, language)
        smallest = thousand == Array("1000".utf8) ? 10_000 : 1000
        // Whether the rule above is the language's rule is seen by trying it.
        let samples: [Int64] = [
            0, 7, 42, 999, 1000, 9999, 10_000, 123_456, 1_234_567, 9_876_543_210, -1, -1234, .max,
            .min,
        ]
        for sample in samples {
            let ours = ByteWriter.bytes { append(sample, to: &$0) }
            guard ours == Self.written(sample, language) else { return nil }
        }
    }

    private static func written(_ value: Int64, _ language: OpaquePointer?) -> [UInt8] {
        let text = BridgedText.string {
            pf_format_integer(language, pf_style_number, value, $0, $1)
        }
        return Array((text ?? "").utf8)
    }

    /// Appends a number.
    func append(_ value: Int64, to buffer: inout ByteWriter) {
        if value < 0 { buffer.append(0x2D) }
        append(value.magnitude, to: &buffer)
    }

    /// Appends the digits of a magnitude with their separators.
    func append(_ magnitude: UInt64, to buffer: inout ByteWriter) {
        if magnitude < 10 {
            buffer.append(0x30 + UInt8(truncatingIfNeeded: magnitude))
        } else if magnitude < smallest {
            Self.digits(magnitude, atLeast: 1, to: &buffer)
        } else {
            group(magnitude, to: &buffer)
        }
    }

    private func group(_ magnitude: UInt64, to buffer: inout ByteWriter) {
        if magnitude < 1000 {
            Self.digits(magnitude, atLeast: 1, to: &buffer)
            return
        }
        group(magnitude / 1000, to: &buffer)
        buffer.append(contentsOf: separator)
        let rest = UInt16(truncatingIfNeeded: magnitude % 1000)
        buffer.append(0x30 + UInt8(truncatingIfNeeded: rest / 100))
        Self.pair(rest % 100, to: &buffer)
    }

    /// Appends two digits.
    @inline(__always)
    static func pair(_ value: UInt16, to buffer: inout ByteWriter) {
        buffer.append(0x30 + UInt8(truncatingIfNeeded: value / 10))
        buffer.append(0x30 + UInt8(truncatingIfNeeded: value % 10))
    }

    /// Appends decimal digits, with zeros before them up to a width.
    static func digits(_ magnitude: UInt64, atLeast width: Int, to buffer: inout ByteWriter) {
        if magnitude < 10, width < 2 {
            buffer.append(0x30 + UInt8(truncatingIfNeeded: magnitude))
            return
        }
        if magnitude < 100, width <= 2 {
            pair(UInt16(truncatingIfNeeded: magnitude), to: &buffer)
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { space in
            var start = 20
            var rest = magnitude
            while rest > 0 || start > 20 - width, start > 0 {
                start -= 1
                space[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            buffer.append(contentsOf: UnsafeBufferPointer(rebasing: space[start...]))
        }
    }
}
