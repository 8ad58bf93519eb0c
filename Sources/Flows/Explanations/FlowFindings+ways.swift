import Documents

/// The ways between steps.
extension FlowFindings {
    static let ways = [
        DiagnosticExplanation(
            code: "E02",
            title: "there is no such step",
            text: """
                `next`, the target of an event, of a timer and of `expires`, and `only_after` name steps
                of the same flow. Mostly the name is misspelt, or the step was renamed.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email], next: dne}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email], next: done}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E03",
            title: "the branches are not closed by `else`",
            text: """
                A list of branches ends with `else`, alone and last: so there is a way on whatever the
                conditions say. The first branch that holds is taken, so conditions may overlap.
                """,
            wrong: flow(
                """
                fields: [citizenship]
                steps:
                  - step: start
                    ask: [citizenship]
                    next:
                      - {if: 'citizenship == "CZ"', goto: home}
                  - {step: home, end: home}
                """
            ),
            right: flow(
                """
                fields: [citizenship]
                steps:
                  - step: start
                    ask: [citizenship]
                    next:
                      - {if: 'citizenship == "CZ"', goto: home}
                      - {else: abroad}
                  - {step: home, end: home}
                  - {step: abroad, end: abroad}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E04",
            title: "nothing follows",
            text: """
                A step without `next` goes on with the step behind it in the file, and there is none here.
                A step where nothing can happen at all is found as well.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
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
            code: "E05",
            title: "no duration",
            text: """
                Durations are written with `d`, `h`, `m` and `s`, without blanks, the largest unit first:
                `90s`, `10m`, `24h`, `7d`, `1h30m`. They are longer than nothing.
                """,
            wrong: flow(
                """
                steps:
                  - step: wait
                    after: {1 day: late}
                  - {step: late, end: late}
                """
            ),
            right: flow(
                """
                steps:
                  - step: wait
                    after: {1d: late}
                  - {step: late, end: late}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E06",
            title: "a step that no way leads to",
            text: """
                Nobody can ever come to this step. Often the step before it names another target, or an
                event was forgotten. Steps to which only this one leads are named with it.
                """,
            wrong: flow(
                """
                fields: [email, citizenship]
                steps:
                  - {step: start, ask: [email], next: done}
                  - {step: more, ask: [citizenship]}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email, citizenship]
                steps:
                  - {step: start, ask: [email]}
                  - {step: more, ask: [citizenship]}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E07",
            title: "no way leads to an end",
            text: """
                From every step a person must be able to come to an end of the flow. The end of a walk that
                nobody touches (`expires`) does not count: it leads nobody anywhere.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: wait, events: {again: start}, after: {1h: start}}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: wait, events: {again: start}, after: {1h: late}}
                  - {step: late, end: late}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E08",
            title: "a loop that goes round by itself",
            text: """
                Branches go on at once, and an answer of the host comes without the person. Steps of these
                kinds alone must not lead to each other in a circle: it would spin as fast as the machine
                can. Let a step stand between them where a person presses a button or time passes.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - step: look_up
                    call: find_account
                    events: {answered: done, unavailable: look_up}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email]
                expires: {after: 7d, goto: done}
                steps:
                  - {step: start, ask: [email]}
                  - step: look_up
                    call: find_account
                    events: {answered: done, unavailable: trouble}
                  - {step: trouble, events: {try_again: look_up}}
                  - {step: done, end: done}
                """
            )
        ),
    ]
}
