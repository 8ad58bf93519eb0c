/// A moment as it stands in a letter's head (RFC 5322 3.3), in UTC.
struct MailDate {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    /// The beginning of the year 10000.
    private static let end: Int64 = 253_402_300_800_000

    /// For example `Thu, 01 Jan 1970 00:00:00 +0000`.
    let text: String

    init(milliseconds: Int64) throws(LetterError) {
        guard (0..<Self.end).contains(milliseconds) else { throw .dateOutOfRange }
        let seconds = Int(milliseconds / 1_000)
        let (days, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
        // Days since 1 March of the year 0, so that a leap day ends its year (Howard Hinnant,
        // chrono-compatible low-level date algorithms, civil_from_days).
        let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let monthIndex = (monthFromMarch + 2) % 12
        let year = yearOfEra + era * 400 + (monthIndex < 2 ? 1 : 0)
        let clock = [time / 3_600, time / 60 % 60, time % 60].map { Self.padded($0, 2) }
        text =
            "\(Self.weekdays[days % 7]), \(Self.padded(day, 2)) \(Self.months[monthIndex]) "
            + "\(Self.padded(year, 4)) \(clock.joined(separator: ":")) +0000"
    }

    private static func padded(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
