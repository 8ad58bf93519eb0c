/// Moves one person's walk through a flow.
///
/// Overview: `advance(state, event, now, fresh)` gives the next state and what must be done. It is pure: time,
/// randomness and counts come in as arguments, and what comes back from outside comes in as an event.
///
/// Responsibilities: due deadlines before every event, routes and their conditions, answers and their rules,
/// Back, links, limits, promises.
///
/// What is not here: reading raw answers, keeping secrets, storing, sending, words.
public final class FlowMachine: Sendable {
    /// The flow.
    public let definition: FlowDefinition
    /// What its conditions and rules say.
    public var rules: FieldRules { FieldRules(machine: self) }
    /// How many new token hashes an event may need at most.
    public let tokensPerEvent: Int
    /// The formats of the world.
    let formats: any FieldFormats
    /// The fields, by slot.
    let fields: [FieldPlan]
    /// The same fields, for a quick look.
    let traits: [FieldTraits]
    /// The steps, by index.
    let steps: [StepPlan]
    /// By slot: the promises whose proof rests on its value.
    let promisesBehind: [[Int]]
    /// By slot: the steps that prove something about its value, by a code sent there or by a secret of whom it
    /// names.
    let proofSteps: [[Int]]
    /// By slot: the secrets that are compared with those of whom it names.
    let checksOf: [[Int]]
    /// The slots that are kept only until the effect that needs them has ended.
    let relayed: [Int]
    /// The steps that send something under a limit.
    let limitedSteps: [(step: Int, limit: LimitDefinition)]
    /// The letter to people under way when the flow closes.
    let closingLetter: ClosingLetter?
    /// The slots of the countries, in the order in which a flow declares them.
    package let countrySlots: [Int]
    /// When it goes out; beside it, since every event looks at that.
    let closingFrom: Int64
    /// How many forms there are, so that lists of them are given their room at once.
    let formCount: Int
    /// Whether an advance tells which ways were gone.
    let keepsPassages: Bool

    /// Makes a machine for a flow.
    ///
    /// - Parameters:
    ///   - definition: The flow.
    ///   - formats: The formats of the world.
    ///   - keepsPassages: Whether an advance tells which ways were gone.
    public init(
        _ definition: FlowDefinition,
        formats: any FieldFormats,
        keepsPassages: Bool = false
    ) {
        self.definition = definition
        self.keepsPassages = keepsPassages
        self.formats = formats
        closingLetter = definition.closingLetter
        closingFrom = definition.closingLetter?.from ?? .max
        tokensPerEvent = Self.tokensPerEvent(of: definition)
        let fields = FieldPlan.plans(of: definition.fields)
        let steps = definition.steps.map { StepPlan($0, of: definition, fields: fields) }
        promisesBehind = definition.fields.indices.map { slot in
            definition.promises.indices.filter {
                definition.promises[$0].rests(on: slot, definition)
            }
        }
        let checksOf = definition.fields.indices.map { slot in
            definition.fields.indices.filter { definition.fields[$0].check?.whose == slot }
        }
        proofSteps = definition.fields.indices.map { slot in
            definition.steps.indices.filter { index in
                definition.steps[index].sends.contains { $0.code != nil && $0.recipient == slot }
                    || definition.steps[index].asked.contains(where: checksOf[slot].contains)
            }
        }
        self.checksOf = checksOf
        relayed = definition.fields.indices.filter { definition.fields[$0].isRelayed }
        limitedSteps = steps.enumerated().compactMap { index, step in
            step.limit.map { (index, $0) }
        }
        formCount = steps.count(where: \.isForm)
        countrySlots = definition.fields.indices.filter {
            if case .country = definition.fields[$0].type { true } else { false }
        }
        self.fields = fields
        traits = fields.enumerated().map { FieldTraits($1, slot: $0) }
        self.steps = steps
    }

    /// The slot of a field, where the step of an index asks it.
    package func slot(of field: FieldName, askedAt step: Int) -> Int? {
        let plan = steps[step]
        return plan.askedNames.firstIndex(of: field).map { plan.asked[$0] }
    }

    /// This machine, or one like it whose advances tell which ways were gone.
    package var keepingPassages: FlowMachine {
        keepsPassages ? self : FlowMachine(definition, formats: formats, keepsPassages: true)
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
        var values = [FieldValue?](repeating: nil, count: fields.count)
        for (slot, field) in fields.enumerated() where field.origin == .input {
            let given = input[field.name]
            let isMissing = given == nil && field.isRequired
            guard !isMissing, given.map(field.misfits)?.isEmpty != false else {
                throw .input(field.name)
            }
            values[slot] = given ?? field.defaultValue
        }
        var state = FlowState.blank
        state.sequence = 1
        state.locale = locale
        state.zone = zone
        state.fields = values
        state.promises = definition.promises.map {
            PromiseRecord(isOpen: $0.onlyAfter == nil, count: 0)
        }
        state.lastEventAt = now
        // Whoever begins when the notice is up already reads it on every screen.
        if let letter = closingLetter, now >= letter.from { state.closingToldAt = now }
        let isOpen = definition.opening?.isOpen(at: now) ?? true
        let first = isOpen ? 0 : definition.opening?.closed ?? 0
        let reaction = try Transition.on(&state, machine: self, now: now, fresh: fresh) {
            (transition) throws(MachineFailure) in
            transition.note(.beginning, to: first)
            try transition.enter(first, closingLinksAs: .superseded)
            return transition.finish()
        }
        return Advance(state: state, reaction: reaction)
    }

    /// Takes an event: first fires what is due, earliest first, then the event itself.
    ///
    /// - Parameters:
    ///   - state: Where the walk stands.
    ///   - event: What has happened.
    ///   - device: Which of the devices that held the walk has done it, as ``FlowState/holder`` counts them; `nil`
    ///     where that is known to be the present one, or it was none.
    ///   - now: Milliseconds since 1970.
    ///   - fresh: New token hashes, at least ``tokensPerEvent``, and what was sent before.
    /// - Returns: The new state, and what else came of it. Beside a refusal it may differ from the old one, since
    ///   time has passed.
    /// - Throws: ``MachineFailure`` when a condition can't be evaluated, or the host does what the flow does
    ///   not know; the walk must stop then.
    public func advance(
        _ state: FlowState,
        _ event: FlowEvent,
        by device: Int? = nil,
        now: Int64,
        fresh: Fresh
    ) throws(MachineFailure) -> Advance {
        var state = state
        let reaction = try advance(in: &state, event, by: device, now: now, fresh: fresh)
        return Advance(state: state, reaction: reaction)
    }

    /// Takes an event as ``advance(_:_:by:now:fresh:)`` does, and changes the state where it stands.
    ///
    /// This is the quick way for a host that needs the old state no more: nothing of it is copied. Where it
    /// throws, the state is worth nothing.
    ///
    /// - Parameters:
    ///   - state: Where the walk stands, and then where it stands next.
    ///   - event: What has happened.
    ///   - device: Which of the devices that held the walk has done it, as ``FlowState/holder`` counts them; `nil`
    ///     where that is known to be the present one, or it was none.
    ///   - now: Milliseconds since 1970.
    ///   - fresh: New token hashes, at least ``tokensPerEvent``, and what was sent before.
    /// - Returns: What came of it beside the new state.
    /// - Throws: ``MachineFailure`` as the other way does.
    public func advance(
        in state: inout FlowState,
        _ event: FlowEvent,
        by device: Int? = nil,
        now: Int64,
        fresh: Fresh
    ) throws(MachineFailure) -> Reaction {
        // Whoever holds the walk no more moves nothing, not even time.
        if let device, device != state.holder {
            return Reaction(refusal: .continuedElsewhere)
        }
        let hadExpired = state.hasExpired
        let wasTold = state.closingToldAt != nil
        state.sequence += 1
        return try Transition.on(&state, machine: self, now: now, fresh: fresh) {
            (transition) throws(MachineFailure) in
            try transition.fireDueDeadlines()
            let isWrittenTo = transition.noteClosing()
            try transition.take(event)
            if isWrittenTo { transition.tellOfClosing() }
            let isToldNow = !wasTold && transition.state.closingToldAt != nil
            if !transition.hasMoved, !transition.hasCounted, !isToldNow,
                transition.refusal != nil || event.isNothingButTime
            {
                // Nothing happened: the state is what it was, and needs not be saved. An event that is refused is
                // refused before it changes anything, but for the count of wrong codes.
                transition.state.sequence -= 1
                transition.state.hasExpired = hadExpired
            }
            return transition.finish()
        }
    }

    /// How many proofs an event may send at most.
    ///
    /// What goes on by itself enters a step once at most. Time that catches up before the event comes to rest
    /// at a step that sends, once until an idle walk is led away and once behind that.
    private static func tokensPerEvent(of flow: FlowDefinition) -> Int {
        let roots =
            flow.steps.flatMap { $0.timers.map(\.target) } + (flow.expiry.map { [$0.target] } ?? [])
        let enteredByTime = FlowGraph(flow).goingOnByItself(in: flow).reachable(from: roots)
        let byTime = flow.expiry == nil ? 1 : 2
        return flow.steps.indices.reduce(0) { count, index in
            let entries = enteredByTime.contains(index) ? 1 + byTime : 1
            return count + entries * flow.steps[index].sends.count(where: \.carriesProof)
        }
    }

    /// The next moment at which time does something by itself, in milliseconds since 1970: it moves the walk,
    /// or the person is to be told that the flow closes.
    public func nextDeadline(of state: FlowState) -> Int64? {
        let move = nextMoveMoment(of: state)
        guard let letter = closingLetter, state.closingToldAt == nil, state.outcome == nil else {
            return move
        }
        return min(letter.from, move ?? .max)
    }

    /// The next moment at which time moves the walk, in milliseconds since 1970.
    package func nextMoveMoment(of state: FlowState) -> Int64? {
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

extension Promise {
    /// Whether its proof rests on the field of a slot.
    fileprivate func rests(on slot: Int, _ flow: FlowDefinition) -> Bool {
        guard let onlyAfter else { return false }
        return flow.slots(behind: onlyAfter).contains(slot)
    }
}
