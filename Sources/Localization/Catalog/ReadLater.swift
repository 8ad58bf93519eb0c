import Synchronization

/// What there is of each language, read when it is first asked for, and once.
public final class ReadLater<Value: Sendable>: Sendable {
    // A class, so that what is read for one screen is there for the next.
    private let read: @Sendable (LanguageTag) -> Value?
    private let languages: Set<LanguageTag>
    private let known = Mutex<[LanguageTag: Value?]>([:])

    /// Makes a place for what is read later.
    ///
    /// - Parameters:
    ///   - languages: The languages; nothing else is asked for.
    ///   - read: Reads what there is of a language; `nil` where it can't be read.
    public init(of languages: [LanguageTag], _ read: @escaping @Sendable (LanguageTag) -> Value?) {
        self.languages = Set(languages)
        self.read = read
    }

    /// What there is of a language; `nil` for others, and where it can't be read.
    public subscript(language: LanguageTag) -> Value? {
        guard languages.contains(language) else { return nil }
        return known.withLock { known in
            if let value = known[language] { return value }
            let value = read(language)
            known[language] = .some(value)
            return value
        }
    }
}
