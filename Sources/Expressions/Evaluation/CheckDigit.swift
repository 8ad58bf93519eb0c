/// The check digit of card numbers and the like (ISO/IEC 7812-1, annex B: the Luhn algorithm).
enum CheckDigit {
    /// Whether the last digit fits those before it; spaces and hyphens between digits do not count.
    ///
    /// Whatever else is in the text makes it no such number.
    static func isRight(in text: String) -> Bool {
        var sum = 0
        var count = 0
        for byte in text.utf8.reversed() {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "-"): continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int(byte - UInt8(ascii: "0"))
                let doubled = digit * 2
                // A remainder is enough, so that no length overflows.
                sum = (sum + (count.isMultiple(of: 2) ? digit : doubled / 10 + doubled % 10)) % 10
                count += 1
            default: return false
            }
        }
        return count > 1 && sum == 0
    }
}
