/// Lengths of time in reports.
enum Clock {
    /// Time that passed for a person, such as `25:02:00`, or `9 d 04:12:00` from two days on.
    static func virtual(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1_000
        let days = seconds / 86_400
        let hours = days >= 2 ? seconds / 3_600 % 24 : seconds / 3_600
        let clock = "\(hours):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        return days >= 2 ? "\(days) d \(clock)" : clock
    }

    /// Time that a run took, such as `14 ms` or `0.61 s`.
    static func real(_ nanoseconds: Int64) -> String {
        let milliseconds = nanoseconds / 1_000_000
        guard milliseconds >= 1_000 else { return "\(milliseconds) ms" }
        return "\(milliseconds / 1_000).\(two(milliseconds / 10 % 100)) s"
    }

    private static func two(_ number: Int64) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
