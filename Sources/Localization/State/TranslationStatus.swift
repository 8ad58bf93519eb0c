/// How far the translation of a message is.
public enum TranslationStatus: String, Sendable, Hashable, CaseIterable {
    /// Nobody has translated it: a copy of the English text keeps its place.
    case new
    /// A person has translated it.
    case translated
    /// Another person has looked at it.
    case reviewed
    /// A program has translated it.
    case machine
}
