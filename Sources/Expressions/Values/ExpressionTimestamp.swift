/// A moment between the years 1 and 9999, exact to the nanosecond (CEL language definition, "Timestamps").
public struct ExpressionTimestamp: Hashable, Sendable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public let seconds: Int64
    /// The rest of the second, 0 to 999,999,999.
    public let nanoseconds: Int32

    /// Makes a moment from seconds since 1970 and the nanoseconds of a second.
    ///
    /// `nil` outside the years 1 to 9999, or where the nanoseconds are not those of one second.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Self.seconds.contains(seconds), (0...999_999_999).contains(nanoseconds) else {
            return nil
        }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Makes a moment from milliseconds since 1970; one outside the years 1 to 9999 becomes their limit.
    public init(milliseconds: Int64) {
        let limit = Self.seconds
        let rest = ((milliseconds % 1_000) + 1_000) % 1_000
        let whole = milliseconds / 1_000 - (milliseconds % 1_000 < 0 ? 1 : 0)
        seconds = min(max(whole, limit.lowerBound), limit.upperBound)
        nanoseconds = whole == seconds ? Int32(rest) * 1_000_000 : 0
    }

    /// Makes the midnight, in UTC, at which a day begins.
    ///
    /// `nil` where the calendar has no such day, or outside the years 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard let day = CalendarDay(year: year, month: month, day: day) else { return nil }
        self.init(seconds: Int64(day.daysSince1970) * 86_400)
    }

    /// Milliseconds since 1970, rounded down.
    public var milliseconds: Int64 { seconds * 1_000 + Int64(nanoseconds / 1_000_000) }

    /// 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
    private static let seconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// The moment a length of time later; `nil` outside the years 1 to 9999.
    func advanced(by duration: Duration) -> ExpressionTimestamp? {
        guard let duration = DurationText.bounded(duration) else { return nil }
        let (whole, attoseconds) = duration.components
        var seconds = seconds + whole
        var nanoseconds = Int64(nanoseconds) + attoseconds / 1_000_000_000
        if nanoseconds < 0 {
            nanoseconds += 1_000_000_000
            seconds -= 1
        } else if nanoseconds >= 1_000_000_000 {
            nanoseconds -= 1_000_000_000
            seconds += 1
        }
        return ExpressionTimestamp(seconds: seconds, nanoseconds: Int32(nanoseconds))
    }

    /// How long after another moment this one is.
    func duration(since other: ExpressionTimestamp) -> Duration {
        .seconds(seconds - other.seconds)
            + .nanoseconds(Int64(nanoseconds) - Int64(other.nanoseconds))
    }
}

extension ExpressionTimestamp: Comparable {
    /// Whether one moment lies before another.
    public static func < (left: ExpressionTimestamp, right: ExpressionTimestamp) -> Bool {
        left.seconds == right.seconds
            ? left.nanoseconds < right.nanoseconds : left.seconds < right.seconds
    }
}
