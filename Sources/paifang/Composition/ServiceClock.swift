import Foundation

/// The time of the service: the machine's, moved where a sandbox asks for it.
struct ServiceClock: Sendable {
    private let offset: Int64

    /// Whether this is not the machine's time.
    var isMoved: Bool { offset != 0 }

    /// Milliseconds since 1970.
    @Sendable func now() -> Int64 {
        Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)) + offset
    }

    /// The machine's time.
    static let real = ServiceClock(offset: 0)

    /// A time as `--clock` names it: a moment such as `2026-03-01T09:00:00Z`, or a length such as `+25h`.
    ///
    /// `nil` where the text is neither.
    init?(_ text: String) {
        if text.hasPrefix("+") || text.hasPrefix("-") {
            guard let length = ServiceClock.length(text.dropFirst()) else { return nil }
            offset = text.hasPrefix("-") ? -length : length
            return
        }
        let formatter = ISO8601DateFormatter()
        guard let date = formatter.date(from: text),
            let distance = Int64(exactly: (date.timeIntervalSinceNow * 1000).rounded()),
            abs(distance) <= ServiceClock.limit
        else { return nil }
        offset = distance
    }

    private init(offset: Int64) { self.offset = offset }

    /// How far a clock can be moved: a hundred years, which keeps dates in four digits.
    private static let limit: Int64 = 36_525 * 86_400_000

    /// Milliseconds of a length such as `1d2h`; `nil` where it is none, or too long.
    private static func length(_ text: Substring) -> Int64? {
        let units: [Character: Int64] = [
            "d": 86_400_000, "h": 3_600_000, "m": 60_000, "s": 1_000,
        ]
        var total: Int64 = 0
        var number: Int64?
        for character in text {
            if let digit = character.wholeNumberValue, character.isASCII {
                number = (number ?? 0) * 10 + Int64(digit)
            } else if let unit = units[character], let count = number {
                total += count * unit
                number = nil
            } else {
                return nil
            }
            // Looked at after each character, so that neither of the two can overflow.
            guard total <= limit, (number ?? 0) <= limit / 86_400_000 else { return nil }
        }
        return number == nil && !text.isEmpty ? total : nil
    }
}
