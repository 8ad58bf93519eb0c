import Documents

/// E08: no loop goes round by itself; somewhere a person, a link or time must come in.
enum LoopCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        let steps = flow.definition.steps
        let automatic = FlowGraph(flow.definition).removing { edge in
            !isAutomatic(edge, in: flow.definition)
        }
        var reported: Set<Int> = []
        var findings: [Diagnostic] = []
        for index in steps.indices where !reported.contains(index) {
            guard let loop = automatic.loop(at: index) else { continue }
            reported.formUnion(loop.map(\.from))
            findings.append(
                Diagnostic(
                    "E08",
                    at: steps[index].range,
                    "these steps lead to each other without anybody doing anything",
                    notes: [flow.way(loop)],
                    help: "let a waiting step with a button or a timer stand between them"
                )
            )
        }
        return findings
    }

    /// Whether a way is taken without a person and without time passing.
    private static func isAutomatic(_ edge: FlowGraph.Edge, in flow: FlowDefinition) -> Bool {
        let step = flow.steps[edge.from]
        switch (step.kind, edge.cause) {
        case (.branch, .next): return true
        case (.call, .event(let name)): return step.event(name)?.source == .outcome
        default: return false
        }
    }
}
