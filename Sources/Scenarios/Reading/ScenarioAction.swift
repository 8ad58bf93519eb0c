public import Documents
public import Flows
public import Localization
public import Screens

/// Something that a scripted person, or the host, does.
public enum ScenarioAction: Sendable {
    /// Answers are given and the form or review is left; a late one answers the screen before.
    case submit([ScenarioAnswer], isLate: Bool)
    /// A button is pressed; a late one on the screen before.
    case press(EventName, isLate: Bool)
    /// Back is pressed.
    case back(isLate: Bool)
    /// The answer to a field is to be changed, from a review.
    case change(FieldName)
    /// The link of a letter is opened: of the first, second … letter of this name, or of the last.
    case openLink(letter: String, which: Int?)
    /// A link is opened that was never sent.
    case openForgedLink
    /// A link is opened on another device, which goes on if the code is right; one that was never sent, where there
    /// is no letter.
    case openLinkElsewhere(letter: String?, which: Int?, code: ScenarioCode?)
    /// The code of a message is typed, and the form is left.
    case enterCode(ScenarioCode)
    /// Another language is chosen.
    case switchLocale(LanguageTag)
    /// The walk is stored, forgotten and read again.
    case restart
    /// The host has something to say.
    case signal(EventName)
    /// Something is done on the device on which the walk began.
    indirect case onFirstDevice(ScenarioAction)
}

/// A code as it would be typed.
public enum ScenarioCode: Sendable, Hashable {
    /// The one that is shown: on the waiting screen, or in a message; of messages the last, or the one of this number.
    case shown(which: Int?)
    /// Something else.
    case typed(String)
}

/// An answer as it would be typed.
public struct ScenarioAnswer: Sendable {
    /// The field, or the part of a record.
    public var path: AnswerPath
    /// What is typed.
    public var text: String
    /// What is typed the second time, where that is something else.
    public var repeated: String?
    /// Whether nobody may read it.
    public var isSecret: Bool
    /// Where it stands.
    public var range: SourceRange
    /// Of a code that was sent: its hash, where it is not that of the last.
    var codeHash: [UInt8]?

    /// Makes an answer.
    public init(
        path: AnswerPath,
        text: String,
        repeated: String? = nil,
        isSecret: Bool = false,
        range: SourceRange
    ) {
        self.path = path
        self.text = text
        self.repeated = repeated
        self.isSecret = isSecret
        self.range = range
    }
}

/// Something that must be so.
public struct Expectation: Sendable {
    /// What must be so.
    public enum Kind: Sendable {
        /// The walk stands at this step.
        case at(StepName)
        /// These letters have gone out since the entry began, in this order.
        case sent([String])
        /// It was refused for this reason; not refused, where there is none.
        case refused(String?)
        /// The next may go out after so many milliseconds.
        case readyIn(Int64)
        /// So many may still go out by this button.
        case left(EventName, Int)
        /// A button can, or can't, be pressed.
        case can(EventName, Bool)
        /// Back leads, or does not lead, somewhere.
        case canGoBack(Bool)
        /// These are all the problems of a field.
        case errors(AnswerPath, [String])
        /// No field has a problem.
        case noErrors
        /// The flow has ended so; it goes on, where there is none.
        case ended(OutcomeName?)
        /// A field has the value that this text stands for; none, where there is no text.
        case field(FieldName, String?)
        /// A message of this key is on the screen.
        case showsMessage(String)
        /// A text is on the screen, in this language or in each.
        case showsText(String, LanguageTag?)
    }

    /// What must be so.
    public var kind: Kind
    /// Where it stands.
    public var range: SourceRange

    /// Makes an expectation.
    public init(_ kind: Kind, at range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}
