import Documents

/// Flows that run flows, and flows that follow flows.
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
        DiagnosticExplanation(
            code: "E44",
            title: "nobody can be moved from an earlier version",
            text: """
                People who have begun an earlier version are moved to a step of this one only if everything
                that is certainly set there is certainly set where they stand, and if neither step sends,
                calls or goes on by itself. Whoever is not moved goes on under the texts they began with.
                The example follows a version 1 with the same fields and steps, without `migrate`.
                """,
            wrong: """
                flow: example
                version: 2
                fields: [email, citizenship]
                migrate: {from: 1, steps: {start: more}}
                steps:
                  - {step: start, ask: [email]}
                  - {step: more, ask: [citizenship]}
                  - {step: done, end: done}
                """,
            right: """
                flow: example
                version: 2
                fields: [email, citizenship]
                migrate: {from: 1, steps: {start: start}}
                steps:
                  - {step: start, ask: [email]}
                  - {step: more, ask: [citizenship]}
                  - {step: done, end: done}
                """
        ),
    ]
}
