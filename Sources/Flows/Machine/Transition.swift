import Expressions

/// One event's work on a state: the only place where a walk changes.
struct Transition {
    let machine: FlowMachine
    let now: Int64
    let fresh: Fresh
    var state: FlowState
    var outputs: [FlowOutput] = []
    var refusal: Refusal?
    var problems: [FieldProblem] = []
    /// Whether a step was entered, as opposed to data being changed within one.
    var hasMoved = false
    private static let linksKept = 64
    private var nextToken = 0
    private var entries = 0

    init(machine: FlowMachine, state: FlowState, now: Int64, fresh: Fresh) {
        self.machine = machine
        self.state = state
        self.now = now
        self.fresh = fresh
    }

    var definition: FlowDefinition { machine.definition }
    var step: StepDefinition { definition.steps[state.step] }

    func finish() -> Advance {
        Advance(state: state, outputs: outputs, refusal: refusal, problems: problems)
    }

    /// Fires every deadline that is due, each at its own moment.
    mutating func fireDueDeadlines() throws(MachineFailure) {
        while state.outcome == nil {
            var due: Deadline?
            if let first = state.deadlines.first, first.at <= now { due = first }
            if let expiry = definition.expiry, state.lastEventAt + expiry.after <= now {
                let end = Deadline(at: state.lastEventAt + expiry.after, target: expiry.target)
                if end.at < due?.at ?? .max { due = end }
                // The step an idle walk ends in must not be left by the same expiry again.
                if state.step == expiry.target { due = state.deadlines.first.flatMap { $0.at <= now ? $0 : nil } }
            }
            guard let due else { return }
            try enter(due.target, at: due.at, closingLinksAs: .expired)
        }
    }

    /// Enters a step: what it sends goes out, its timers start, links of the step before are dead.
    mutating func enter(
        _ index: Int, at moment: Int64, closingLinksAs status: LinkRecord.Status
    ) throws(MachineFailure) {
        entries += 1
        guard entries <= definition.steps.count * 2 + 8 else {
            throw .endlessLoop(step: definition.steps[index].name)
        }
        for link in state.links.indices where state.links[link].status == .open {
            state.links[link].status = status
        }
        let entered = definition.steps[index]
        hasMoved = true
        state.step = index
        state.visit += 1
        state.attempts = 0
        state.unsent = nil
        state.pendingCall = nil
        state.deadlines = entered.timers.map { Deadline(at: moment + $0.after, target: $0.target) }
        if !entered.allowsBack {
            state.trail = []
            state.returnsTo = nil
        }
        if let place = state.trail.firstIndex(of: index) { state.trail.removeSubrange(place...) }
        try send(for: entered, at: moment)
        try arrive(at: entered, moment: moment)
    }

    /// What happens by itself once a step is entered.
    private mutating func arrive(
        at entered: StepDefinition, moment: Int64
    ) throws(MachineFailure) {
        switch entered.kind {
        case .form(let fields):
            prefill(fields)
            if state.returnsTo != nil, try missingOrBroken(fields).isEmpty, let next = entered.next {
                try follow(next, at: moment, closingLinksAs: .superseded)
            }
        case .review:
            state.returnsTo = nil
        case .call(let effect):
            state.returnsTo = nil
            let key = "\(state.sequence).\(outputs.count)"
            state.pendingCall = key
            outputs.append(.call(CallOrder(key: key, effect: effect)))
        case .waiting:
            state.returnsTo = nil
        case .branch:
            guard let next = entered.next else { return }
            try follow(next, at: moment, closingLinksAs: .superseded)
        case .end(let outcome, _):
            state.outcome = outcome
            state.deadlines = []
            outputs.append(.end(outcome))
        }
    }

    /// Goes where a route leads.
    mutating func follow(
        _ route: Route, at moment: Int64, closingLinksAs status: LinkRecord.Status
    ) throws(MachineFailure) {
        switch try target(of: route) {
        case .stay: return
        case .step(let index): try enter(index, at: moment, closingLinksAs: status)
        }
    }

    /// Where a route leads now.
    func target(of route: Route) throws(MachineFailure) -> Route.Target {
        for branch in route.branches where try holds(branch.condition) {
            return branch.target
        }
        return route.otherwise
    }

    /// Whether a condition holds now. One that can't be evaluated stops the walk; it never counts as false.
    func holds(_ condition: Condition) throws(MachineFailure) -> Bool {
        try machine.rules.holds(condition, state: state, value: nil, now: now)
    }

    /// Sends what a step sends, or keeps why it may not.
    private mutating func send(
        for entered: StepDefinition, at moment: Int64
    ) throws(MachineFailure) {
        for (index, send) in entered.sends.enumerated() {
            if let condition = send.condition, try !holds(condition) { continue }
            if let exception = send.exception, try holds(exception) { continue }
            if let limit = send.limit,
                let refusal = limit.refusal(after: fresh.history[state.step], now: now)
            {
                state.unsent = refusal
                continue
            }
            var order = SendOrder(
                key: "\(state.sequence).\(outputs.count)", step: state.step, send: index, token: nil,
                expiresAt: nil, at: now)
            if let event = send.link {
                guard nextToken < fresh.tokenHashes.count else { throw .noFreshToken }
                state.links.append(
                    LinkRecord(
                        hash: fresh.tokenHashes[nextToken], step: state.step, event: event,
                        sentAt: moment, status: .open))
                // A state does not grow for ever; what it lets go of are links that died long ago.
                if state.links.count > Self.linksKept, state.links[0].status != .open {
                    state.links.removeFirst()
                }
                order.token = nextToken
                order.expiresAt = state.deadlines.first?.at
                nextToken += 1
            }
            outputs.append(.send(order))
        }
    }

    /// Puts into empty fields what is known already.
    private mutating func prefill(_ fields: [Int]) {
        for slot in fields where state.fields[slot] == nil {
            let field = definition.fields[slot]
            if let source = field.prefill, let value = state.fields[source] {
                state.fields[slot] = value
            }
        }
    }
}
