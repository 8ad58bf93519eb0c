/// A time of day that is the same moment everywhere: `09:00 GMT+8`.
public struct TimeOfDay: Sendable, Hashable {
    /// Minutes since midnight, there.
    public let minutes: Int
    /// How many minutes the clocks there are ahead of UTC.
    public let offset: Int

    /// Reads a time: hours and minutes, and how far from GMT; `nil` where it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].hasPrefix("GMT"),
            let minutes = Self.minutes(parts[0], hours: 0...23), parts[0].contains(":")
        else { return nil }
        let shift = parts[1].dropFirst(3)
        guard let sign = shift.first, sign == "+" || sign == "-",
            let offset = Self.minutes(shift.dropFirst(), hours: 0...14)
        else { return nil }
        self.minutes = minutes
        self.offset = sign == "+" ? offset : -offset
    }

    /// `9:30`, or `9`.
    private static func minutes(_ text: Substring, hours: ClosedRange<Int>) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy {
            (1...2).contains($0.utf8.count) && $0.allSatisfy(\.isASCII)
        }
        guard parts.count <= 2, isPlain, let hour = Int(parts[0]), hours.contains(hour),
            parts[0].first?.isNumber == true
        else { return nil }
        guard parts.count == 2 else { return hour * 60 }
        guard parts[1].utf8.count == 2, parts[1].first?.isNumber == true,
            let minute = Int(parts[1]), (0...59).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    /// The moment on the day that it is there now; both in milliseconds since 1970.
    public func moment(near now: Int64) -> Int64 {
        let day: Int64 = 86_400_000
        let shift = Int64(offset) * 60_000
        let (there, isTooLarge) = now.addingReportingOverflow(shift)
        guard !isTooLarge else { return now }
        let rest = ((there % day) + day) % day
        return now - rest + Int64(minutes) * 60_000
    }
}
