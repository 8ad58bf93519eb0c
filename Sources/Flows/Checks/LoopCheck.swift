import Documents

/// E08: no loop goes round by itself; somewhere a person, a link or time must come in.
enum LoopCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        let steps = flow.definition.steps
        let automatic = FlowGraph(flow.definition).goingOnByItself(in: flow.definition)
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
}
