public import Documents

/// A flow as it was read and checked: what the machine runs.
///
/// Everything is resolved: steps and fields are known by their index, conditions are compiled, and a step
/// without `next` carries the step that follows it in the file.
public struct FlowDefinition: Sendable {
    /// The flow's name.
    public var name: FlowName
    /// The version its author gave.
    public var version: Int
    /// A hash over the texts it was read from, in hexadecimal; a session is pinned to it.
    public var hash: String
    /// The language the flow opens in where nothing else is chosen, a BCP 47 tag.
    public var locale: String
    /// When an unused session ends.
    public var expiry: Expiry?
    /// The fields in slot order: inputs, the flow's fields, what effects give; then those of the flows it runs.
    public var fields: [FieldDefinition]
    /// Constants in file order.
    public var constants: [ConstantDefinition]
    /// The constants that are lengths of time, which conditions know and messages do not.
    public var durations: [FieldName: Duration] = [:]
    /// The steps in file order, then those of the flows it runs; the first is where a walk begins.
    public var steps: [StepDefinition]
    /// The effects this flow calls.
    public var effects: [EffectDefinition]
    /// What the flow promises.
    public var promises: [Promise]
    /// When newcomers may begin it; always, where there is none.
    public var opening: Opening?
    /// The flows that are run as parts of this one, callers before what they run.
    public var runs: [SubflowRun] = []
    /// The slots that tell whose account a walk is about, the surest first.
    public var ownerSlots: [Int] = []
    /// Whether a walk may lead to an account that is there already: opens it, compares its secrets, or changes it.
    public var reachesAccount = false
    /// Where people of earlier versions go.
    public var migrations: [Migration] = []
    /// The conditions of which the checker could not find out whether they can go both ways: there are too
    /// many cases to look at.
    public var undecided: [SourceRange] = []
    /// Where the flow's name stands.
    public var range: SourceRange

    /// Makes a definition.
    public init(
        name: FlowName,
        version: Int,
        hash: String,
        locale: String,
        expiry: Expiry?,
        fields: [FieldDefinition],
        constants: [ConstantDefinition],
        steps: [StepDefinition],
        effects: [EffectDefinition],
        promises: [Promise],
        range: SourceRange
    ) {
        self.name = name
        self.version = version
        self.hash = hash
        self.locale = locale
        self.expiry = expiry
        self.fields = fields
        self.constants = constants
        self.steps = steps
        self.effects = effects
        self.promises = promises
        self.range = range
    }

    /// The field of a name, or `nil` where there is none.
    ///
    /// O(number of fields).
    public func field(_ name: FieldName) -> FieldDefinition? { fields.first { $0.name == name } }

    /// The step of a name, or `nil` where there is none.
    ///
    /// O(number of steps).
    public func step(_ name: StepName) -> StepDefinition? { steps.first { $0.name == name } }

    /// The effect of a name, or `nil` where the flow does not call it.
    public func effect(_ name: EffectName) -> EffectDefinition? {
        effects.first { $0.name == name }
    }
}

/// When newcomers may begin a flow.
public struct Opening: Sendable, Hashable {
    /// From when, in milliseconds since 1970.
    public var from: Int64?
    /// Until when, in milliseconds since 1970.
    public var until: Int64?
    /// How long before the end everybody is told, in milliseconds.
    public var notice: Int64?
    /// The index of the end at which newcomers begin at any other time.
    public var closed: Int

    /// Whether newcomers may begin at a moment.
    public func isOpen(at now: Int64) -> Bool {
        from.map { now >= $0 } != false && until.map { now < $0 } != false
    }

    /// From when everybody is told that it closes, in milliseconds since 1970.
    public var noticeFrom: Int64? {
        guard let until, let notice else { return nil }
        let (moment, overflows) = until.subtractingReportingOverflow(notice)
        return overflows ? .min : moment
    }

    /// The moment of closing, where it is near enough for everybody to be told.
    public func closing(near now: Int64) -> Int64? {
        guard let until, let noticeFrom, now < until, now >= noticeFrom else { return nil }
        return until
    }
}

/// When a session that nobody touches ends.
public struct Expiry: Sendable, Hashable {
    /// How long after the person's last event, in milliseconds.
    public var after: Int64
    /// The index of the step that is entered then.
    public var target: Int

    /// Makes an expiry.
    public init(after: Int64, target: Int) {
        self.after = after
        self.target = target
    }
}

/// A named value that conditions and messages may use.
public struct ConstantDefinition: Sendable {
    /// Its name.
    public var name: FieldName
    /// Its value.
    public var value: FieldValue
    /// The time of day that it is, which messages show in the reader's zone; `nil` for any other constant.
    public var time: TimeOfDay?
    /// Where it stands.
    public var range: SourceRange

    /// Makes a constant.
    public init(
        name: FieldName,
        value: FieldValue,
        time: TimeOfDay? = nil,
        range: SourceRange
    ) {
        self.name = name
        self.value = value
        self.time = time
        self.range = range
    }
}

/// Something that must hold on every path: an event of a step that comes before, and how often at most.
public struct Promise: Sendable {
    /// The effect and its outcome.
    public var effect: EffectName
    /// The outcome that is watched.
    public var outcome: OutcomeName
    /// The step and event without which the outcome must not happen.
    public var onlyAfter: (step: Int, event: EventName)?
    /// How often the outcome may happen in one walk.
    public var atMost: Int?
    /// Where it stands.
    public var range: SourceRange

    /// Makes a promise.
    public init(
        effect: EffectName,
        outcome: OutcomeName,
        onlyAfter: (step: Int, event: EventName)?,
        atMost: Int?,
        range: SourceRange
    ) {
        self.effect = effect
        self.outcome = outcome
        self.onlyAfter = onlyAfter
        self.atMost = atMost
        self.range = range
    }
}
