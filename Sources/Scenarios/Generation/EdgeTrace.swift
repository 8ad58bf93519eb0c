import Flows

/// Tells which edges one event took, from the states before and after it.
///
/// The machine says where a walk stands, not how it came there through branches, forms that were passed and
/// calls that are not repeated; so the way is followed once more over the flow.
struct EdgeTrace {
    private let machine: FlowMachine
    /// Where the walk stood; `nil` before it began.
    private let before: FlowState?
    private let after: FlowState
    private let now: Int64
    /// The state on which routes were decided.
    private let deciding: FlowState
    private(set) var edges: [FlowEdge] = []
    /// The steps that were entered, those passed included.
    private(set) var entered: [Int] = []

    init(_ machine: FlowMachine, before: FlowState, event: PathEvent, after: VirtualWalk) {
        self.machine = machine
        self.before = before
        self.after = after.state
        now = after.now
        var deciding = after.state
        // What was prefilled on arrival was not there when the way was decided.
        for slot in machine.definition.steps[deciding.step].asked
        where before.fields[slot] == nil && !event.sets(machine.definition.fields[slot].name) {
            deciding.fields[slot] = nil
        }
        self.deciding = deciding
        follow(event, from: before)
    }

    /// The trace of a beginning.
    init(beginning walk: VirtualWalk) {
        machine = walk.machine
        before = nil
        after = walk.state
        deciding = walk.state
        now = walk.now
        enter(0)
    }

    private var steps: [StepDefinition] { machine.definition.steps }
    private var hasMoved: Bool { before?.visit != after.visit }

    private mutating func follow(_ event: PathEvent, from before: FlowState) {
        let step = steps[before.step]
        switch event {
        case .submit:
            if let next = step.next { take(next, from: step) { .next(branch: $0) } }
        case .press(let name), .signal(let name): take(name, of: step)
        case .openLink(let letter):
            let link = step.sends.first { $0.name == letter && $0.link != nil }?.link
            if let link { take(link, of: step) }
        case .effect(_, let outcome, _): take(EventName(outcome.text), of: step)
        case .back: jump(to: after.step, from: step, .back)
        case .change: jump(to: after.step, from: step, .change)
        case .fail:
            if hasMoved, let attempts = step.attempts {
                jump(to: attempts.target, from: step, .attempts)
            }
        case .wait:
            guard hasMoved else { return }
            // A deadline of the step comes before an expiry of the same moment.
            if let due = before.deadlines.first, due.at <= now {
                let timer = step.timers.first { $0.target == due.target }
                jump(to: due.target, from: step, .timer(after: timer?.after ?? 0))
            } else if let expiry = machine.definition.expiry {
                jump(to: expiry.target, from: step, .expiry)
            }
        }
    }

    private mutating func take(_ name: EventName, of step: StepDefinition) {
        guard let event = step.event(name) else { return }
        take(event.route, from: step) { .event(name, branch: $0) }
    }

    private mutating func take(
        _ route: Route,
        from step: StepDefinition,
        cause: (Int?) -> FlowEdge.Cause
    ) {
        let branch = route.branches.firstIndex { branch in
            // What could not be evaluated has stopped the walk before it came here.
            (try? machine.rules.isHolding(branch.condition, state: deciding, now: now)) == true
        }
        let target = branch.map { route.branches[$0].target } ?? route.otherwise
        add(
            FlowEdge(from: step.name, cause: cause(branch), to: target.index.map { steps[$0].name })
        )
        if let index = target.index { enter(index) }
    }

    private mutating func jump(to index: Int, from step: StepDefinition, _ cause: FlowEdge.Cause) {
        add(FlowEdge(from: step.name, cause: cause, to: steps[index].name))
        enter(index)
    }

    private mutating func add(_ edge: FlowEdge) { edges.append(edge) }

    /// Goes on through what is passed by itself.
    private mutating func enter(_ index: Int) {
        entered.append(index)
        let step = steps[index]
        guard index != after.step, entered.count <= steps.count else { return }
        switch step.kind {
        case .branch, .form:
            if let next = step.next { take(next, from: step) { .next(branch: $0) } }
        case .call(let name):
            if let done = after.succeeded.first(where: { $0.effect == name }) {
                take(EventName(done.outcome.text), of: step)
            }
        case .review, .waiting, .end: return
        }
    }
}

extension PathEvent {
    /// Whether it sets a field itself.
    fileprivate func sets(_ field: FieldName) -> Bool {
        switch self {
        case .submit(let answers): answers.contains { $0.field == field }
        case .effect(_, _, let gives): gives.contains { $0.field == field }
        case .press, .openLink, .signal, .back, .change, .fail, .wait: false
        }
    }
}
