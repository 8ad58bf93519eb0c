import Expressions

/// One event's work on a state: the only place where a walk changes.
struct Transition: ~Copyable {
    /// How many deadlines an event fires each at its own moment.
    ///
    /// Timers may lead round in a circle; after a year away that would be worth following to nobody.
    static let deadlinesPerEvent = 1_000

    let machine: FlowMachine
    let now: Int64
    let fresh: Fresh
    /// Where the state stands that is worked on.
    ///
    /// An event changes a state where it is, since to move it, or to put another in its place, counts or moves every
    /// reference in it; that took a tenth of an event's time.
    private let place: UnsafeMutablePointer<FlowState>
    var state: FlowState {
        unsafeAddress { UnsafePointer(place) }
        nonmutating unsafeMutableAddress { place }
    }
    var outputs: [FlowOutput] = []
    var refusal: Refusal?
    var problems: [FieldProblem] = []
    /// Whether a step was entered, as opposed to data being changed within one.
    var hasMoved = false
    /// Whether a wrong code was counted, which is kept beside its refusal.
    var hasCounted = false
    /// When what is being done happens: the moment of the deadline that fires, else now.
    private(set) var moment: Int64 {
        didSet {
            guard moment != oldValue else { return }
            sound = SlotSet()
            context = nil
        }
    }
    /// Whether forms that are complete are passed, on the way back to a review.
    var passesForms = false
    var nextToken = 0
    /// What went out in this transition under the limits of steps: one entry a send.
    var sentNow: [Int] = []
    /// The ways that were gone, where the machine keeps them.
    var passages: [Passage] = []
    /// What came of the conditions of letters, kept as the ways are.
    var sendVerdicts: [SendVerdict] = []
    /// The step that was entered last, even if it was passed at once.
    private(set) var position: Int
    /// What the conditions of the moment are evaluated in, once there was one.
    var context: EvaluationContext?
    /// What the last condition read, and behind it what others have read; kept for its room.
    var readings: [ExpressionValue?] = []
    /// The slots whose values were judged at this moment and hold beside the answers as they are.
    var sound = SlotSet()
    private var entries = 0

    private init(
        machine: FlowMachine,
        place: UnsafeMutablePointer<FlowState>,
        now: Int64,
        fresh: Fresh
    ) {
        self.machine = machine
        self.place = place
        self.now = now
        self.fresh = fresh
        moment = now
        position = place.pointee.step
    }

    /// Works on a state where it stands; nothing of the transition may outlive `work`.
    static func on<Result, Failure: Error>(
        _ state: inout FlowState,
        machine: FlowMachine,
        now: Int64,
        fresh: Fresh,
        _ work: (inout Transition) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withUnsafeMutablePointer(to: &state) { place throws(Failure) in
            var transition = Transition(machine: machine, place: place, now: now, fresh: fresh)
            return try work(&transition)
        }
    }

    /// Looks at what a state would lead to; the state stays as it is.
    static func looking<Result, Failure: Error>(
        at state: FlowState,
        machine: FlowMachine,
        now: Int64,
        _ work: (inout Transition) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var copy = state
        return try on(&copy, machine: machine, now: now, fresh: Fresh(), work)
    }

    var step: StepPlan { machine.steps[state.step] }

    /// What came of it beside the state; nothing of that is left in the transition.
    mutating func finish() -> Reaction {
        // It is moved out, since to copy it would count every reference in it.
        var reaction = Reaction(refusal: refusal)
        swap(&reaction.outputs, &outputs)
        swap(&reaction.problems, &problems)
        swap(&reaction.passages, &passages)
        swap(&reaction.sendVerdicts, &sendVerdicts)
        return reaction
    }

    /// Fires every deadline that is due, earliest first, each at its own moment.
    mutating func fireDueDeadlines() throws(MachineFailure) {
        var fired = 0
        while let next = machine.nextMove(of: state), next.deadline.at <= now {
            if next.isExpiry {
                state.hasExpired = true
                // An idle walk that rests where idle walks end is not disturbed there.
                if next.deadline.target == state.step { continue }
            }
            fired += 1
            moment = fired <= Self.deadlinesPerEvent ? next.deadline.at : now
            entries = 0
            note(next.isExpiry ? .expiry : .timer, to: next.deadline.target)
            try enter(next.deadline.target, closingLinksAs: .expired)
        }
        moment = now
        entries = 0
    }

    /// Enters a step: what it sends goes out, its timers start, links of the step before are dead.
    ///
    /// To enter it from ahead, by Back, is no passing of its barrier.
    mutating func enter(
        _ index: Int,
        closingLinksAs status: LinkRecord.Status,
        isBack: Bool = false
    ) throws(MachineFailure) {
        entries += 1
        let entered = machine.steps[index]
        guard entries <= machine.steps.count * 2 + 8 else {
            throw .endlessLoop(step: entered.definition.name)
        }
        position = index
        if let next = try routePassing(index) {
            state.trail.append(index)
            return try follow(next, closingLinksAs: status)
        }
        for link in state.links.indices where state.links[link].status == .open {
            state.links[link].status = status
        }
        hasMoved = true
        leaveCall()
        if !isBack { abandonChange() }
        state.step = index
        state.visit += 1
        if state.unsent != nil { state.unsent = nil }
        state.deadlines = entered.definition.timers.map {
            Deadline(at: moment + $0.after, target: $0.target)
        }
        if !entered.definition.allowsBack, !isBack {
            state.trail = []
            state.finished = []
            state.returnsTo = nil
        }
        if let place = state.trail.firstIndex(of: index) { state.trail.removeSubrange(place...) }
        try send(for: entered)
        try arrive(at: entered)
    }

    /// What happens by itself once a step is entered.
    private mutating func arrive(at entered: StepPlan) throws(MachineFailure) {
        switch entered.definition.kind {
        case .form:
            passesForms = false
            try prefill(entered)
        case .review, .waiting:
            stopReturning()
        case .call:
            stopReturning()
            try call(entered)
        case .branch:
            guard let next = entered.next else { return }
            if let run = entered.definition.run { begin(machine.definition.runs[run]) }
            try follow(next, closingLinksAs: .superseded)
        case .end(let outcome, _):
            stopReturning()
            state.outcome = outcome
            state.deadlines = []
            for slot in machine.relayed { set(slot, to: nil) }
            outputs.append(.end(outcome))
        }
    }

    /// Takes a form off the way back from which time or the host leads away while it is being changed,
    /// and with it all that came after it, the review last.
    private mutating func abandonChange() {
        guard let review = state.returnsTo, state.trail.last == review,
            let place = state.trail.firstIndex(of: state.step)
        else { return }
        state.trail.removeSubrange(place...)
        state.returnsTo = nil
    }

    private mutating func stopReturning() {
        state.returnsTo = nil
        passesForms = false
    }

    /// Goes where a route leads.
    mutating func follow(
        _ route: RoutePlan,
        closingLinksAs status: LinkRecord.Status = .superseded
    ) throws(MachineFailure) {
        switch try target(of: route) {
        case .stay: return
        case .step(let index): try enter(index, closingLinksAs: status)
        }
    }

    /// Keeps the way that is being gone, where the machine keeps them.
    mutating func note(_ way: Passage.Way, to target: Int) {
        guard machine.keepsPassages else { return }
        passages.append(Passage(from: position, way: way, to: target))
    }
}
