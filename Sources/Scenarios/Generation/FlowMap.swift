import Flows

/// Every way between the steps of a flow, and what can still be met from each step.
struct FlowMap {
    /// The edges of each step that a walk may take, by the step's index; steps without a way to them have none.
    let edges: [[FlowEdge]]
    /// The edges that the flow names, and that no generated path can take; in file order.
    let impossible: [ImpossibleEdge]
    /// By step: the steps that can be met from there, itself included, Back and changes counted.
    let ahead: [Set<Int>]

    init(_ flow: FlowDefinition) {
        var ways = flow.steps.indices.map { Self.named(from: $0, in: flow) }
        let back = WaysBack(flow, ways: ways)
        for index in flow.steps.indices where flow.steps[index].canRest {
            ways[index] += back.edges(from: index)
        }
        let numbers = Dictionary(
            flow.steps.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let successors = ways.map { $0.compactMap { $0.to.flatMap { numbers[$0] } } }
        ahead = flow.steps.indices.map { Self.met(from: $0, successors: successors) }
        let reachable = ahead.first ?? []
        let times = IdleTimes(flow, ways: ways)
        var impossible: [ImpossibleEdge] = []
        edges = ways.enumerated().map { index, ways in
            guard reachable.contains(index) else { return [] }
            return ways.filter { edge in
                guard let reason = Self.reason(against: edge, at: index, in: flow, times) else {
                    return true
                }
                impossible.append(ImpossibleEdge(edge: edge, reason: reason))
                return false
            }
        }
        self.impossible = impossible
    }

    /// Why no generated path can take an edge; `nil` where one may.
    private static func reason(
        against edge: FlowEdge,
        at index: Int,
        in flow: FlowDefinition,
        _ times: IdleTimes
    ) -> ImpossibleEdge.Reason? {
        let step = flow.steps[index]
        switch edge.cause {
        case .timer(let after):
            return after > step.timers.first?.after ?? after ? .laterTimer : nil
        case .expiry: return times.mayExpire(at: index) ? nil : .timerFirst
        case .back:
            let target = edge.to.flatMap { flow.step($0) }
            guard case .review? = target?.kind, step.needsVerdict(in: flow) else { return nil }
            return .verdict
        case .next, .event, .attempts, .change: return nil
        }
    }

    /// The ways that the flow itself names.
    private static func named(from index: Int, in flow: FlowDefinition) -> [FlowEdge] {
        let step = flow.steps[index]
        let name = { (target: Int) in flow.steps[target].name }
        var edges: [FlowEdge] = []
        let add = { (route: Route, cause: (Int?) -> FlowEdge.Cause) in
            let branches = route.branches.indices.map(Int?.some) + [nil]
            for (branch, target) in zip(branches, route.targets) {
                edges.append(
                    FlowEdge(from: step.name, cause: cause(branch), to: target.index.map(name))
                )
            }
        }
        if let next = step.next { add(next) { .next(branch: $0) } }
        for event in step.events { add(event.route) { .event(event.name, branch: $0) } }
        edges += step.timers.map {
            FlowEdge(from: step.name, cause: .timer(after: $0.after), to: name($0.target))
        }
        if let attempts = step.attempts {
            edges.append(FlowEdge(from: step.name, cause: .attempts, to: name(attempts.target)))
        }
        if let expiry = flow.expiry, step.canRest, expiry.target != index {
            edges.append(FlowEdge(from: step.name, cause: .expiry, to: name(expiry.target)))
        }
        return edges
    }

    private static func met(from start: Int, successors: [[Int]]) -> Set<Int> {
        var seen: Set<Int> = [start]
        var open = [start]
        while let place = open.popLast() {
            for next in successors[place] where seen.insert(next).inserted { open.append(next) }
        }
        return seen
    }
}

extension StepDefinition {
    /// Whether a walk may stand here while time passes.
    var canRest: Bool {
        switch kind {
        case .form, .review, .call, .waiting: true
        case .branch, .end: false
        }
    }
}

extension StepDefinition {
    /// Whether it is not complete before a proof is given that counts for one submit.
    fileprivate func needsVerdict(in flow: FlowDefinition) -> Bool {
        asked.contains { slot in
            switch flow.fields[slot].type {
            case .captcha, .code: true
            case .text, .name, .email, .phone, .date, .country, .postcode, .document, .choice,
                .bool, .integer, .money, .list, .file, .consent, .secret:
                false
            }
        }
    }
}

extension Route.Target {
    /// The step's index; `nil` where the step is not left.
    var index: Int? {
        if case .step(let index) = self { index } else { nil }
    }
}

extension [FlowEdge] {
    /// Each edge once, in order.
    var unique: [FlowEdge] {
        var seen: Set<FlowEdge> = []
        return filter { seen.insert($0).inserted }
    }
}
