/// Texts as CEL sees them: sequences of code points, without normalization.
///
/// The order of code points is the order of their UTF-8 bytes, so bytes are compared.
enum CodePoints {
    static func areEqual(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && compare(left, right) == 0
    }

    /// Negative, zero or positive, as the left text stands before, at or behind the right one.
    static func compare(_ left: String, _ right: String) -> Int {
        withBytes(left) { left in
            withBytes(right) { right in
                let count = min(left.count, right.count)
                var index = 0
                while index < count {
                    if left[index] != right[index] {
                        return left[index] < right[index] ? -1 : 1
                    }
                    index += 1
                }
                return left.count - right.count
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
        text.utf8.count >= prefix.utf8.count && text.utf8.starts(with: prefix.utf8)
    }

    static func hasSuffix(_ text: String, _ suffix: String) -> Bool {
        text.utf8.count >= suffix.utf8.count
            && text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// Whether a text contains another. O(length × length of the other); the evaluator counts it so.
    static func contains(_ text: String, _ part: String) -> Bool {
        withBytes(text) { text in
            withBytes(part) { part in
                guard let first = part.first else { return true }
                guard part.count <= text.count else { return false }
                for start in 0...(text.count - part.count) where text[start] == first {
                    var length = 1
                    while length < part.count, text[start + length] == part[length] { length += 1 }
                    if length == part.count { return true }
                }
                return false
            }
        }
    }

    /// Lends out the UTF-8 of a text.
    static func withBytes<Result>(
        _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        // A text that is not stored as UTF-8 can't occur on Linux; it would be copied.
        text.utf8.withContiguousStorageIfAvailable(body)
            ?? Array(text.utf8).withUnsafeBufferPointer(body)
    }
}
