/// A name from a flow file: a text that can't be mistaken for the name of another kind of thing.
public struct Name<Subject>: Hashable, Sendable, Comparable, Codable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// The name as it stands in the file.
    public let text: String

    /// Makes a name from its text, which is not checked here.
    public init(_ text: String) { self.text = text }

    /// Makes a name from a literal.
    public init(stringLiteral text: String) { self.text = text }

    /// Reads a name as a plain text.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes a name as a plain text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// The name as it stands in the file.
    public var description: String { text }

    /// Names are ordered by their texts.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// A dictionary by names is encoded by their texts, so that the same dictionary can give the same bytes.
extension Name: CodingKeyRepresentable {
    /// The name's text as a key.
    public var codingKey: any CodingKey { Key(stringValue: text) }

    /// Makes a name of a key's text.
    public init?(codingKey: some CodingKey) { text = codingKey.stringValue }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { return nil }
    }
}

/// The name of a flow, such as `wallet-signup`.
public typealias FlowName = Name<FlowDefinition>
/// The name of a step of a flow.
public typealias StepName = Name<StepDefinition>
/// The name of a field, an input, or a value that an effect gives.
public typealias FieldName = Name<FieldDefinition>
/// The name of an event of a step.
public typealias EventName = Name<EventDefinition>
/// The name of something the host does for a flow.
public typealias EffectName = Name<EffectDefinition>
/// The name of a way in which an effect or a flow ends.
public typealias OutcomeName = Name<OutcomeDefinition>
/// The name of a letter or a short message.
public typealias LetterName = Name<SendDefinition>
