import Documents

/// The keys and values of the files.
extension FlowFindings {
    static let files = [
        DiagnosticExplanation(
            code: "E30",
            title: "no such key here",
            text: """
                Every mapping of a flow file has its own keys; the reference lists them. An unknown one is
                never ignored: it would be a wish that nobody hears.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, aks: [email]}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E35",
            title: "two things that can't both be",
            text: """
                Keys or values contradict each other: a step of two kinds, an end that goes on, a least
                value above the greatest, or letters of one step with different limits. What a step sends
                is counted together, so that a button can say whether anything may still go out.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email], end: done}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E36",
            title: "not supported yet",
            text: """
                The format has this key or value, but this version does not run it. It is refused rather
                than ignored, so that no flow promises what nobody keeps.
                """,
            wrong: flow(
                """
                fields: [{card: {type: choice, of: {from: cards, value: id}}}]
                steps:
                  - {step: start, ask: [card]}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E37",
            title: "another form of value is meant",
            text: """
                A list stands where a mapping belongs, or a mapping where a single value belongs. In YAML
                one `-` or one pair of braces more or less makes the difference.
                """,
            wrong: flow(
                """
                steps:
                  - step: wait
                    after: 1h
                  - {step: late, end: late}
                """
            ),
            right: flow(
                """
                steps:
                  - step: wait
                    after: {1h: late}
                  - {step: late, end: late}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E38",
            title: "something is missing",
            text: """
                A key without which the rest makes no sense is not there, or a value is empty.
                """,
            wrong: """
                flow: example
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: done, end: done}
                """,
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E39",
            title: "this value can't stand here",
            text: """
                The value is none of those that the key takes, or a name can't be used. Names of fields,
                steps and events are lower-case letters, digits and `_`, those of flows have `-` instead.
                Words that end the key of a message, such as `title` or `error`, are reserved.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: Start, ask: [email]}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: done, end: done}
                """
            )
        ),
    ]
}
