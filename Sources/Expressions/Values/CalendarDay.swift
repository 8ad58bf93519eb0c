/// A day of the Gregorian calendar, carried on backwards without end.
struct CalendarDay: Hashable, Sendable {
    let year: Int
    /// 1 to 12.
    let month: Int
    /// 1 to 31.
    let day: Int

    /// The day that lies a number of days behind 1970-01-01.
    ///
    /// Counts in years that begin in March and eras of 400 years (Howard Hinnant,
    /// "chrono-compatible low-level date algorithms").
    init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// A day by its numbers; `nil` where there is no such day, or outside the years 1 to 9999.
    init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
        // The 31st of a month of 30 days comes back as another day.
        guard CalendarDay(daysSince1970: daysSince1970) == self else { return nil }
    }

    var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Days since 1 January, which is 0.
    var dayOfYear: Int {
        guard let first = CalendarDay(year: year, month: 1, day: 1) else { return 0 }
        return daysSince1970 - first.daysSince1970
    }

    /// Full months from this day to another; negative where the other lies before.
    func months(to other: CalendarDay) -> Int {
        if other.daysSince1970 < daysSince1970 { return -other.months(to: self) }
        let months = (other.year - year) * 12 + other.month - month
        return other.day < day ? months - 1 : months
    }
}
