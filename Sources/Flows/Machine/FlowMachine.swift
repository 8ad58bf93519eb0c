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

    /// Makes a machine for a flow.
    public init(_ definition: FlowDefinition, formats: any FieldFormats) {
        self.definition = definition
        rules = FieldRules(definition, formats: formats)
        tokensPerEvent = definition.steps.reduce(0) { count, step in
            count + step.sends.count { $0.link != nil }
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
    /// - Throws: ``MachineFailure`` when a condition can't be evaluated.
    public func begin(
        input: [FieldName: FieldValue], locale: String, zone: String, now: Int64, fresh: Fresh
    ) throws(MachineFailure) -> Advance {
        let blank = FlowState(
            step: 0, visit: 0, sequence: 1, locale: locale, zone: zone,
            fields: definition.fields.map { field in
                field.origin == .input ? input[field.name] ?? field.defaultValue : nil
            },
            fixed: [], deadlines: [], links: [], trail: [], returnsTo: nil, unsent: nil,
            attempts: 0, pendingCall: nil, succeeded: [],
            promises: definition.promises.map {
                PromiseRecord(isOpen: $0.onlyAfter == nil, count: 0)
            },
            lastEventAt: now, outcome: nil)
        var transition = Transition(machine: self, state: blank, now: now, fresh: fresh)
        try transition.enter(0, at: now, closingLinksAs: .superseded)
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
    /// - Throws: ``MachineFailure`` when a condition can't be evaluated; the walk must stop then.
    public func advance(
        _ state: FlowState, _ event: FlowEvent, now: Int64, fresh: Fresh
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
        guard state.outcome == nil else { return nil }
        let expiry = definition.expiry.map { state.lastEventAt + $0.after }
        return [state.deadlines.first?.at, expiry].compactMap(\.self).min()
    }
}

/// Why a walk can't go on. It is an error of the flow or of the host, never of the person.
public enum MachineFailure: Error, Sendable, Hashable {
    /// A condition could not be evaluated, at this file, line and column.
    case condition(place: String, reason: String)
    /// Steps lead to each other without end.
    case endlessLoop(step: StepName)
    /// A promise of the flow was about to be broken.
    case promiseBroken(effect: EffectName, outcome: OutcomeName)
    /// The host named an outcome that the effect does not have.
    case unknownOutcome(effect: EffectName, outcome: OutcomeName)
    /// Too few new tokens were given.
    case noFreshToken
}
