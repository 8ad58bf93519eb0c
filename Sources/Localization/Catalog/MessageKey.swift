/// The name of a message, such as `wallet-signup.start.title`.
public struct MessageKey: Hashable, Sendable, Codable, Comparable, ExpressibleByStringLiteral {
    /// The name: the keys on the way to the message, joined by full stops.
    public let rawValue: String
    /// Made once: a key is looked up in the messages of each language, their states, descriptions and uses.
    let hash: Int

    /// Makes a key from its text.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
        hash = rawValue.hashValue
    }

    /// Makes a key from a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// Reads a key from its text alone.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the key as its text alone.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// Compares by the text.
    public static func == (left: MessageKey, right: MessageKey) -> Bool {
        left.hash == right.hash && left.rawValue == right.rawValue
    }

    /// Hashes what is made of the text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }

    /// Compares by the text.
    public static func < (left: MessageKey, right: MessageKey) -> Bool {
        left.rawValue < right.rawValue
    }
}
