public import Flows
public import Localization

/// What a screen shows besides the state: what was just typed, and what was just refused.
///
/// All of it is kept as codes, so that another language shows the same in other words.
public struct ScreenInput: Sendable {
    /// What is wrong with what was last typed.
    public var problems: [AnswerPath: FieldProblem]
    /// What was last typed and not taken; never a secret.
    public var rejected: [AnswerPath: String]
    /// What should be known about answers that were taken.
    public var notes: [AnswerPath: [ScreenNote]]
    /// Why the last event did nothing.
    public var refusal: Refusal?
    /// What was sent before under the limits of steps, by the index of the step.
    public var history: [Int: SendHistory]
    /// What keeps the letter of a waiting step from arriving.
    public var letterTrouble: LetterTrouble?
    /// The question against robots.
    public var captcha: Words?
    /// The points of the documents that are to be accepted, by name, in the language of the screen.
    public var summaries: [String: [String]]
    /// The points that each version of them has changed.
    public var changes: [String: [Int: [String]]]
    /// The documents that are shown in their source language, since their translation is being renewed.
    public var renewed: Set<String>

    /// Makes an input with nothing in it.
    public init() {
        problems = [:]
        rejected = [:]
        notes = [:]
        history = [:]
        summaries = [:]
        changes = [:]
        renewed = []
    }
}

/// Why a letter has not gone out; its name is the last part of the key of its words.
public enum LetterTrouble: String, Sendable, Hashable {
    /// It could not be delivered yet, and is tried again.
    case delayed
    /// It can't be delivered, and is not tried any more.
    case returned
}

/// Something to be known about an answer, as a message key with arguments.
public struct ScreenNote: Sendable, Hashable {
    /// The key of its words.
    public let key: MessageKey
    /// Values in the words.
    public let arguments: [String: ProblemArgument]

    /// Makes a note.
    public init(key: MessageKey, arguments: [String: ProblemArgument] = [:]) {
        self.key = key
        self.arguments = arguments
    }
}

/// Shows texts as people write them, where that is knowledge about the world: phone numbers, mail domains.
public protocol AnswerDisplay: Sendable {
    /// How a stored text is written for people.
    func shown(_ text: String, as type: FieldType) -> String
    /// The digits that calls to a country begin with behind the plus; `nil` where it has none.
    func callingCode(of country: String) -> String?
}
