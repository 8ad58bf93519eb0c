/// A text for a person, and the language it is really in.
public struct Words: Sendable, Hashable {
    /// The text.
    public let text: String
    /// The language of the text, which isn't the one asked for where a translation is missing.
    public let language: LanguageTag
    /// Whether the text stands in for a missing translation.
    public let isFallback: Bool
    /// Whether there is no such message in any language; the text then is the key in `⟦ ⟧`.
    public let isMissing: Bool
    /// The message it was made of; `nil` for a text that is none, such as a country's name.
    public let key: MessageKey?

    /// Makes a text; by itself it is neither a fallback nor missing.
    public init(
        text: String,
        language: LanguageTag,
        isFallback: Bool = false,
        isMissing: Bool = false,
        key: MessageKey? = nil
    ) {
        self.text = text
        self.language = language
        self.isFallback = isFallback
        self.isMissing = isMissing
        self.key = key
    }
}
