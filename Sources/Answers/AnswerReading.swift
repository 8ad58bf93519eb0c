public import Flows
public import Localization

/// What a person's raw text has become.
///
/// A value may be personal, so a reading has no printable description and no reflection.
public enum AnswerReading: Hashable, Sendable {
    /// A value in its one stored form, with what the person should be told about it; never a refusal.
    case value(FieldValue, notes: [AnswerNote])
    /// The type can't take it: the last part of `error.<type>.<reason>`, with the message's arguments.
    case problem(reason: String, arguments: [String: ProblemArgument])
    /// Nothing was typed but white space.
    case empty

    static func value(_ value: FieldValue) -> AnswerReading { .value(value, notes: []) }

    static func problem(_ reason: String, _ arguments: [String: ProblemArgument] = [:])
        -> AnswerReading
    {
        .problem(reason: reason, arguments: arguments)
    }
}

extension AnswerReading: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Which kind of reading it is; never what was typed.
    public var description: String {
        switch self {
        case .value: "value(***)"
        case .problem(let reason, _): "problem(\(reason))"
        case .empty: "empty"
        }
    }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Something worth telling about an answer that is taken all the same.
public struct AnswerNote: Hashable, Sendable {
    /// The key of its words, such as `note.phone.not_mobile`.
    public let key: String
    /// The arguments of its words.
    public let arguments: [String: ProblemArgument]

    /// Makes a note.
    public init(key: String, arguments: [String: ProblemArgument] = [:]) {
        self.key = key
        self.arguments = arguments
    }
}

/// What a text's meaning depends on besides its field.
public struct AnswerContext: Sendable {
    /// The reader's language.
    public var language: LanguageTag
    /// The session's calendar day: milliseconds since 1970 of its midnight in UTC.
    public var today: Int64
    /// The country of a postal code or a document, or the one whose phone numbers need no code.
    public var country: String?
    /// The kind of a document.
    public var documentKind: String?
    /// What is really on offer, in order; a value may stand here once per language of its words.
    public var options: [ReadableOption]

    /// Makes a context.
    public init(
        language: LanguageTag,
        today: Int64,
        country: String? = nil,
        documentKind: String? = nil,
        options: [ReadableOption] = []
    ) {
        self.language = language
        self.today = today
        self.country = country
        self.documentKind = documentKind
        self.options = options
    }
}

/// An option of a choice with words that stand for it.
public struct ReadableOption: Hashable, Sendable {
    /// The option's value.
    public var value: String
    /// What it is called.
    public var words: String

    /// Makes an option.
    public init(value: String, words: String) {
        self.value = value
        self.words = words
    }
}
