import Expressions

/// The ways between the steps of a flow.
struct FlowGraph {
    /// Why a way is taken.
    enum Cause: Hashable {
        case next
        case event(EventName)
        case timer
        case attempts
        case expiry
        /// Back, a change asked for in a review, and the return to the review.
        case back

        /// What a note calls it; nothing where the way simply goes on.
        var words: String? {
            switch self {
            case .next: nil
            case .event(let name): name.text
            case .timer: "timer"
            case .attempts: "attempts"
            case .expiry: "expires"
            case .back: "Back"
            }
        }
    }

    /// A way from one step to another.
    struct Edge: Hashable {
        let from: Int
        let to: Int
        let cause: Cause
        /// The slots that are certainly set once it is taken, besides those set before.
        let sets: Set<Int>

        /// The same way between other places.
        func moved(from: Int, to: Int) -> Edge {
            Edge(from: from, to: to, cause: cause, sets: sets)
        }
    }

    /// The ways out of each step, by its index.
    private(set) var edges: [[Edge]]

    /// The ways out of each of some places.
    init(edges: [[Edge]]) { self.edges = edges }

    /// The ways that a flow names.
    init(_ flow: FlowDefinition) {
        edges = flow.steps.map { _ in [] }
        for (index, step) in flow.steps.enumerated() {
            let answered = step.asked.filter { !flow.fields[$0].isOptional }
            let handedOver = step.run.map { flow.neededInputs(of: flow.runs[$0]).map(\.slot) }
            add(step.next, from: index, cause: .next, sets: handedOver ?? answered)
            for event in step.events {
                add(
                    event.route,
                    from: index,
                    cause: .event(event.name),
                    sets: flow.surelyGiven(by: event, at: step)
                        + (event.condition?.expression.setWhenTrue.sorted() ?? [])
                )
            }
            for timer in step.timers { add(to: timer.target, from: index, cause: .timer) }
            if let attempts = step.attempts {
                add(to: attempts.target, from: index, cause: .attempts)
            }
        }
    }

    /// The graph with the way that an unused session takes from every step.
    func addingExpiry(of flow: FlowDefinition) -> FlowGraph {
        guard let expiry = flow.expiry else { return self }
        var graph = self
        for (index, step) in flow.steps.enumerated() where !step.isEnd && index != expiry.target {
            graph.add(to: expiry.target, from: index, cause: .expiry)
        }
        return graph
    }

    /// The ways that are taken without a person and without time passing.
    func goingOnByItself(in flow: FlowDefinition) -> FlowGraph {
        removing { edge in
            let step = flow.steps[edge.from]
            switch (step.kind, edge.cause) {
            case (.branch, .next): return false
            case (.call, .event(let name)): return step.event(name)?.source != .outcome
            default: return true
            }
        }
    }

    /// The graph without some ways.
    func removing(where isRemoved: (Edge) -> Bool) -> FlowGraph {
        var graph = self
        graph.edges = edges.map { $0.filter { !isRemoved($0) } }
        return graph
    }

    /// The steps that can be reached from some steps, these included.
    func reachable(from starts: some Sequence<Int>) -> Set<Int> {
        var seen = Set(starts)
        var open = Array(seen)
        while let place = open.popLast() {
            for edge in edges[place] where seen.insert(edge.to).inserted { open.append(edge.to) }
        }
        return seen
    }

    /// The steps from which one of some steps can be reached, these included.
    func reaching(_ ends: some Sequence<Int>) -> Set<Int> {
        var seen = Set(ends)
        var open = Array(seen)
        let before = predecessors
        while let place = open.popLast() {
            for previous in before[place] where seen.insert(previous).inserted {
                open.append(previous)
            }
        }
        return seen
    }

    /// The steps that lead to a step.
    func steps(before step: Int) -> [Int] {
        edges.indices.filter { edges[$0].contains { $0.to == step } }
    }

    /// A shortest way from a step to itself; `nil` where there is none.
    func loop(at step: Int) -> [Edge]? {
        edges[step].compactMap { edge in way(from: edge.to, to: step).map { [edge] + $0 } }
            .min { $0.count < $1.count }
    }

    /// A shortest way, empty from a step to itself; `nil` where there is none.
    func way(from start: Int, to end: Int) -> [Edge]? {
        var last: [Int: Edge] = [:]
        var open = [start]
        var next = 0
        while next < open.count, open[next] != end {
            for edge in edges[open[next]] where edge.to != start && last[edge.to] == nil {
                last[edge.to] = edge
                open.append(edge.to)
            }
            next += 1
        }
        var way: [Edge] = []
        var place = end
        while place != start {
            guard let edge = last[place] else { return nil }
            way.append(edge)
            place = edge.from
        }
        return way.reversed()
    }

    private var predecessors: [[Int]] {
        var before = edges.map { _ in [Int]() }
        for edge in edges.joined() { before[edge.to].append(edge.from) }
        return before
    }

    private mutating func add(_ route: Route?, from: Int, cause: Cause, sets: [Int]) {
        guard let route else { return }
        var known = Set(sets)
        for branch in route.branches {
            let taken = known.union(branch.condition.expression.setWhenTrue)
            add(branch.target, from: from, cause: cause, sets: taken)
            known.formUnion(branch.condition.expression.setWhenFalse)
        }
        add(route.otherwise, from: from, cause: cause, sets: known)
    }

    private mutating func add(_ target: Route.Target, from: Int, cause: Cause, sets: Set<Int>) {
        guard case .step(let to) = target else { return }
        edges[from].append(Edge(from: from, to: to, cause: cause, sets: sets))
    }

    private mutating func add(to: Int, from: Int, cause: Cause) {
        edges[from].append(Edge(from: from, to: to, cause: cause, sets: []))
    }
}

extension StepDefinition {
    /// Whether the flow ends here.
    var isEnd: Bool {
        if case .end = kind { true } else { false }
    }
}

extension FlowDefinition {
    /// The steps at which a walk may begin.
    var beginnings: [Int] { [0] + (opening.map { [$0.closed] } ?? []) }

    /// What a sub-flow can't begin without.
    func neededInputs(of run: SubflowRun) -> [SubflowRun.Input] {
        run.inputs.filter {
            ($0.source != nil || $0.value != nil) && !fields[$0.slot].isOptional
                && fields[$0.slot].defaultValue == nil
        }
    }

    /// The slots that an event sets, where it is the outcome of a step's effect.
    func given(by event: EventDefinition, at step: StepDefinition) -> [Int] {
        guard event.source == .outcome, case .call(let name) = step.kind else { return [] }
        let outcome = effect(name)?.outcomes.first { $0.name.text == event.name.text }
        return outcome?.gives ?? []
    }

    /// The slots that an event sets for certain: what an account has may be missing.
    func surelyGiven(by event: EventDefinition, at step: StepDefinition) -> [Int] {
        given(by: event, at: step).filter { !fields[$0].isOptional }
    }
}
