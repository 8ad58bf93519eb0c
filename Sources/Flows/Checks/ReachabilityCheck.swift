import Documents

/// E06 and E07: every step can be reached, and from every step there is a way to an end.
enum ReachabilityCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        unreachable(flow) + stuck(flow)
    }

    private static func unreachable(_ flow: CheckedFlow) -> [Diagnostic] {
        flow.definition.steps.indices.filter { !flow.reachable.contains($0) }.map { index in
            let step = flow.definition.steps[index]
            return Diagnostic(
                "E06",
                at: step.range,
                "no way leads to the step `\(step.name)`",
                help: "let a `next`, an event or a timer lead there, or take the step out"
            )
        }
    }

    /// The end of an unused session does not count: nobody would be led there.
    private static func stuck(_ flow: CheckedFlow) -> [Diagnostic] {
        let steps = flow.definition.steps
        let ends = steps.indices.filter { steps[$0].isEnd }
        guard !ends.isEmpty else {
            return [
                Diagnostic(
                    "E07",
                    at: flow.definition.range,
                    "the flow has no end",
                    help: "add a step with `end: <outcome>`"
                )
            ]
        }
        let leading = FlowGraph(flow.definition).reaching(ends)
        let stuck = steps.indices.filter { flow.reachable.contains($0) && !leading.contains($0) }
        guard let first = stuck.first else { return [] }
        let others = stuck.dropFirst().map { "`\(steps[$0].name)`" }
        return [
            Diagnostic(
                "E07",
                at: steps[first].range,
                "from the step `\(steps[first].name)` no way leads to an end",
                notes: others.isEmpty
                    ? [] : ["the same holds for \(others.joined(separator: ", "))"]
            )
        ]
    }
}
