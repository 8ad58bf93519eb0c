public import Flows
public import Localization
public import Screens

/// What was done on a walk that is recorded; never what was typed.
public enum RecordedAction: Sendable, Hashable {
    /// Something was typed at this place and not taken.
    case wrong(AnswerPath)
    /// The form or review was to be left.
    case submit
    /// A button was pressed.
    case press(EventName)
    /// Back was pressed.
    case back
    /// The answer to a field was to be changed.
    case change(FieldName)
    /// A link was opened.
    case openLink
    /// Another language was chosen.
    case switchLocale(LanguageTag)
    /// Nothing was done but time has passed.
    case wait
}

/// Where a walk that is recorded stands.
public struct RecordedMoment: Sendable {
    /// Its state.
    public let state: FlowState
    /// Milliseconds since 1970.
    public let now: Int64
    /// What the screen says is wrong.
    public let problems: [FieldProblem]
    /// Why the last action was refused.
    public let refusal: Refusal?

    /// Makes a moment.
    public init(
        state: FlowState,
        now: Int64,
        problems: [FieldProblem] = [],
        refusal: Refusal? = nil
    ) {
        self.state = state
        self.now = now
        self.problems = problems
        self.refusal = refusal
    }

    /// Why the last action was refused, or nothing was sent on entering the step.
    func refusal(since visit: Int) -> String? {
        (refusal ?? (state.visit != visit ? state.unsent : nil))?.reason
    }
}
