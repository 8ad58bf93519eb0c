/// A value that a message shows or chooses by.
public enum MessageArgument: Sendable, Hashable {
    /// A text, shown as it is.
    case text(String)
    /// A whole number.
    case integer(Int64)
    /// Any number.
    case number(Double)
    /// A day of the calendar, as milliseconds since 1970 of its midnight in UTC.
    case date(milliseconds: Int64)
    /// A moment, as milliseconds since 1970; shown in the reader's zone.
    case time(milliseconds: Int64)
    /// An amount in ten thousandths of a currency's unit (ISO 4217 code).
    case money(tenThousandths: Int64, currency: String)
    /// Texts that are enumerated.
    case list([String])
    /// A word that a `select` chooses by.
    case choice(String)

    /// What sort of value this is.
    public var kind: MessageArgumentKind {
        switch self {
        case .text: .text
        case .integer: .integer
        case .number: .number
        case .date: .date
        case .time: .time
        case .money: .money
        case .list: .list
        case .choice: .choice
        }
    }
}
