import Flows

/// What somebody is told who has no scenario yet.
enum FirstScenario {
    /// How to write the first scenario of a flow.
    static func advice(for flow: FlowDefinition?) -> String {
        let name = flow?.name.text ?? "my-flow"
        let step = flow?.steps.first?.name.text ?? "start"
        return """
            paifang: there is no scenario yet. Write flows/scenarios/\(name).first.yaml:

              flow: \(name)
              scenarios:
                it begins:
                  - then: {at: \(step)}

            docs/scenarios.md tells the rest.
            """
    }
}
