import Documents

/// W30: a walk that waits for somebody or something ends some day.
///
/// A form or a review does not count: it keeps a draft, and nobody waits there for anything.
enum WaitingCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        let steps = flow.definition.steps
        let unattended = flow.unattended
        let resting = steps.indices.filter { step in
            switch steps[step].kind {
            case .form, .review, .end: true
            case .call, .waiting, .branch: false
            }
        }
        let leading = unattended.reaching(resting)
        return places(flow, unattended).compactMap { index in
            let step = steps[index]
            switch step.kind {
            case .form, .review, .branch, .end: return nil
            case .waiting, .call: break
            }
            let add =
                flow.definition.expiry == nil
                ? "add `after: {24h: <step>}`, or `expires` to the flow"
                : "add `after: {24h: <step>}`: a walk that has expired does not expire again"
            if step.timers.isEmpty {
                let what = "the step `\(step.name)` may wait for ever"
                return Diagnostic("W30", at: step.range, what, help: add)
            }
            guard !leading.contains(index), let loop = unattended.loop(at: index) else {
                return nil
            }
            return Diagnostic(
                "W30",
                at: step.range,
                "left alone, the step `\(step.name)` goes round for ever",
                notes: [flow.way(loop)],
                help: "let a timer lead to an end, or add `expires` to the flow"
            )
        }
    }

    /// The steps that no expiry ends: all, or those that lie behind it.
    private static func places(_ flow: CheckedFlow, _ unattended: FlowGraph) -> [Int] {
        guard let expiry = flow.definition.expiry else { return flow.reachable.sorted() }
        return unattended.reachable(from: [expiry.target]).sorted()
    }
}

extension CheckedFlow {
    /// The ways that are taken without a person: by time, by the host, and at once.
    fileprivate var unattended: FlowGraph {
        FlowGraph(definition).removing { edge in
            switch edge.cause {
            case .timer: return false
            case .next:
                if case .branch = definition.steps[edge.from].kind { return false }
                return true
            case .event(let name):
                return definition.steps[edge.from].event(name)?.source != .outcome
            case .attempts, .expiry, .back: return true
            }
        }
    }
}
