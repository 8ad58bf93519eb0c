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
        if magnitude < smallest {
            Self.digits(magnitude, atLeast: 1, to: &buffer)
        } else {
            buffer.append(atMost: 20 + 6 * separator.count) { group(magnitude, at: $0) }
        }
    }

    /// Writes a magnitude; returns the place behind it.
    private func group(
        _ magnitude: UInt64,
        at place: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        guard magnitude >= 1000 else {
            let value = UInt16(truncatingIfNeeded: magnitude)
            if value >= 100 { return Self.three(value, at: place) }
            if value >= 10 { return Self.two(value, at: place) }
            return Self.one(value, at: place)
        }
        var place = group(magnitude / 1000, at: place)
        for byte in separator {
            place.pointee = byte
            place += 1
        }
        return Self.three(UInt16(truncatingIfNeeded: magnitude % 1000), at: place)
    }

    @inline(__always)
    private static func one(
        _ value: UInt16,
        at place: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        place.pointee = 0x30 + UInt8(truncatingIfNeeded: value)
        return place + 1
    }

    @inline(__always)
    private static func two(
        _ value: UInt16,
        at place: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        one(value % 10, at: one(value / 10, at: place))
    }

    @inline(__always)
    private static func three(
        _ value: UInt16,
        at place: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        two(value % 100, at: one(value / 100, at: place))
    }

    /// Appends decimal digits, with zeros before them up to a width.
    static func digits(_ magnitude: UInt64, atLeast width: Int, to buffer: inout ByteWriter) {
        if magnitude < 10_000, width <= 4 {
            // Days, hours, cents, years.
            let value = UInt16(truncatingIfNeeded: magnitude)
            buffer.append(atMost: 4) { place in
                if value >= 1000 || width == 4 {
                    return two(value % 100, at: two(value / 100, at: place))
                }
                if value >= 100 || width == 3 { return three(value, at: place) }
                return value >= 10 || width == 2 ? two(value, at: place) : one(value, at: place)
            }
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
