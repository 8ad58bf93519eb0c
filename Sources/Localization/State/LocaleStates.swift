/// The states of all languages, held against the words.
public struct LocaleStates: Sendable {
    /// How a translation stands to the English text of today.
    public enum Condition: Sendable, Hashable {
        /// There is no text.
        case missing
        /// The text is the copy that keeps its place.
        case new
        /// The English text has changed since.
        case stale
        /// There is a text, and it is not written down from which English one; today's is taken for it.
        case unrecorded
        /// The translation was made from today's English text.
        case upToDate(TranslationStatus)

        /// Whether readers get a translation that says what the English text says.
        public var isCovered: Bool {
            switch self {
            case .missing, .new, .stale: false
            case .unrecorded, .upToDate: true
            }
        }
    }

    /// The folder of state files, in that of the project.
    public static let folder = "locales/state"

    /// The languages with a state file, each with its path.
    public private(set) var files: [LanguageTag: String] = [:]
    private var states: [LanguageTag: LocaleState] = [:]

    /// Makes states of no language.
    public init() {}

    /// What is known about a language; `nil` where it has no state file.
    public subscript(language: LanguageTag) -> LocaleState? { states[language] }

    /// Adds what a state file holds.
    public mutating func add(_ state: LocaleState, of language: LanguageTag, file: String) {
        states[language] = state
        files[language] = file
    }

    /// How a message stands in a language that is not the source.
    ///
    /// Without a state file every text is unrecorded: a project begins to keep states when it wants to.
    public func condition(
        of key: MessageKey,
        in language: LanguageTag,
        _ catalogs: Catalogs
    ) -> Condition {
        guard let catalog = catalogs[language] else { return .missing }
        if catalog.pending[key] != nil { return .new }
        guard catalog.entries[key] != nil else { return .missing }
        guard let entry = states[language]?.entries[key], entry.status != .new else {
            return .unrecorded
        }
        guard let source = catalogs[catalogs.source]?.sourceHash(of: key) else {
            return .unrecorded
        }
        return entry.isStale(beside: source) ? .stale : .upToDate(entry.status)
    }

    /// How a translated document stands to the one in the source language.
    public func condition(
        ofDocument name: String,
        _ document: LegalDocument,
        source: LegalDocument
    ) -> Condition {
        let key = LocaleState.key(ofDocument: name, version: document.version)
        guard let entry = states[document.language]?.entries[key] else { return .unrecorded }
        guard entry.status != .new else { return .new }
        return entry.hash == SourceHash(of: source) ? .upToDate(entry.status) : .stale
    }
}

extension LocaleStates {
    /// Documents, with the source text in the place of each translation that was made from another one.
    public func withSourceForStale(
        _ documents: [(name: String, document: LegalDocument)],
        source: LanguageTag
    ) -> [(name: String, document: LegalDocument)] {
        documents.map { name, document in
            guard let original = Self.original(of: name, document, among: documents, source),
                !condition(ofDocument: name, document, source: original).isCovered
            else { return (name, document) }
            return (name, original.standingIn(for: document.language))
        }
    }

    /// The text that a document was translated from; `nil` for that text itself.
    static func original(
        of name: String,
        _ document: LegalDocument,
        among all: [(name: String, document: LegalDocument)],
        _ source: LanguageTag
    ) -> LegalDocument? {
        guard document.language != source else { return nil }
        return all.first {
            $0.name == name && $0.document.version == document.version
                && $0.document.language == source
        }?.document
    }
}

extension Catalogs {
    /// The words without those that only keep a place: who reads gets the English text instead.
    public func withholdingNew(_ states: LocaleStates) -> Catalogs {
        let kept = languages.compactMap { language -> Catalog? in
            language == source ? self[language] : self[language]?.withholdingNew(states)
        }
        return Catalogs(kept, source: source)
    }
}

extension Catalog {
    /// A translation without the words that only keep a place.
    public func withholdingNew(_ states: LocaleStates) -> Catalog {
        // Mostly there are none, and then no key need be looked for.
        guard let state = states[language],
            state.entries.values.contains(where: { $0.status == .new })
        else { return self }
        return withholding { key, entry in
            guard let known = state.entries[key], known.status == .new else { return false }
            // Another text than the copy is somebody's translation, whatever was written down.
            return SourceHash(of: entry.pattern) == known.hash
        }
    }
}
