import Documents

/// E42: a review has answers to change, and not all of them lie behind a barrier.
enum ReviewCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        let steps = flow.definition.steps
        let graph = FlowGraph(flow.definition)
        return steps.indices.compactMap { index in
            guard case .review = steps[index].kind, flow.reachable.contains(index) else {
                return nil
            }
            let forms = graph.formsBehind(index, of: flow.definition)
            guard !forms.contains(where: { !steps[$0].asked.isEmpty }) else { return nil }
            return Diagnostic(
                "E42",
                at: steps[index].range,
                "the review `\(steps[index].name)` can't change any answer: all lie behind `back: never`",
                help: "move the barrier before the first form that the review shall show"
            )
        }
    }
}
