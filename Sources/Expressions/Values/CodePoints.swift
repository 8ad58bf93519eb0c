/// Texts as CEL sees them: sequences of code points, without normalization.
///
/// The order of code points is the order of their UTF-8 bytes, so bytes are compared.
enum CodePoints {
    static func areEqual(_ left: String, _ right: String) -> Bool {
        withBytes(left) { left in
            withBytes(right) { right in
                left.count == right.count && compare(left, right, count: left.count) == 0
            }
        }
    }

    /// Negative, zero or positive, as the left text stands before, at or behind the right one.
    static func compare(_ left: String, _ right: String) -> Int {
        withBytes(left) { left in
            withBytes(right) { right in
                let count = min(left.count, right.count)
                let order = compare(left, right, count: count)
                return order == 0 ? left.count - right.count : order
            }
        }
    }

    /// How many code points a text has.
    static func count(_ text: String) -> Int {
        withBytes(text) { bytes in
            var count = 0
            for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
            return count
        }
    }

    static func hasPrefix(_ text: String, _ prefix: String) -> Bool {
        withBytes(text) { text in
            withBytes(prefix) { prefix in
                text.count >= prefix.count && compare(text, prefix, count: prefix.count) == 0
            }
        }
    }

    static func hasSuffix(_ text: String, _ suffix: String) -> Bool {
        withBytes(text) { text in
            withBytes(suffix) { suffix in
                let start = text.count - suffix.count
                return start >= 0
                    && compare(.init(rebasing: text[start...]), suffix, count: suffix.count) == 0
            }
        }
    }

    /// Whether a text contains another.
    ///
    /// Linear in both lengths (Knuth, Morris, Pratt).
    static func contains(_ text: String, _ part: String) -> Bool {
        withBytes(text) { text in
            withBytes(part) { part in
                if part.isEmpty { return true }
                guard part.count <= text.count else { return false }
                return withUnsafeTemporaryAllocation(of: Int32.self, capacity: part.count) {
                    find(part, in: text, fallbacks: $0)
                }
            }
        }
    }

    /// Lends out the UTF-8 of a text.
    static func withBytes<Result>(
        _ text: String,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        // A text that is not stored as UTF-8 can't occur on Linux; it would be copied.
        text.utf8.withContiguousStorageIfAvailable(body)
            ?? Array(text.utf8).withUnsafeBufferPointer(body)
    }

    /// Compares the first bytes of two texts, of which both have that many, eight at a time.
    private static func compare(
        _ left: UnsafeBufferPointer<UInt8>,
        _ right: UnsafeBufferPointer<UInt8>,
        count: Int
    ) -> Int {
        let (left, right) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        var index = 0
        while index + 8 <= count {
            let one = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let two = right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if one != two { return one.bigEndian < two.bigEndian ? -1 : 1 }
            index += 8
        }
        while index < count {
            if left[index] != right[index] { return left[index] < right[index] ? -1 : 1 }
            index += 1
        }
        return 0
    }

    /// Whether a part stands in a text.
    ///
    /// `fallbacks` is room for one number per byte of the part: how many of its first bytes still
    /// match where the byte after this one does not.
    private static func find(
        _ part: UnsafeBufferPointer<UInt8>,
        in text: UnsafeBufferPointer<UInt8>,
        fallbacks: UnsafeMutableBufferPointer<Int32>
    ) -> Bool {
        fallbacks.initialize(repeating: 0)
        var length = 0
        for index in 1..<max(1, part.count) {
            while length > 0, part[index] != part[length] { length = Int(fallbacks[length - 1]) }
            if part[index] == part[length] { length += 1 }
            fallbacks[index] = Int32(truncatingIfNeeded: length)
        }
        length = 0
        for byte in text {
            while length > 0, byte != part[length] { length = Int(fallbacks[length - 1]) }
            if byte == part[length] { length += 1 }
            if length == part.count { return true }
        }
        return false
    }
}
