import Flows
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
            let written = String(text.dropFirst())
            guard
                case .success(let length) = DurationText.milliseconds(written, allowsNothing: true)
            else { return nil }
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
}
