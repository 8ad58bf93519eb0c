/// What work on texts costs, in steps; used for the bound at load and for the count at run time.
enum Cost {
    /// Looking at every byte of a text once, many at a time.
    static func walk(_ bytes: Int) -> Int { 1 + bytes / 64 }

    /// Looking for a text inside another, byte by byte.
    static func search(_ bytes: Int, for part: Int) -> Int { 1 + plus(bytes, part) / 16 }

    /// Matching a pattern of RE2 against a text.
    static func match(_ bytes: Int, weight: Int) -> Int { times(1 + bytes / 4, weight) }

    /// A product that stays at the largest number instead of overflowing.
    static func times(_ left: Int, _ right: Int) -> Int {
        let (product, overflows) = left.multipliedReportingOverflow(by: right)
        return overflows ? .max : product
    }

    /// A sum that stays at the largest number instead of overflowing.
    static func plus(_ left: Int, _ right: Int) -> Int {
        let (sum, overflows) = left.addingReportingOverflow(right)
        return overflows ? .max : sum
    }
}
