public import Flows
public import Localization
public import Screens

/// One person's walk, as a front end sees it.
///
/// Everything is synchronous: what has returned `accepted` or `moved` is on the disk.
public protocol WalkFace: AnyObject {
    /// What is to be seen now, in the language of the moment; made anew at each access.
    var screen: Screen { get }
    /// The languages that can be chosen, in the order they are offered.
    var languages: [LanguageTag] { get }
    /// The language of the moment.
    var language: LanguageTag { get }
    /// The name under which the walk can be resumed.
    var sessionID: SessionID { get }
    /// The command that goes on with the walk.
    var resumeCommand: String { get }
    /// The time zone, an IANA name.
    var zone: String { get }
    /// Milliseconds since 1970.
    var now: Int64 { get }
    /// The last letter that was delivered on this walk, where it can still be read: in a sandbox only.
    var lastLetter: Letter? { get }
    /// Where the last letter was put, or `nil` where that says nothing.
    var letterPlace: String? { get }
    /// The inbox of the address the letter went to, where the provider is known.
    var mailbox: Inbox? { get }
    /// Whether the link of the last letter can be followed by itself; in a sandbox only.
    var canOpenOwnLink: Bool { get }
    /// The code of the last message, where it can be typed by itself; in a sandbox only.
    var ownCode: String? { get }

    /// Reads an answer and keeps it if it holds.
    func answer(_ raw: String, at path: AnswerPath) -> WalkReply
    /// Whether a secret can be taken, before it is typed once more; nothing is kept.
    func check(secret: String, at path: AnswerPath) -> WalkReply
    /// Seals a secret and keeps it if it holds; `repeated` is what was typed the second time.
    func answer(secret: String, repeated: String?, at path: AnswerPath) -> WalkReply
    /// Lets go of what was typed last and not taken; the answer before it holds again, where there is one.
    func withdraw(at path: AnswerPath)
    /// Goes on from a form or a review.
    func submit() -> WalkReply
    /// Presses a button.
    func press(_ event: EventName) -> WalkReply
    /// Goes back.
    func goBack() -> WalkReply
    /// Changes an answer, from a review.
    func change(_ path: AnswerPath) -> WalkReply
    /// Chooses a language.
    func choose(language: LanguageTag)
    /// Opens a link: a whole address, a command line or a bare token, as it was pasted.
    func openLink(_ text: String) -> WalkReply
    /// Follows the link of the last letter, in a sandbox.
    func openOwnLink() -> WalkReply
    /// Looks whether time or another terminal has moved the walk; true when the screen has changed.
    func refresh() -> Bool
    /// Asks another question against robots.
    func anotherCaptcha()
    /// A document that can be accepted, in the language of the moment.
    func document(_ name: String) -> LegalDocument?
    /// The countries that a text may mean, best first, as ISO 3166-1 alpha-2 codes.
    func countryMatches(_ raw: String) -> [String]
    /// Words of the front end itself.
    func words(_ key: MessageKey, _ arguments: [String: MessageArgument]) -> Words
}

extension WalkFace {
    /// None: nothing was sent.
    public var ownCode: String? { nil }

    /// The command that goes on with the walk, in the default database.
    public var resumeCommand: String {
        "paifang run --resume \(sessionID)"  // words: a command line
    }
}

/// What became of an action.
///
/// After each of them the screen is taken anew.
public enum WalkReply: Sendable, Hashable {
    /// The answer is kept.
    case accepted
    /// Something is wrong with an answer; the screen says what.
    case problem
    /// It was not possible; the screen says why.
    case refused
    /// The walk stands elsewhere now.
    case moved
    /// The service could not do its work; these words say what to do.
    case failed(MessageKey)
}

/// An inbox that is known.
public struct Inbox: Sendable, Hashable {
    /// The provider's name.
    public let name: String
    /// The web address of the inbox.
    public let address: String
    /// The mail domains that lead there, in lower case.
    public let domains: [String]

    /// Makes an inbox.
    public init(name: String, address: String, domains: [String]) {
        self.name = name
        self.address = address
        self.domains = domains
    }
}
