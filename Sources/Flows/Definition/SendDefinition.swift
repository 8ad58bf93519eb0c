public import Documents

/// A letter or a short message that goes out when a step is entered.
public struct SendDefinition: Sendable {
    /// How it travels.
    public enum Channel: String, Sendable, Hashable, Codable {
        case mail, sms
    }

    /// How it travels.
    public var channel: Channel
    /// Its name, a part of the keys of its words.
    public var name: LetterName
    /// The slot of the address or number it goes to.
    public var recipient: Int
    /// The event that its link brings about.
    public var link: EventName?
    /// The slot of the code it carries.
    public var code: Int?
    /// The flow that it says how to begin.
    public var start: FlowName?
    /// It goes out only if this holds.
    public var condition: Condition?
    /// It goes out unless this holds.
    public var exception: Condition?
    /// How often it may go out.
    public var limit: LimitDefinition?
    /// Where its name stands.
    public var range: SourceRange

    /// Whether it carries a link or a code, which proves that its receiver has read it.
    public var carriesProof: Bool { link != nil || code != nil }

    /// Makes a send without any of the optional parts.
    public init(channel: Channel, name: LetterName, recipient: Int, range: SourceRange) {
        self.channel = channel
        self.name = name
        self.recipient = recipient
        self.range = range
    }
}

/// How often something may be sent.
///
/// `times` is counted for each scope by itself; `apart` holds between two sends that agree in all scopes,
/// so that a mistyped address can be corrected at once.
public struct LimitDefinition: Sendable, Hashable {
    /// What is counted by itself.
    public enum Scope: Sendable, Hashable {
        /// The session.
        case session
        /// The value of the field of this slot.
        case field(Int)
    }

    /// How many may go out.
    public var times: Int
    /// How far apart, in milliseconds.
    public var apart: Int64
    /// What is counted by itself.
    public var scopes: [Scope]
    /// The length of the window, in milliseconds; for ever, where there is none.
    public var within: Int64?
    /// How many may go out in the window to all people together; any number, where there is none.
    public var inAll: Int?

    /// Makes a limit.
    public init(times: Int, apart: Int64 = 0, scopes: [Scope] = [.session], within: Int64? = nil) {
        self.times = times
        self.apart = apart
        self.scopes = scopes
        self.within = within
    }
}
