import Documents

/// E06 and E07: every step can be reached, and from every step there is a way to an end.
enum ReachabilityCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        unreachable(flow) + stuck(flow)
    }

    /// One finding for each step that nothing leads to; what only it leads to is named with it.
    private static func unreachable(_ flow: CheckedFlow) -> [Diagnostic] {
        let steps = flow.definition.steps
        var lost = steps.indices.filter { !flow.reachable.contains($0) }
        let first = lost.filter { step in
            !flow.graph.steps(before: step).contains { $0 != step }
        }
        var findings: [Diagnostic] = []
        // Behind those that nothing leads to there may be circles that nothing leads into.
        for index in first + lost where lost.contains(index) {
            let behind = flow.graph.reachable(from: [index]).filter { lost.contains($0) }
            lost.removeAll { behind.contains($0) }
            let others = behind.subtracting(first).subtracting([index]).sorted()
            findings.append(
                Diagnostic(
                    "E06",
                    at: steps[index].range,
                    "no way leads to the step `\(steps[index].name)`",
                    notes: others.isEmpty
                        ? []
                        : [
                            "nor to \(others.map { "`\(steps[$0].name)`" }.formatted), which lies behind it"
                        ],
                    help: "let a `next`, an event or a timer lead there, or take the step out"
                )
            )
        }
        return findings
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
                notes: others.isEmpty ? [] : ["the same holds for \(others.formatted)"],
                help: "let one of its events or timers lead to a step from which an end is reached"
            )
        ]
    }
}
