extension TimePart {
    /// The part of a moment as a clock shows it that many seconds ahead of UTC.
    func value(of moment: ExpressionTimestamp, offset: Int64) -> Int64 {
        let local = moment.seconds + offset
        let days = (local >= 0 ? local : local - 86_399) / 86_400
        let time = local - days * 86_400
        let day = CalendarDay(daysSince1970: Int(days))
        switch self {
        case .fullYear: return Int64(day.year)
        case .month: return Int64(day.month - 1)
        case .date: return Int64(day.day)
        case .dayOfMonth: return Int64(day.day - 1)
        // 1970-01-01 was a Thursday; Sunday is 0.
        case .dayOfWeek: return ((days + 4) % 7 + 7) % 7
        case .dayOfYear: return Int64(day.dayOfYear)
        case .hours: return time / 3_600
        case .minutes: return time / 60 % 60
        case .seconds: return time % 60
        case .milliseconds: return Int64(moment.nanoseconds / 1_000_000)
        }
    }

    /// A length of time in hours, minutes or seconds, without the rest; of milliseconds, those
    /// behind the full second.
    func value(of duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        switch self {
        case .hours: return seconds / 3_600
        case .minutes: return seconds / 60
        case .seconds: return seconds
        case .milliseconds: return attoseconds / 1_000_000_000_000_000
        case .fullYear, .month, .date, .dayOfMonth, .dayOfWeek, .dayOfYear: return 0
        }
    }
}

extension CalendarUnit {
    /// Full units from one day to another, both read in UTC; negative where the other lies before.
    func elapsed(from start: ExpressionTimestamp, to end: ExpressionTimestamp) -> Int64 {
        let start = start.day
        let end = end.day
        switch self {
        case .years: return Int64(start.months(to: end) / 12)
        case .months: return Int64(start.months(to: end))
        case .days: return Int64(end.daysSince1970 - start.daysSince1970)
        }
    }
}

extension ExpressionTimestamp {
    /// The calendar day in UTC.
    fileprivate var day: CalendarDay {
        CalendarDay(daysSince1970: Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400))
    }
}
