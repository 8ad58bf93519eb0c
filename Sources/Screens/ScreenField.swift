public import Flows
public import Localization

/// The place of an answer: a field, or a field of one record of a list field.
public struct AnswerPath: Hashable, Sendable {
    /// The field.
    public let field: FieldName
    /// The record and the field within it.
    public let item: ItemPath?

    /// Makes a path.
    public init(_ field: FieldName, item: ItemPath? = nil) {
        self.field = field
        self.item = item
    }

    /// The path as a person writes it: `security_answers[2].answer`, records counted from 1.
    public var written: String {
        item.map { "\(field)[\($0.index + 1)].\($0.field)" } ?? field.text
    }
}

/// One question, with its answer as far as there is one.
///
/// A list field gives one screen field for each field of each of its records.
public struct ScreenField: Sendable, Hashable {
    /// Where the answer belongs.
    public var path: AnswerPath
    /// What is asked.
    public var label: Words
    /// How to answer.
    public var hint: Words?
    /// What must be known before answering, such as that an answer can't be changed later.
    public var warning: Words?
    /// How it is asked.
    public var control: Control
    /// The answer as it is shown in this language; for a secret, words that say it is kept.
    public var shown: String?
    /// The answer as it can be edited; never there for a secret.
    public var editable: String?
    /// Whether there is an answer.
    public var isAnswered: Bool
    /// Whether it can't be changed any more.
    public var isFixed: Bool
    /// Whether it may stay empty.
    public var isOptional: Bool
    /// What is wrong with what was last typed.
    public var problem: Words?
    /// What should be known about the answer that was taken, such as that a number looks like a landline.
    public var notes: [Words]
    /// What can be taken over with one keystroke.
    public var offer: Offer?
    /// Another spelling that can be taken with one keystroke.
    public var suggestion: Offer?
    /// What was last typed and not taken; never there for a secret.
    public var rejected: String?

    /// Something that can be taken over with one keystroke.
    public struct Offer: Sendable, Hashable {
        /// What the key does, in words.
        public let words: Words
        /// The answer that is taken, as it would be typed.
        public let raw: String

        /// Makes an offer.
        public init(words: Words, raw: String) {
            self.words = words
            self.raw = raw
        }
    }

    /// How a field is asked.
    public enum Control: Sendable, Hashable {
        /// A line of text; the kind tells a front end which keyboard or completion suits.
        case line(LineKind)
        /// One of a few options.
        case choice([Option])
        /// One of all countries, found by any part of its name.
        case country([Option])
        /// Yes or no; the options carry the words.
        case yesNo([Option])
        /// The acceptance of a document.
        case consent(document: String, summary: [String], options: [Option])
        /// A question against robots.
        case captcha(question: Words)
        /// A line without echo, typed once more where it is repeated.
        case secret(isRepeated: Bool)
    }

    /// What a line holds.
    public enum LineKind: Sendable, Hashable {
        case text, name, email, phone, date, postcode, document, number, code, file
    }

    /// One of several answers.
    public struct Option: Sendable, Hashable {
        /// What is taken as the answer.
        public let raw: String
        /// What stands there.
        public let words: Words

        /// Makes an option.
        public init(raw: String, words: Words) {
            self.raw = raw
            self.words = words
        }
    }

    /// Makes a field without an answer.
    public init(path: AnswerPath, label: Words, control: Control) {
        self.path = path
        self.label = label
        self.control = control
        isAnswered = false
        isFixed = false
        isOptional = false
        notes = []
    }
}

extension ScreenField {
    /// The field with its answer kept and not shown, as a secret's is.
    func hidden(as kept: String) -> ScreenField {
        var field = self
        field.shown = kept
        field.editable = nil
        field.suggestion = nil
        return field
    }
}
