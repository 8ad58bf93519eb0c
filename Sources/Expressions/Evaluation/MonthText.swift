/// A month as cards and documents have it: `05/29`, `5/2029`.
enum MonthText {
    /// The midnight in UTC in which the month ends.
    ///
    /// What names no month ended with the beginning of time, so that a condition on a text that somebody typed
    /// always has a value.
    static func end(of text: String) -> ExpressionTimestamp? {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self).utf8.filter { $0 != UInt8(ascii: " ") } }
        guard parts.count == 2, (1...2).contains(parts[0].count),
            let month = number(parts[0]), let year = number(parts[1]),
            parts[1].count == 2 || parts[1].count == 4, (1...12).contains(month)
        else { return beginning }
        let full = parts[1].count == 2 ? 2000 + year : year
        let next = month == 12 ? (full + 1, 1) : (full, month + 1)
        return ExpressionTimestamp(year: next.0, month: next.1, day: 1) ?? beginning
    }

    private static var beginning: ExpressionTimestamp? {
        ExpressionTimestamp(year: 1, month: 1, day: 1)
    }

    /// The number that a few digits write; `nil` for anything else.
    private static func number(_ digits: [UInt8]) -> Int? {
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}
