/// A piece of a date pattern; texts and names are places in a ``DatePattern``.
enum DateField: Sendable {
    case literal(DatePattern.Text)
    case year(width: Int)
    case shortYear
    case month(width: Int)
    case monthName(first: Int)
    case day(width: Int)
    case weekday(first: Int)
    case hour(width: Int)
    case halfDayHour(width: Int)
    case minute(width: Int)
    case second(width: Int)
    case dayHalf(first: Int)
}
