import Synchronization

/// What an evaluation knows besides the values: the time, the place and the language.
///
/// One context serves any number of evaluations, by several threads at once: what it finds out once,
/// such as which day is today, the others need not.
public struct EvaluationContext: Sendable {
    private let facts: Facts

    /// The moment, in milliseconds since 1970.
    public var now: Int64 { facts.now }
    /// The time zone that says which day is today, an IANA name.
    public var zone: String { facts.zone }
    /// The language, a BCP 47 tag.
    public var locale: String { facts.locale }

    /// Makes a context.
    public init(now: Int64, zone: String, locale: String) {
        facts = Facts(now: now, zone: zone, locale: locale)
    }

    /// The calendar day of `now` in the time zone, as its midnight in UTC.
    ///
    /// `nil` where there is no such time zone.
    public var today: ExpressionTimestamp? { facts.today }
}

extension EvaluationContext: Hashable {
    /// Whether two contexts know the same.
    public static func == (left: EvaluationContext, right: EvaluationContext) -> Bool {
        left.now == right.now && left.zone == right.zone && left.locale == right.locale
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(now)
        hasher.combine(zone)
        hasher.combine(locale)
    }
}

/// What a context holds.
///
/// A class so that an evaluation takes one reference to it, and what it found out is kept.
private final class Facts: Sendable {
    let now: Int64
    let zone: String
    let locale: String
    /// Seconds since 1970 of today's midnight, once somebody asked.
    ///
    /// Whoever asks at the same time finds the same, so no order between them is needed.
    private let midnight = Atomic(Facts.unasked)

    // No midnight: it would lie outside the years 1 to 9999.
    private static let unasked = Int64.min
    private static let noSuchZone = Int64.max

    init(now: Int64, zone: String, locale: String) {
        self.now = now
        self.zone = zone
        self.locale = locale
    }

    var today: ExpressionTimestamp? {
        var seconds = midnight.load(ordering: .relaxed)
        if seconds == Facts.unasked {
            seconds = findMidnight() ?? Facts.noSuchZone
            midnight.store(seconds, ordering: .relaxed)
        }
        return ExpressionTimestamp(seconds: seconds)
    }

    private func findMidnight() -> Int64? {
        guard let offset = TimeZones.offset(of: zone, atMilliseconds: now) else { return nil }
        let seconds = ExpressionTimestamp(milliseconds: now).seconds + offset
        return (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 * 86_400
    }
}
