/// The sort of value that a message takes for an argument, or is given.
public enum MessageArgumentKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Anything: the message shows the argument without a type.
    case any
    case text, integer, number, date, time, money, list, choice

    /// Whether a message that uses an argument in this way can be given a value of that sort.
    public func accepts(_ given: MessageArgumentKind) -> Bool {
        switch self {
        case .any: true
        case .number: given == .number || given == .integer
        case .date: given == .date || given == .time
        case .choice: given == .choice || given == .text
        case .text, .integer, .time, .money, .list: given == self || given == .any
        }
    }

    /// The one use that covers two uses of an argument in one message; `nil` where they disagree.
    func merged(with other: MessageArgumentKind) -> MessageArgumentKind? {
        if self == other || other == .any { return self }
        if self == .any { return other }
        if self == .date, other == .time { return .time }
        if self == .time, other == .date { return .time }
        return nil
    }
}
