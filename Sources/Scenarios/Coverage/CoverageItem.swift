public import Documents

/// Something of a flow that a scenario can meet.
public struct CoverageItem: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A step is entered.
        case step
        /// A way from a step is gone.
        case edge
        /// A condition holds, or does not.
        case branch
        /// A rule is kept, or broken.
        case rule
        /// A timer runs out.
        case timer
        /// An error message is shown.
        case error

        /// What reports for people call one of this kind.
        var word: String {
            switch self {
            case .edge: "way"
            case .branch: "condition"
            case .step, .rule, .timer, .error: rawValue
            }
        }

        /// What reports call all of this kind.
        var plural: String { word + "s" }
    }

    /// What it is.
    public let kind: Kind
    /// What it is called.
    public let name: String
    /// Where it stands.
    public let range: SourceRange

    /// Makes an item.
    public init(kind: Kind, name: String, range: SourceRange) {
        self.kind = kind
        self.name = name
        self.range = range
    }
}

/// How much of one flow was met.
public struct FlowCoverage: Sendable {
    /// The flow's name.
    public let flow: String
    /// How many items of each kind there are, and how many were met.
    public let counts: [(kind: CoverageItem.Kind, met: Int, all: Int)]
    /// What was not met, in the order of the flow.
    public let missed: [CoverageItem]
    /// How many of the messages that the flow can show were shown, by language.
    public let messages: [(language: String, met: Int, all: Int)]
    /// The messages that were not shown, by language, each with its place in the locale file.
    public let missedMessages: [(language: String, key: String, range: SourceRange)]
    /// How often each way was gone, in all languages together, in the order of the flow.
    public let ways: [(way: CoverageWay, count: Int)]

    /// The lowest share of its figures, in percent, rounded down; 100 where there is nothing to be met.
    public var lowestPercent: Int { lowest?.percent ?? 100 }

    /// The figure with the lowest share, as reports name it.
    public var lowest: (name: String, percent: Int)? {
        let figures =
            counts.map { ($0.kind.plural, $0.met, $0.all) }
            + messages.map { ("messages shown in \($0.language)", $0.met, $0.all) }
        return figures.filter { $0.2 > 0 }.map { (name: $0, percent: $1 * 100 / $2) }
            .min { $0.percent < $1.percent }
    }
}
