import Documents

/// E40: what a flow promises holds on every way.
struct PromiseCheck {
    private let flow: CheckedFlow
    private let promise: Promise
    /// The steps that call the promise's effect.
    private let calls: [Int]

    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        guard !flow.definition.promises.isEmpty else { return [] }
        return flow.definition.promises.flatMap { promise in
            let check = PromiseCheck(promise, flow)
            return [check.onlyAfter, check.atMost].compactMap(\.self)
        }
    }

    private init(_ promise: Promise, _ flow: CheckedFlow) {
        self.flow = flow
        self.promise = promise
        calls = flow.reachable.sorted().filter { index in
            guard case .call(promise.effect) = flow.definition.steps[index].kind else {
                return false
            }
            return true
        }
    }

    private var steps: [StepDefinition] { flow.definition.steps }

    private var onlyAfter: Diagnostic? {
        guard let before = promise.onlyAfter else { return nil }
        return wayAround(before) ?? change(before)
    }

    /// A way that leads to the call without the proof.
    private func wayAround(_ before: (step: Int, event: EventName)) -> Diagnostic? {
        let proof = "`\(steps[before.step].name).\(before.event)`"
        let unproven = flow.graph.removing {
            $0.from == before.step && $0.cause == .event(before.event)
        }
        for call in calls {
            guard let way = unproven.way(from: 0, to: call) else { continue }
            return Diagnostic(
                "E40",
                at: promise.range,
                "the promise is broken: a way leads to `\(promise.effect)` without \(proof)",
                notes: [way.isEmpty ? "the flow begins with the call" : flow.way(way)],
                help: "lead every way to `\(steps[call].name)` through \(proof)",
                related: [.init(range: steps[call].range, label: "called here")]
            )
        }
        return nil
    }

    /// The proof is void once what it rests on was changed, such as the address to which the link went.
    private func change(_ before: (step: Int, event: EventName)) -> Diagnostic? {
        let proven = flow.definition.slots(behind: before)
        let isProof = { (edge: FlowGraph.Edge) in
            flow.walks.places[edge.from].step == before.step && edge.cause == .event(before.event)
        }
        let targets = flow.walks.graph.edges.joined().filter(isProof)
        let graph = flow.walks.graph.removing(where: isProof)
        let calls = calls.flatMap(flow.walks.places)
        let after = graph.reachable(from: targets.map(\.to))
        for changing in after.sorted(by: { flow.walks.places[$0].step < flow.walks.places[$1].step }
        ) {
            let step = flow.walks.places[changing].step
            guard let slot = flow.slots(from: step).first(where: proven.contains),
                let on = calls.lazy.compactMap({ graph.way(from: changing, to: $0) }).first,
                let target = targets.first(where: {
                    graph.way(from: $0.to, to: changing) != nil
                }),
                let there = graph.way(from: target.to, to: changing)
            else { continue }
            return Diagnostic(
                "E40",
                at: promise.range,
                "the promise is broken: `\(flow.definition.fields[slot].name)` can be changed after it was proven",
                notes: [flow.way(flow.walks.steps([target] + there + on))],
                help:
                    "write `back: never` at the step where the proof leads, and don't ask it behind",
                related: [.init(range: steps[step].range, label: "changed here")]
            )
        }
        return nil
    }

    private var atMost: Diagnostic? {
        guard let most = promise.atMost, let effect = flow.definition.effect(promise.effect) else {
            return nil
        }
        let isSuccess = effect.outcomes.contains { $0.name == promise.outcome && $0.isSuccess }
        if effect.isOncePerFlow, isSuccess { return nil }
        let graph = flow.walks.graph
        let help = "declare the effect `once: flow`, with `success: true` at the outcome"
        let places = calls.flatMap(flow.walks.places)
        for place in places {
            guard let loop = graph.loop(at: place) else { continue }
            let call = flow.walks.places[place].step
            return Diagnostic(
                "E40",
                at: promise.range,
                "the promise can't be kept: `\(promise.effect)` may be called any number of times",
                notes: ["on this way: \(flow.way(flow.walks.steps(loop)))"],
                help: help,
                related: [.init(range: steps[call].range, label: "called here")]
            )
        }
        let row = longestRow(of: places, graph).map { flow.walks.places[$0].step }
        guard row.count > most else { return nil }
        return Diagnostic(
            "E40",
            at: promise.range,
            "the promise can't be kept: one way leads through \(row.count) steps that call `\(promise.effect)`",
            notes: ["on this way: " + row.map { "\(steps[$0].name)" }.joined(separator: " → … → ")],
            help: help,
            related: row.map { .init(range: steps[$0].range, label: "called here") }
        )
    }

    /// The most calls that stand one behind the other; none leads to itself.
    private func longestRow(of calls: [Int], _ graph: FlowGraph) -> [Int] {
        var longest: [Int: [Int]] = [:]
        func row(from call: Int) -> [Int] {
            if let known = longest[call] { return known }
            let behind = graph.reachable(from: [call])
            let next = calls.filter { $0 != call && behind.contains($0) }.map(row)
            let found = [call] + (next.max { $0.count < $1.count } ?? [])
            longest[call] = found
            return found
        }
        return calls.map(row).max { $0.count < $1.count } ?? []
    }
}

extension FlowDefinition {
    /// The slots on which a proof rests: the address to which a link went, or what a call needed.
    func slots(behind proof: (step: Int, event: EventName)) -> Set<Int> {
        let step = steps[proof.step]
        var slots = Set(step.sends.filter { $0.link == proof.event }.map(\.recipient))
        if case .call(let name) = step.kind, step.event(proof.event)?.source == .outcome {
            slots.formUnion(effect(name)?.needs ?? [])
        }
        return slots
    }
}
