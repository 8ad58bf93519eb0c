/// Where one person stands in one flow, with everything they have answered.
///
/// It is data: encoded by a store, hashed by the journal, never containing a raw secret or a raw token.
public struct FlowState: Hashable, Sendable, Codable {
    /// The index of the present step.
    public var step: Int
    /// Counts entries into steps; an event names the visit it answers.
    public var visit: Int
    /// Counts the events that changed this state.
    public var sequence: Int
    /// The language of the session, a BCP 47 tag.
    public var locale: String
    /// The time zone of the session, an IANA name.
    public var zone: String
    /// The values by slot, or `nil` where nothing is set.
    public var fields: [FieldValue?]
    /// The slots that can't be changed any more, ascending.
    public var fixed: [Int]
    /// What time will bring at this step, earliest first.
    public var deadlines: [Deadline]
    /// Every link this walk has sent, in order.
    public var links: [LinkRecord]
    /// The indices of the form and review steps behind the person, as far as Back may go.
    ///
    /// While an answer is changed from a review, that review stands last.
    public var trail: [Int]
    /// The indices of the forms that were left complete since the last barrier, those ahead included.
    public var finished: [Int]
    /// The index of the review to which a changed answer returns.
    public var returnsTo: Int?
    /// The wrong answers that were given at steps with a limit of attempts.
    public var attempts: [AttemptRecord]
    /// The call whose outcome is awaited.
    public var pendingCall: String?
    /// The effects that have succeeded, in the order they did.
    public var succeeded: [SuccessRecord]
    /// How far each promise of the flow has come, in the order of the file.
    public var promises: [PromiseRecord]
    /// When the person last did something, in milliseconds since 1970.
    public var lastEventAt: Int64
    /// Whether the walk has expired since the person last did something.
    public var hasExpired: Bool
    /// The slots whose value was prefilled from another field, and not touched since.
    public var prefilled: [Int]?
    /// The slots whose answer was cleared, since another answer has changed; of those that have a value no more.
    public var cleared: [Int]?
    /// How the flow ended.
    public var outcome: OutcomeName?
    /// What few walks have, kept apart so that a state stays small to move; `nil` where there is nothing of it.
    private var rarities: Boxed<Rarities>?

    /// What was not sent on entering this step, because of its limit.
    public var unsent: Refusal? {
        get { rarities?.value.unsent }
        set { setRarity(\.unsent, to: newValue) }
    }

    /// The call, of an effect that is called once, that was left before its outcome came.
    public var leftCall: LeftCall? {
        get { rarities?.value.leftCall }
        set { setRarity(\.leftCall, to: newValue) }
    }

    /// When the notice that the flow closes was taken account of, in milliseconds since 1970.
    public var closingToldAt: Int64? {
        get { rarities?.value.closingToldAt }
        set { setRarity(\.closingToldAt, to: newValue) }
    }

    /// What became of the walk when a link was opened on another device; `nil` where none was.
    public var handover: Handover? {
        get { rarities?.value.handover }
        set { setRarity(\.handover, to: newValue) }
    }

    /// One state has one form: where there is nothing rare, there is no room for it either.
    private mutating func setRarity<Value>(
        _ part: WritableKeyPath<Rarities, Value?>,
        to value: Value?
    ) {
        if rarities == nil, value == nil { return }
        var parts = rarities?.value ?? Rarities()
        parts[keyPath: part] = value
        rarities = parts.isEmpty ? nil : Boxed(parts)
    }

    /// Which of the devices that held the walk one after another holds it now, from 0.
    public var holder: Int { handover?.count ?? 0 }

    /// Whether the answer of a slot was given on a device that holds the walk no more, and is shown to nobody.
    public func isHidden(_ slot: Int) -> Bool { handover?.hidden.contains(slot) == true }

    /// Nobody's, before anything.
    static var blank: FlowState {
        FlowState(
            step: 0,
            visit: 0,
            sequence: 0,
            locale: "",
            zone: "",
            fields: [],
            fixed: [],
            deadlines: [],
            links: [],
            trail: [],
            finished: [],
            returnsTo: nil,
            attempts: [],
            pendingCall: nil,
            succeeded: [],
            promises: [],
            lastEventAt: 0,
            hasExpired: false,
            outcome: nil
        )
    }
}

/// The parts of a state that few walks have.
struct Rarities: Hashable, Sendable, Codable {
    var unsent: Refusal?
    var leftCall: LeftCall?
    var closingToldAt: Int64?
    var handover: Handover?

    var isEmpty: Bool {
        unsent == nil && leftCall == nil && closingToldAt == nil && handover == nil
    }
}

/// A walk that has gone to another device.
public struct Handover: Hashable, Sendable, Codable {
    /// How many devices have held it before.
    public var count: Int
    /// The slots whose values were given on those, and not again since; ascending.
    public var hidden: [Int]
}

/// A moment at which something happens by itself.
public struct Deadline: Hashable, Sendable, Codable {
    /// The moment, in milliseconds since 1970; due when it is reached.
    public var at: Int64
    /// The index of the step that is entered then.
    public var target: Int
}

/// How many wrong answers were given at a step.
public struct AttemptRecord: Hashable, Sendable, Codable {
    /// The index of the step.
    public var step: Int
    /// How many since the form was last left complete, or was left for good.
    public var count: Int
}

/// A call that was left before its outcome came, so that nobody knows yet whether it was done.
public struct LeftCall: Hashable, Sendable, Codable {
    /// Its key.
    public var key: String
    /// What was asked.
    public var effect: EffectName
    /// What it was given, in the order in which the effect takes it.
    public var values: [FieldValue?]
}

/// An effect that has succeeded.
public struct SuccessRecord: Hashable, Sendable, Codable {
    /// The effect.
    public var effect: EffectName
    /// The outcome it ended in.
    public var outcome: OutcomeName
}

/// What has happened of what a promise speaks about.
public struct PromiseRecord: Hashable, Sendable, Codable {
    /// Whether the event has happened that must come before, and still proves something.
    public var isOpen: Bool
    /// How often the outcome has happened.
    public var count: Int
}

/// What became of a link that was sent.
public struct LinkRecord: Hashable, Sendable, Codable {
    /// The ways in which a link stands.
    public enum Status: String, Hashable, Sendable, Codable {
        case open, used, superseded, expired
        /// The code that it needs on another device was wrong too often.
        case blocked
    }

    /// How many wrong codes a link bears.
    static let wrongCodesBorne = 5

    /// The hash of its token.
    @HashBytes public var hash: [UInt8]
    /// The index of the step that sent it.
    public var step: Int
    /// The event it brings about.
    public var event: EventName
    /// When it was sent, in milliseconds since 1970.
    public var sentAt: Int64
    /// What became of it.
    public var status: Status
    /// How many wrong codes came with it from other devices; `nil` for none.
    public var wrongCodes: Int?
}
