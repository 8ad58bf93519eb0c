public import Documents
public import Localization

/// A message as it goes to translators, with what they must know about it.
public struct ExchangeMessage: Sendable {
    /// How far the translation of a message is.
    public enum Status: String, Sendable, Hashable, Comparable {
        /// There is none.
        case missing
        /// It was made by a machine, and nobody has looked at it.
        case machine
        /// The English message has changed since.
        case stale
        case translated
        case reviewed

        /// Orders by how far it is.
        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .missing: 0
            case .machine: 1
            case .stale: 2
            case .translated: 3
            case .reviewed: 4
            }
        }
    }

    /// A word of the glossary that the message holds.
    public struct Term: Sendable, Hashable {
        /// The words of the source language, each of which may be the one.
        public let words: [String]
        /// What the other language says for it; each will do.
        public let translations: [String]
        /// What translators are told about it.
        public let note: String?

        /// Makes a term.
        public init(words: [String], translations: [String], note: String? = nil) {
            self.words = words
            self.translations = translations
            self.note = note
        }
    }

    /// The message's key.
    public let key: MessageKey
    /// The message to translate, in the message syntax.
    public let source: String
    /// Its translation, in the message syntax.
    public let target: String?
    /// How far the translation is.
    public let status: Status
    /// What translators are told about it.
    public let description: MessageDescription?
    /// Where it is used: in flow files.
    public let places: [SourceRange]
    /// Words of the glossary that it holds.
    public let terms: [Term]

    /// Makes a message.
    public init(
        key: MessageKey,
        source: String,
        target: String?,
        status: Status,
        description: MessageDescription? = nil,
        places: [SourceRange] = [],
        terms: [Term] = []
    ) {
        self.key = key
        self.source = source
        self.target = target
        self.status = target == nil ? .missing : status
        self.description = description
        self.places = places
        self.terms = terms
    }
}

/// What is exchanged with translators: the messages of one language, beside those they are translated from.
public struct ExchangeBundle: Sendable {
    /// The language that is translated from.
    public let source: LanguageTag
    /// The language that is translated to.
    public let target: LanguageTag
    /// The path of the file that holds the translations.
    public let file: String
    /// The messages, in the order of the source file.
    public let messages: [ExchangeMessage]

    /// Makes a bundle.
    public init(
        source: LanguageTag,
        target: LanguageTag,
        file: String,
        messages: [ExchangeMessage]
    ) {
        self.source = source
        self.target = target
        self.file = file
        self.messages = messages
    }
}
