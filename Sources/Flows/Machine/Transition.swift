/// One event's work on a state: the only place where a walk changes.
struct Transition {
    /// How many deadlines an event fires each at its own moment.
    ///
    /// Timers may lead round in a circle; after a year away that would be worth following to nobody.
    static let deadlinesPerEvent = 1_000

    let machine: FlowMachine
    let now: Int64
    let fresh: Fresh
    var state: FlowState
    var outputs: [FlowOutput] = []
    var refusal: Refusal?
    var problems: [FieldProblem] = []
    /// Whether a step was entered, as opposed to data being changed within one.
    var hasMoved = false
    /// When what is being done happens: the moment of the deadline that fires, else now.
    var moment: Int64
    /// Whether forms that are complete are passed, on the way back to a review.
    var passesForms = false
    var nextToken = 0
    /// What went out in this transition under the limits of steps: one entry a send.
    var sentNow: [Int] = []
    private var entries = 0

    init(machine: FlowMachine, state: FlowState, now: Int64, fresh: Fresh) {
        self.machine = machine
        self.state = state
        self.now = now
        self.fresh = fresh
        moment = now
    }

    var definition: FlowDefinition { machine.definition }
    var step: StepDefinition { definition.steps[state.step] }

    func finish() -> Advance {
        Advance(state: state, outputs: outputs, refusal: refusal, problems: problems)
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
        guard entries <= definition.steps.count * 2 + 8 else {
            throw .endlessLoop(step: definition.steps[index].name)
        }
        if let next = try routePassing(index) {
            state.trail.append(index)
            return try follow(next, closingLinksAs: status)
        }
        for link in state.links.indices where state.links[link].status == .open {
            state.links[link].status = status
        }
        let entered = definition.steps[index]
        hasMoved = true
        state.step = index
        state.visit += 1
        state.unsent = nil
        state.pendingCall = nil
        state.deadlines = entered.timers.map { Deadline(at: moment + $0.after, target: $0.target) }
        if !entered.allowsBack, !isBack {
            state.trail = []
            state.finished = []
            state.returnsTo = nil
        }
        if let place = state.trail.firstIndex(of: index) { state.trail.removeSubrange(place...) }
        try send(for: entered)
        try arrive(at: entered)
    }

    /// What happens by itself once a step is entered.
    private mutating func arrive(at entered: StepDefinition) throws(MachineFailure) {
        switch entered.kind {
        case .form(let fields):
            passesForms = false
            try prefill(fields)
        case .review, .waiting:
            stopReturning()
        case .call(let effect):
            stopReturning()
            try call(effect)
        case .branch:
            guard let next = entered.next else { return }
            if let run = entered.run { begin(definition.runs[run]) }
            try follow(next, closingLinksAs: .superseded)
        case .end(let outcome, _):
            stopReturning()
            state.outcome = outcome
            state.deadlines = []
            outputs.append(.end(outcome))
        }
    }

    private mutating func stopReturning() {
        state.returnsTo = nil
        passesForms = false
    }

    /// Goes where a route leads.
    mutating func follow(
        _ route: Route,
        closingLinksAs status: LinkRecord.Status = .superseded
    ) throws(MachineFailure) {
        switch try target(of: route) {
        case .stay: return
        case .step(let index): try enter(index, closingLinksAs: status)
        }
    }

    /// Where a route leads at the moment.
    func target(of route: Route) throws(MachineFailure) -> Route.Target {
        try machine.rules.target(of: route, state: state, now: moment)
    }

    /// Whether a condition holds at the moment.
    ///
    /// One that can't be evaluated stops the walk; it never counts as false.
    func holds(_ condition: Condition) throws(MachineFailure) -> Bool {
        try machine.rules.holds(condition, state: state, value: nil, now: moment)
    }
}
