import Documents

/// E40: what a flow promises holds on every way.
enum PromiseCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        flow.definition.promises.flatMap { promise in
            let calls = flow.definition.steps.indices.filter { index in
                guard case .call(promise.effect) = flow.definition.steps[index].kind else {
                    return false
                }
                return flow.reachable.contains(index)
            }
            return onlyAfter(promise, calls, flow) + atMost(promise, calls, flow)
        }
    }

    private static func onlyAfter(
        _ promise: Promise,
        _ calls: [Int],
        _ flow: CheckedFlow
    ) -> [Diagnostic] {
        guard let before = promise.onlyAfter else { return [] }
        let steps = flow.definition.steps
        let isProof = { (edge: FlowGraph.Edge) in
            edge.from == before.step && edge.cause == .event(before.event)
        }
        let proof = "`\(steps[before.step].name).\(before.event)`"
        let unproven = flow.graph.removing(where: isProof)
        for call in calls {
            guard let path = unproven.path(from: 0, to: call) else { continue }
            return [
                Diagnostic(
                    "E40",
                    at: promise.range,
                    "the promise is broken: a way leads to `\(promise.effect)` without \(proof)",
                    notes: [flow.way(path)],
                    related: [.init(range: steps[call].range, label: "called here")]
                )
            ]
        }
        return changeable(promise, calls, isProof, flow)
    }

    /// The proof is void once what it rests on was changed: the address to which the link went.
    private static func changeable(
        _ promise: Promise,
        _ calls: [Int],
        _ isProof: (FlowGraph.Edge) -> Bool,
        _ flow: CheckedFlow
    ) -> [Diagnostic] {
        guard let before = promise.onlyAfter else { return [] }
        let steps = flow.definition.steps
        let proven = steps[before.step].sends.filter { $0.link == before.event }.map(\.recipient)
        let targets = flow.graph.edges[before.step].filter(isProof).map(\.to)
        let graph = flow.graph.addingWaysBack(of: flow.definition).removing(where: isProof)
        let after = graph.reachable(from: targets)
        for form in steps.indices where after.contains(form) {
            guard let slot = steps[form].asked.first(where: proven.contains),
                let call = calls.first(where: { graph.reachable(from: [form]).contains($0) }),
                let target = targets.first(where: { graph.path(from: $0, to: form) != nil }),
                let there = graph.path(from: target, to: form),
                let on = graph.path(from: form, to: call)
            else { continue }
            return [
                Diagnostic(
                    "E40",
                    at: promise.range,
                    "the promise is broken: `\(flow.definition.fields[slot].name)` can be changed after it was proven",
                    notes: [flow.way(there + on.dropFirst())],
                    help: "write `back: never` at the step where the link leads",
                    related: [.init(range: steps[form].range, label: "changed here")]
                )
            ]
        }
        return []
    }

    private static func atMost(
        _ promise: Promise,
        _ calls: [Int],
        _ flow: CheckedFlow
    ) -> [Diagnostic] {
        guard let most = promise.atMost, let effect = flow.definition.effect(promise.effect) else {
            return []
        }
        let isSuccess = effect.outcomes.contains { $0.name == promise.outcome && $0.isSuccess }
        if effect.isOncePerFlow, isSuccess { return [] }
        let graph = flow.graph.addingWaysBack(of: flow.definition)
        if let repeated = calls.first(where: { graph.isOnCycle($0) }) {
            return [
                Diagnostic(
                    "E40",
                    at: promise.range,
                    "the promise can't be kept: `\(promise.effect)` may be called any number of times",
                    help: "declare it `once: flow`, with `success: true` at the outcome",
                    related: [
                        .init(range: flow.definition.steps[repeated].range, label: "called here")
                    ]
                )
            ]
        }
        guard calls.count > most else { return [] }
        return [
            Diagnostic(
                "E40",
                at: promise.range,
                "the promise can't be kept: \(calls.count) steps call `\(promise.effect)`"
            )
        ]
    }
}
