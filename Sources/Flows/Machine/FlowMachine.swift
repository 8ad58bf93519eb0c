/// Moves one person's walk through a flow.
///
/// Overview: `advance(state, event, now, fresh)` gives the next state and what must be done. It is pure: time,
/// randomness and counts come in as arguments, and what comes back from outside comes in as an event.
///
/// Responsibilities: due deadlines before every event, routes and their conditions, answers and their rules,
/// Back, links, limits, promises.
///
/// What is not here: reading raw answers, keeping secrets, storing, sending, words.
public struct FlowMachine: Sendable {
    /// The flow.
    public let definition: FlowDefinition
    /// The rules of its fields.
    public let rules: FieldRules
    /// How many new token hashes an event may need at most.
    public let tokensPerEvent: Int
    /// The steps that send something under a limit.
    let limitedSteps: [(step: Int, limit: LimitDefinition)]

    /// Makes a machine for a flow.
    public init(_ definition: FlowDefinition, formats: any FieldFormats) {
        self.definition = definition
        rules = FieldRules(definition, formats: formats)
        tokensPerEvent = definition.steps.reduce(0) { count, step in
            count + step.sends.count(where: \.carriesProof)
        }
        limitedSteps = definition.steps.enumerated().compactMap { index, step in
            step.sends.lazy.compactMap(\.limit).first.map { (index, $0) }
        }
    }

    /// Begins a walk.
    ///
    /// - Parameters:
    ///   - input: What whoever starts the flow gives; names that are no inputs of the flow are left out.
    ///   - locale: The language, a BCP 47 tag.
    ///   - zone: The time zone, an IANA name.
    ///   - now: Milliseconds since 1970.
    ///   - fresh: New token hashes, and what was sent before.
    /// - Returns: The first state, and what must be done.
    /// - Throws: ``MachineFailure`` when an input is missing or of another type, or a condition can't be
    ///   evaluated.
    public func begin(
        input: [FieldName: FieldValue],
        locale: String,
        zone: String,
        now: Int64,
        fresh: Fresh
    ) throws(MachineFailure) -> Advance {
        var fields = [FieldValue?](repeating: nil, count: definition.fields.count)
        for (slot, field) in definition.fields.enumerated() where field.origin == .input {
            let given = input[field.name]
            let isMissing = given == nil && field.isRequired
            guard !isMissing, given.map(field.misfits)?.isEmpty != false else {
                throw .input(field.name)
            }
            fields[slot] = given ?? field.defaultValue
        }
        let blank = FlowState(
            step: 0,
            visit: 0,
            sequence: 1,
            locale: locale,
            zone: zone,
            fields: fields,
            fixed: [],
            deadlines: [],
            links: [],
            trail: [],
            finished: [],
            returnsTo: nil,
            unsent: nil,
            attempts: [],
            pendingCall: nil,
            succeeded: [],
            promises: definition.promises.map {
                PromiseRecord(isOpen: $0.onlyAfter == nil, count: 0)
            },
            lastEventAt: now,
            hasExpired: false,
            outcome: nil
        )
        var transition = Transition(machine: self, state: blank, now: now, fresh: fresh)
        let isOpen = definition.opening?.isOpen(at: now) ?? true
        let first = isOpen ? 0 : definition.opening?.closed ?? 0
        try transition.enter(first, closingLinksAs: .superseded)
        return transition.finish()
    }

    /// Takes an event: first fires what is due, earliest first, then the event itself.
    ///
    /// - Parameters:
    ///   - state: Where the walk stands.
    ///   - event: What has happened.
    ///   - now: Milliseconds since 1970.
    ///   - fresh: New token hashes, at least ``tokensPerEvent``, and what was sent before.
    /// - Returns: The new state. Beside a refusal it may differ from the old one, since time has passed.
    /// - Throws: ``MachineFailure`` when a condition can't be evaluated, or the host does what the flow does
    ///   not know; the walk must stop then.
    public func advance(
        _ state: FlowState,
        _ event: FlowEvent,
        now: Int64,
        fresh: Fresh
    ) throws(MachineFailure) -> Advance {
        var transition = Transition(machine: self, state: state, now: now, fresh: fresh)
        transition.state.sequence += 1
        try transition.fireDueDeadlines()
        try transition.take(event)
        if transition.refusal != nil || event == .timePassed, !transition.hasMoved {
            // Nothing happened: the state stays as it was, and needs not be saved.
            transition.state = state
        }
        return transition.finish()
    }

    /// The next moment at which time moves the walk by itself, in milliseconds since 1970.
    public func nextDeadline(of state: FlowState) -> Int64? {
        guard let next = nextMove(of: state) else { return nil }
        // A walk that waits where idle walks end has only its timers.
        guard next.isExpiry, next.deadline.target == state.step else { return next.deadline.at }
        return state.deadlines.first?.at
    }

    /// What time does next; a deadline of the step comes before an expiry of the same moment.
    func nextMove(of state: FlowState) -> (deadline: Deadline, isExpiry: Bool)? {
        guard state.outcome == nil else { return nil }
        let first = state.deadlines.first
        guard let expiry = definition.expiry, !state.hasExpired else {
            return first.map { ($0, false) }
        }
        let end = Deadline(at: state.lastEventAt + expiry.after, target: expiry.target)
        if let first, first.at <= end.at { return (first, false) }
        return (end, true)
    }
}

/// Why a walk can't go on.
///
/// It is an error of the flow or of the host, never of the person.
public enum MachineFailure: Error, Sendable, Hashable {
    /// A condition could not be evaluated, at this file, line and column.
    case condition(place: String, reason: String)
    /// Steps lead to each other without end.
    case endlessLoop(step: StepName)
    /// What whoever starts the flow gave for this input is missing, or of another type.
    case input(FieldName)
    /// What the host gave with an outcome lacks this value, or has it of another type.
    case given(effect: EffectName, outcome: OutcomeName, field: FieldName)
    /// A promise of the flow was about to be broken.
    case promiseBroken(effect: EffectName, outcome: OutcomeName)
    /// The host named an outcome that the effect does not have.
    case unknownOutcome(effect: EffectName, outcome: OutcomeName)
    /// Too few new tokens were given.
    case noFreshToken
}
