import Flows

/// What somebody is told who has no scenario yet.
enum FirstScenario {
    /// How to write the first scenario of a flow.
    static func advice(for flow: FlowDefinition?) -> String {
        let name = flow?.name.text ?? "my-flow"
        let step = flow.map(firstRest(of:))?.name.text ?? "start"
        return """
            paifang: there is no scenario yet. Write flows/scenarios/\(name).first.yaml:

              flow: \(name)
              scenarios:
                it begins:
                  - then: {at: \(step)}

            docs/scenarios.md tells the rest.
            """
    }

    /// Where somebody is asked something first: a flow that is run, such as signing in, is entered at once.
    private static func firstRest(of flow: FlowDefinition) -> StepDefinition {
        var step = flow.steps[0]
        for _ in flow.steps {
            guard case .branch = step.kind, case .step(let next)? = step.next?.otherwise else {
                break
            }
            step = flow.steps[next]
        }
        return step
    }
}
