public import Flows
public import Screens
public import Sessions

/// A screen that a person can meet, with the letter that lies in the mailbox then.
public struct Sight: Sendable {
    /// The flow.
    public let flow: FlowName
    /// The step.
    public let step: StepName
    /// The screen.
    public let screen: Screen
    /// The letter that was sent last.
    public let letter: Letter?
    /// Milliseconds since 1970.
    public let now: Int64
    /// The field that the screen is shown for; `nil` where it is shown for itself.
    public let field: AnswerPath?
    /// Whether it stands on a device that does not hold the walk.
    public let isOutside: Bool

    init(
        _ screen: Screen,
        letter: Letter?,
        at player: Player,
        field: AnswerPath? = nil,
        isOutside: Bool = false
    ) {
        flow = player.definition.name
        step = player.step.name
        self.screen = screen
        self.letter = letter
        now = player.now
        self.field = field
        self.isOutside = isOutside
    }
}
