/// A language, by its BCP 47 tag, such as `ru` or `zh`.
public struct LanguageTag: Hashable, Sendable, Codable, Comparable {
    /// The tag as it was written.
    public let rawValue: String

    /// Makes a tag from its text, which is kept as it is.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// Reads a tag from its text alone.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the tag as its text alone.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The language without script and region, such as `zh` of `zh-TW`.
    public var base: String {
        String(rawValue.prefix { $0 != "-" && $0 != "_" })
    }

    /// Whether this is a language made for testing only, such as `en-XA` (``PseudoLanguage``).
    public var isPseudo: Bool {
        PseudoLanguage(self) != nil
    }

    /// Compares by the text.
    public static func < (left: LanguageTag, right: LanguageTag) -> Bool {
        left.rawValue < right.rawValue
    }
}
