public import Expressions

/// Something the machine wants done.
///
/// It is carried out after the state is saved, at least once, by its key.
public enum FlowOutput: Hashable, Sendable, Codable {
    /// Send a letter or a short message.
    case send(SendOrder)
    /// Ask the host.
    case call(CallOrder)
    /// The flow has ended.
    case end(OutcomeName)
}

/// A letter or short message that must go out.
public struct SendOrder: Hashable, Sendable, Codable {
    /// The transition and the index within it; the same order always has the same key.
    public var key: String
    /// The index of the step at which it was ordered.
    public var step: Int
    /// The index of the send within the step; `nil` for the letter about closing, which belongs to none.
    public var send: Int?
    /// The slot of the address or number it goes to.
    public var recipient: Int
    /// The index into the fresh tokens of the one its link carries.
    public var token: Int?
    /// When its link dies, in milliseconds since 1970.
    public var expiresAt: Int64?
    /// When it was ordered, in milliseconds since 1970.
    public var at: Int64
}

/// A question to the host.
public struct CallOrder: Hashable, Sendable, Codable {
    /// The transition and the index within it.
    public var key: String
    /// What is asked.
    public var effect: EffectName

    /// Makes an order.
    public init(key: String, effect: EffectName) {
        self.key = key
        self.effect = effect
    }
}

/// What comes of an event: the next state, and what else.
public struct Advance: Hashable, Sendable {
    /// The new state; must be saved even beside a refusal, since time may have moved it.
    public var state: FlowState
    /// What else came of it.
    public var reaction: Reaction

    /// What must be done.
    public var outputs: [FlowOutput] { reaction.outputs }
    /// Why the event itself did nothing.
    public var refusal: Refusal? { reaction.refusal }
    /// What is wrong with the answers.
    public var problems: [FieldProblem] { reaction.problems }
    /// The ways that were gone, in order; kept by a machine that ``FlowMachine/keepsPassages`` only.
    public var passages: [Passage] { reaction.passages }
    /// What came of the conditions of letters, kept as the ways are.
    public var sendVerdicts: [SendVerdict] { reaction.sendVerdicts }
}

/// What comes of an event beside the next state.
public struct Reaction: Hashable, Sendable {
    /// What must be done.
    public var outputs: [FlowOutput] = []
    /// Why the event itself did nothing.
    public var refusal: Refusal?
    /// What is wrong with the answers.
    public var problems: [FieldProblem] = []
    /// The ways that were gone, in order; kept by a machine that ``FlowMachine/keepsPassages`` only.
    public var passages: [Passage] = []
    /// What came of the conditions of letters, kept as the ways are.
    public var sendVerdicts: [SendVerdict] = []
}

/// Why an event was refused.
public enum Refusal: Hashable, Sendable, Codable {
    /// It answers an earlier visit.
    case stale
    /// There is no way back from here.
    case noWayBack
    /// Nothing of this name is possible here.
    case notHere
    /// The next may go out at this moment, in milliseconds since 1970.
    case tooSoon(readyAt: Int64)
    /// No more may go out, before this moment where there is one.
    case usedUp(readyAt: Int64?)
    /// The link was used before.
    case used
    /// The link is too old.
    case expired
    /// A newer link was sent, or the step that sent it was left.
    case superseded
    /// No such link was ever sent.
    case forged
    /// The link belongs to another walk.
    case otherSession
    /// The link was opened on another device without the code that the waiting screen shows.
    case codeNeeded
    /// The code that came with the link from another device is not the one that the waiting screen shows.
    case wrongCode
    /// Too many wrong codes came with the link.
    case tooManyTries
    /// The walk goes on on another device.
    case continuedElsewhere
    /// The field can't be changed any more.
    case fixed(FieldName)
    /// The flow has ended.
    case ended

    /// The last part of the key of its words: `refused.<reason>`.
    public var reason: String {
        switch self {
        case .stale: "stale"
        case .noWayBack: "no_way_back"
        case .notHere: "not_here"
        case .tooSoon: "too_soon"
        case .usedUp: "used_up"
        case .used: "used"
        case .expired: "expired"
        case .superseded: "superseded"
        case .forged: "forged"
        case .otherSession: "other_session"
        case .codeNeeded: "code_needed"
        case .wrongCode: "wrong_code"
        case .tooManyTries: "too_many_tries"
        case .continuedElsewhere: "continued_elsewhere"
        case .fixed: "fixed"
        case .ended: "ended"
        }
    }
}

/// What is wrong with an answer, as a code: words come last, in the language of the moment.
public struct FieldProblem: Hashable, Sendable, Codable {
    /// Why an answer is not taken.
    public enum Reason: Hashable, Sendable, Codable {
        /// Nothing was answered.
        case missing
        /// A rule of the field does not hold.
        case rule(String)
        /// The type can't take it; a reason of the type, such as `no_such_day`, with its arguments.
        case type(reason: String, arguments: [String: ProblemArgument])
    }

    /// The field.
    public var field: FieldName
    /// The record of a list field, from 0, and the field within it.
    public var item: ItemPath?
    /// Why.
    public var reason: Reason

    /// Makes a problem.
    public init(field: FieldName, item: ItemPath? = nil, reason: Reason) {
        self.field = field
        self.item = item
        self.reason = reason
    }
}

/// A place inside a list field.
public struct ItemPath: Hashable, Sendable, Codable {
    /// The record, from 0.
    public var index: Int
    /// The field within the record.
    public var field: FieldName

    /// Makes a path.
    public init(index: Int, field: FieldName) {
        self.index = index
        self.field = field
    }
}

/// A value inside an error message.
///
/// Never the answer itself where that is secret.
public enum ProblemArgument: Hashable, Sendable, Codable {
    case text(String)
    case integer(Int64)
    /// Milliseconds since 1970 of a day's midnight in UTC.
    case date(Int64)
    /// An ISO 3166-1 alpha-2 code.
    case country(String)
    case money(Money)
}

/// What a value's format must be, where that is knowledge about the world and not of the flow.
///
/// The machine asks it when another answer has changed on which the format depends.
public protocol FieldFormats: Sendable {
    /// Why a stored text is no postal code of the country; `nil` where it is one.
    func problem(withPostcode code: String, of country: String) -> FieldProblem.Reason?
    /// Why a stored number has not the calling code of the country; `nil` where it has.
    func problem(withPhone number: String, of country: String) -> FieldProblem.Reason?
    /// Why a stored text is no number of such a document of the country; `nil` where it is one.
    func problem(
        withDocument number: String,
        kind: String,
        of country: String
    ) -> FieldProblem.Reason?
}
