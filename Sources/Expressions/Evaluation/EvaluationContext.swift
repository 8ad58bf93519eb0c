/// What an evaluation knows besides the values: the time, the place and the language.
public struct EvaluationContext: Sendable, Hashable {
    /// The moment, in milliseconds since 1970.
    public let now: Int64
    /// The time zone that says which day is today, an IANA name.
    public let zone: String
    /// The language, a BCP 47 tag.
    public let locale: String

    /// Makes a context.
    public init(now: Int64, zone: String, locale: String) {
        self.now = now
        self.zone = zone
        self.locale = locale
    }

    /// The calendar day of `now` in the time zone, as its midnight in UTC.
    ///
    /// `nil` where there is no such time zone.
    public var today: ExpressionTimestamp? {
        guard let offset = TimeZones.offset(of: zone, atMilliseconds: now) else { return nil }
        let seconds = ExpressionTimestamp(milliseconds: now).seconds + offset
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        return ExpressionTimestamp(seconds: days * 86_400)
    }
}
