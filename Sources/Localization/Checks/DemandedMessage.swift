public import Documents

/// A message that a flow needs.
public struct DemandedMessage: Sendable, Hashable {
    /// The message's key.
    public let key: MessageKey
    /// Keys that serve as well where the first has no words, in order.
    public let alternatives: [MessageKey]
    /// The arguments that the message is given.
    public let arguments: [String: MessageArgumentKind]
    /// The words that an argument can be, by argument; where a flow doesn't tell, there are none.
    public let choices: [String: [String]]
    /// Where the flow needs it.
    public let place: SourceRange
    /// Whether a screen does without where there are no words.
    public let isOptional: Bool
    /// Whether any flow may show it, so that its place is none in particular.
    public let isGeneral: Bool

    /// Makes a demand.
    public init(
        _ key: MessageKey,
        or alternatives: [MessageKey] = [],
        arguments: [String: MessageArgumentKind] = [:],
        choices: [String: [String]] = [:],
        at place: SourceRange,
        isOptional: Bool = false,
        isGeneral: Bool = false
    ) {
        self.key = key
        self.alternatives = alternatives
        self.arguments = arguments
        self.choices = choices
        self.place = place
        self.isOptional = isOptional
        self.isGeneral = isGeneral
    }
}
