import Expressions

/// Reads moments and time zones as authors write them.
enum ClockText {
    /// Milliseconds since 1970 of a moment such as `2026-03-01T09:00:00Z`; `nil` where it is none.
    static func milliseconds(_ text: String) -> Int64? {
        ExpressionTimestamp(text: text)?.milliseconds
    }

    /// Whether there is such a time zone.
    static func isZone(_ name: String) -> Bool {
        name.first?.isLetter == true && TimeZones.offset(of: name, atMilliseconds: 0) != nil
    }
}
