public import Flows
public import Localization

/// Everything that is to be seen at one step, in one language: any front end can draw it.
///
/// All words are ready; a front end adds only its own chrome (keys, borders), also from the locale files.
public struct Screen: Sendable, Hashable {
    /// What a person can do here.
    public enum Kind: Sendable, Hashable {
        /// Answer fields, then go on.
        case form
        /// Look at all answers, change one, then go on.
        case review
        /// Wait for something, or press a button.
        case waiting
        /// Wait for the service itself.
        case working
        /// Nothing more: the flow has ended.
        case end
    }

    /// How far the walk has come.
    public struct Progress: Sendable, Hashable {
        /// The place of this step among those that are shown, from 1.
        public let position: Int
        /// How many there are on the way that is to be expected from here.
        public let count: Int

        /// Makes a progress.
        public init(position: Int, count: Int) {
            self.position = position
            self.count = count
        }
    }

    /// The flow.
    public var flow: FlowName
    /// The step.
    public var step: StepName
    /// The visit that an event from this screen answers.
    public var visit: Int
    /// What a person can do here.
    public var kind: Kind
    /// The language it was made in.
    public var language: LanguageTag
    /// What the whole flow is called.
    public var flowTitle: Words
    /// What this step is called.
    public var title: Words
    /// What stands before the fields.
    public var intro: Words?
    /// What the person sees who asks for help.
    public var help: Words?
    /// What to do where things don't go as they should; shown at the end of a waiting screen.
    public var advice: Words?
    /// How far the walk has come.
    public var progress: Progress?
    /// What must be said at once: why something was refused, what was not sent.
    public var notices: [Words]
    /// The fields of a form, or the answers of a review, in order.
    public var fields: [ScreenField]
    /// What can be pressed, in order.
    ///
    /// Going on from a form or review is no button.
    public var buttons: [ScreenButton]
    /// Whether Back leads somewhere.
    public var allowsBack: Bool
    /// What happens by itself, and when.
    public var timing: ScreenTiming?
    /// The flows that can be gone on with, at an end.
    public var offers: [FlowOffer]

    /// Makes a screen with the parts that every screen has.
    public init(
        flow: FlowName,
        step: StepName,
        visit: Int,
        kind: Kind,
        language: LanguageTag,
        flowTitle: Words,
        title: Words
    ) {
        self.flow = flow
        self.step = step
        self.visit = visit
        self.kind = kind
        self.language = language
        self.flowTitle = flowTitle
        self.title = title
        notices = []
        fields = []
        buttons = []
        allowsBack = false
        offers = []
    }
}

/// A flow that a person may go on with.
public struct FlowOffer: Sendable, Hashable {
    /// The flow.
    public let flow: FlowName
    /// What it is called here.
    public let words: Words
    /// Whether there is such a flow.
    public let isOpen: Bool

    /// Makes an offer.
    public init(flow: FlowName, words: Words, isOpen: Bool) {
        self.flow = flow
        self.words = words
        self.isOpen = isOpen
    }
}

/// What happens by itself at a waiting step.
public struct ScreenTiming: Sendable, Hashable {
    /// When the links that were sent from here die, in milliseconds since 1970.
    public var linksExpireAt: Int64?
    /// How many more may be sent.
    public var sendsLeft: Int?
    /// When the next may be sent, in milliseconds since 1970, or `nil` where none may any more.
    public var nextSendAt: Int64?
    /// The address or number it was sent to, as a person writes it.
    public var recipient: String?

    /// Makes an empty timing.
    public init() {}
}

/// Something that can be pressed.
public struct ScreenButton: Sendable, Hashable {
    /// The event it brings about.
    public let event: EventName
    /// What stands on it.
    public let words: Words
    /// When it can be pressed, in milliseconds since 1970, or `nil` where it can be pressed now.
    public let readyAt: Int64?
    /// Whether it can't be pressed any more.
    public let isUsedUp: Bool

    /// Makes a button.
    public init(event: EventName, words: Words, readyAt: Int64? = nil, isUsedUp: Bool = false) {
        self.event = event
        self.words = words
        self.readyAt = readyAt
        self.isUsedUp = isUsedUp
    }
}
