/// A moment in the terms of calendars and clocks, in the Gregorian calendar.
struct CivilMoment {
    let year: UInt64
    /// From 1 for January.
    let month: UInt64
    let day: UInt64
    /// From 0 for Sunday.
    let weekday: Int
    let hour: UInt64
    let minute: UInt64
    let second: UInt64

    /// Takes apart local milliseconds since 1970; for years 1 to 9999.
    ///
    /// The days are counted by eras of 400 years that begin in March (Howard Hinnant, "chrono-Compatible
    /// Low-Level Date Algorithms", civil_from_days).
    init(milliseconds: Int64) {
        let millisecondsADay: Int64 = 86_400_000
        var days = Int(milliseconds / millisecondsADay)
        var rest = Int(milliseconds % millisecondsADay)
        if rest < 0 {
            rest += Int(millisecondsADay)
            days -= 1
        }
        let seconds = rest / 1000
        hour = UInt64(seconds / 3600)
        minute = UInt64(seconds / 60 % 60)
        second = UInt64(seconds % 60)
        weekday = ((days % 7) + 11) % 7
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = UInt64(dayOfYear - (153 * marchMonth + 2) / 5 + 1)
        let number = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        month = UInt64(number)
        // The caller has seen to it that the year is from 1 to 9999.
        year = UInt64(max(0, yearOfEra + era * 400 + (number <= 2 ? 1 : 0)))
    }
}
