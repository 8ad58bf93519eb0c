public import Documents
public import Flows
public import Localization

/// What is wrong with words that a person would have read.
public enum WordProblem: Sendable, Hashable {
    /// There is no such message in any language.
    case missing
    /// The message is not translated: it stands there in this language.
    case untranslated(LanguageTag)
    /// A value that belongs into the message is not there: its name stands in braces.
    case unfilled(String)
    /// A part that can't be broken takes so many cells.
    case tooWide(Int)

    /// The cells of a line.
    static let width = 80

    /// What is wrong with words; `nil` where nothing is.
    init?(in words: Words) {
        if words.isMissing {
            self = .missing
        } else if words.isFallback {
            self = .untranslated(words.language)
        } else if let name = Self.placeholder(in: words.text) {
            self = .unfilled(name)
        } else {
            guard words.text.utf8.count > Self.width else { return nil }
            let widest = DisplayWidth.widestStretch(of: words.text)
            guard widest > Self.width else { return nil }
            self = .tooWide(widest)
        }
    }

    /// The name of a value that was not filled in: `{name}`.
    private static func placeholder(in text: String) -> String? {
        guard let open = text.utf8.firstIndex(of: UInt8(ascii: "{")) else { return nil }
        let rest = text[text.index(after: open)...]
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        if !name.isEmpty, rest.dropFirst(name.count).first == "}" { return String(name) }
        return placeholder(in: String(rest))
    }
}

/// Words that are not as they should be, and where they were met first.
public struct WordFinding: Sendable {
    /// The flow.
    public let flow: FlowName
    /// The step, or the letter as `mail.<name>`.
    public let place: String
    /// The language in which it was read.
    public let language: LanguageTag
    /// The message's key.
    public let key: String
    /// What stands there.
    public let text: String
    /// What is wrong.
    public let problem: WordProblem
    /// The scenario that met it first.
    public let scenario: String
    /// Where that scenario stands.
    public let range: SourceRange

    /// Whether this tells of the same words as another.
    func isSame(as other: WordFinding) -> Bool {
        key == other.key && language == other.language && problem == other.problem
    }

    /// What is wrong, in a sentence without a full stop.
    public var message: String {
        switch problem {
        case .missing: "there is no message `\(key)`"
        case .untranslated(let shown):
            "`\(key)` is shown in `\(shown.rawValue)` for want of a translation"
        case .unfilled(let name): "`\(key)` shows `{\(name)}`: the value is not there"
        case .tooWide(let cells):
            "`\(key)` has a part of \(cells) cells that can't be broken into lines of 80"
        }
    }
}
