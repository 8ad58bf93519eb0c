public import Documents
public import Flows
public import Localization

/// One scripted person: what is given, what they do, and what must come of it.
public struct Scenario: Sendable {
    /// Its name, as the file has it.
    public var name: String
    /// The name of the file without folder and ending, such as `wallet-signup.mail`.
    public var group: String
    /// Where its name stands.
    public var range: SourceRange
    /// The flow that is walked.
    public var flow: FlowName
    /// What is so before the walk begins.
    public var given: Given
    /// What happens, the opening included.
    public var entries: [ScenarioEntry]

    /// The name by which it is chosen and reported: `group/name`.
    public var fullName: String { "\(group)/\(name)" }

    /// Makes a scenario.
    public init(
        name: String,
        group: String,
        range: SourceRange,
        flow: FlowName,
        given: Given,
        entries: [ScenarioEntry]
    ) {
        self.name = name
        self.group = group
        self.range = range
        self.flow = flow
        self.given = given
        self.entries = entries
    }
}

/// What is so before a walk begins.
public struct Given: Sendable {
    /// The moment at which it begins, in milliseconds since 1970.
    public var clock: Int64 = 1_772_355_600_000
    /// The only language it is walked in; every language where there is none.
    public var locale: LanguageTag?
    /// The time zone, an IANA name.
    public var zone = "UTC"
    /// What whoever starts the flow gives, as texts.
    public var input: [FieldName: ScenarioText] = [:]
    /// How calls end, one after another; the last for all that follow.
    public var effects: [EffectName: [CannedOutcome]] = [:]
    /// The step to begin at, reached by a generated path.
    public var start: (step: StepName, range: SourceRange)?

    /// Makes what is so where nothing is said: 2026-03-01 at 09:00 UTC.
    public init() {}
}

/// How a call ends, if it does.
public struct CannedOutcome: Sendable, Hashable {
    /// The outcome; `nil` where nobody ever answers.
    public var outcome: OutcomeName?
    /// What comes with it, as texts; what is left out gets a sample.
    public var gives: [FieldName: ScenarioText]
    /// How long after the call it comes, in milliseconds.
    public var after: Int64

    /// Makes an outcome.
    public init(
        outcome: OutcomeName?,
        gives: [FieldName: ScenarioText] = [:],
        after: Int64 = 0
    ) {
        self.outcome = outcome
        self.gives = gives
        self.after = after
    }

    /// The call stays unanswered.
    static let none = CannedOutcome(outcome: nil)
}

/// A text of a scenario with its place.
public struct ScenarioText: Sendable, Hashable {
    /// The text.
    public var text: String
    /// Where it stands.
    public var range: SourceRange

    /// Makes a text.
    public init(_ text: String, at range: SourceRange) {
        self.text = text
        self.range = range
    }
}

/// One line of a scenario: time passes, something is done, something must be so.
public struct ScenarioEntry: Sendable {
    /// How much time passes first, in milliseconds.
    public var after: Int64
    /// What is done then; nothing, where only time passes.
    public var action: ScenarioAction?
    /// What must be so then, in file order.
    public var expectations: [Expectation]
    /// Where it stands.
    public var range: SourceRange

    /// Makes an entry.
    public init(
        after: Int64 = 0,
        action: ScenarioAction? = nil,
        expectations: [Expectation] = [],
        range: SourceRange
    ) {
        self.after = after
        self.action = action
        self.expectations = expectations
        self.range = range
    }
}
