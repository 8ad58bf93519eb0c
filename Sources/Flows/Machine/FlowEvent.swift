/// Something that has happened, and that the machine is told.
public enum FlowEvent: Hashable, Sendable, Codable {
    /// Answers were given in a form that is still open; each is kept if it holds.
    case answered(visit: Int, answers: [FieldName: FieldValue])
    /// A form was finished; the answers join those given before.
    case submitted(visit: Int, answers: [FieldName: FieldValue])
    /// A button was pressed.
    case pressed(visit: Int, event: EventName)
    /// The person went back.
    case wentBack(visit: Int)
    /// The person wants to change the answer to a field, from a review.
    case changeAsked(visit: Int, field: FieldName)
    /// A wrong code or secret was given.
    case answerFailed(visit: Int, field: FieldName)
    /// A secret or code can't be tried any more: whoever counts the tries of all walks says so.
    case triesUsedUp(visit: Int, field: FieldName)
    /// A link was opened by who holds the walk, by the hash of its token.
    case linkOpened(hash: [UInt8])
    /// A link was opened on another device, with the code that the waiting screen shows, or without.
    case linkOpenedElsewhere(hash: [UInt8], code: CodeVerdict)
    /// An effect has ended.
    case effectEnded(key: String, outcome: OutcomeName, gives: [FieldName: FieldValue])
    /// The host has something to say.
    case signalled(EventName)
    /// Another language was chosen; nothing but the words changes.
    case languageChosen(String)
    /// Time has passed; nothing else happened.
    case timePassed

    var isNothingButTime: Bool {
        if case .timePassed = self { true } else { false }
    }
}

/// What became of a code that was typed elsewhere: the machine never sees the code.
public enum CodeVerdict: String, Hashable, Sendable, Codable {
    case missing, wrong, right
}

/// What the machine can't make itself: randomness, and what was counted elsewhere.
public struct Fresh: Hashable, Sendable, Codable {
    /// Hashes of new tokens, at least ``FlowMachine/tokensPerEvent``.
    @HashList public var tokenHashes: [[UInt8]]
    /// Hashes of new codes, as many.
    @HashList public var codeHashes: [[UInt8]]
    /// What has gone out before, by the index of the step with the limit.
    public var history: [Int: SendHistory]

    /// Makes fresh material.
    public init(
        tokenHashes: [[UInt8]] = [],
        codeHashes: [[UInt8]] = [],
        history: [Int: SendHistory] = [:]
    ) {
        self.tokenHashes = tokenHashes
        self.codeHashes = codeHashes
        self.history = history
    }
}

/// What has gone out under a limit before now.
public struct SendHistory: Hashable, Sendable, Codable {
    /// The moments within the window, in the scope with the most of them; milliseconds, oldest first.
    public var inWindow: [Int64]
    /// The last moment for exactly these scopes.
    public var last: Int64?
    /// Until when nothing more may go out to anybody, in milliseconds since 1970; `nil` where something may.
    public var isFullUntil: Int64?

    /// Makes a history.
    public init(inWindow: [Int64] = [], last: Int64? = nil, isFullUntil: Int64? = nil) {
        self.inWindow = inWindow
        self.last = last
        self.isFullUntil = isFullUntil
    }
}
