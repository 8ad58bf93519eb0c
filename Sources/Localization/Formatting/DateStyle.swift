/// How a date or a time of day is shown.
public enum DateStyle: Sendable, Hashable {
    /// ICU's named lengths.
    public enum Length: UInt32, Sendable, Hashable, CaseIterable {
        case short, medium, long, full
    }

    /// A day, in a named length.
    case date(Length)
    /// A time of day, in a named length.
    case time(Length)
    /// The fields that are wanted, such as `yMMMMd`; the language puts them in order.
    case skeleton(String)
}
