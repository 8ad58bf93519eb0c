/// The plural categories of CLDR, in its order.
public enum PluralCategory: Int, Sendable, Hashable, CaseIterable {
    case zero, one, two, few, many, other

    /// The keyword, as messages write it.
    public var keyword: String {
        switch self {
        case .zero: "zero"
        case .one: "one"
        case .two: "two"
        case .few: "few"
        case .many: "many"
        case .other: "other"
        }
    }

    /// The category of a keyword.
    init?(keyword: String) {
        switch keyword {
        case "other": self = .other
        case "one": self = .one
        case "few": self = .few
        case "many": self = .many
        case "zero": self = .zero
        case "two": self = .two
        default: return nil
        }
    }
}
