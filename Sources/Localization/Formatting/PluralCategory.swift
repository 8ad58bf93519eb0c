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
    init?(keyword: some StringProtocol) {
        guard let found = Self.allCases.first(where: { $0.keyword == keyword }) else { return nil }
        self = found
    }
}
