import Documents

/// Flows that run flows.
extension FlowFindings {
    static let subflows = [
        DiagnosticExplanation(
            code: "E23",
            title: "there is no such flow",
            text: """
                `run` names another flow of the project, as its own file names it under `flow:`.
                """,
            wrong: flow(
                """
                steps:
                  - {step: birthday, run: ask-birthdy, events: {told: done}}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                steps:
                  - {step: birthday, run: ask-birthday, events: {told: done}}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E24",
            title: "a flow would run itself",
            text: """
                A flow that is run becomes a part of its caller when the files are read. One that runs its
                caller, directly or by others, would have no end. To begin again, lead back to a step.
                """,
            wrong: flow(
                """
                steps:
                  - {step: again, run: example, events: {done: done}}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                steps:
                  - {step: birthday, run: ask-birthday, events: {told: more}}
                  - {step: more, events: {again: birthday, enough: done}, after: {1h: done}}
                  - {step: done, end: done}
                """
            )
        ),
    ]
}
