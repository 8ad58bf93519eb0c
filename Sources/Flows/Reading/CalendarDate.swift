import Expressions

/// Reads dates as authors write them: `2026-03-01`.
enum CalendarDate {
    /// Milliseconds since 1970 of the day's midnight in UTC; `nil` where there is no such day.
    static func milliseconds(_ text: String) -> Int64? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return ExpressionTimestamp(year: year, month: month, day: day)?.milliseconds
    }
}
