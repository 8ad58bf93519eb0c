import Documents

/// What runs, and is probably not meant.
extension FlowFindings {
    static let warnings = [
        DiagnosticExplanation(
            code: "W30",
            title: "a step that may wait for ever",
            text: """
                If nothing happens here, the walk stays open for ever, with all that the person has
                answered. A timer ends the waiting, or `expires` ends every walk that nobody touches; but
                where `expires` has led, it leads no further. Timers that only lead round end nothing.
                """,
            wrong: flow(
                """
                steps:
                  - {step: wait, events: {go_on: done}}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                steps:
                  - {step: wait, events: {go_on: done}, after: {24h: done}}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "W31",
            title: "a field that is never asked",
            text: """
                The flow lists the field, and no step asks it. Where it is read nevertheless, that is the
                finding (E12), and this one is left out.
                """,
            wrong: flow(
                """
                fields: [email, citizenship]
                steps:
                  - {step: start, ask: [email]}
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
            code: "W32",
            title: "a branch that can never be taken, or a condition that decides nothing",
            text: """
                What a field can hold is known: the options of a choice, the bounds of a number, the longest
                text, two capitals for a country, and whether it is certainly set. Here a condition gives the
                same for all of it, compares with what can't be, or has its cases taken by the branches
                before it. A rule that refuses nothing, or every answer, is found as well.
                """,
            wrong: flow(
                """
                constants: {home: CZ}
                fields: [citizenship]
                steps:
                  - step: start
                    ask: [citizenship]
                    next:
                      - {if: home == "CZ", goto: here}
                      - {else: abroad}
                  - {step: here, end: here}
                  - {step: abroad, end: abroad}
                """
            ),
            right: flow(
                """
                constants: {home: CZ}
                fields: [citizenship]
                steps:
                  - step: start
                    ask: [citizenship]
                    next:
                      - {if: citizenship == home, goto: here}
                      - {else: abroad}
                  - {step: here, end: here}
                  - {step: abroad, end: abroad}
                """
            )
        ),
        DiagnosticExplanation(
            code: "W33",
            title: "two timers at the same time",
            text: """
                Two timers of a step run out at the same moment. The first in the file is taken, and the
                other never.
                """,
            wrong: flow(
                """
                steps:
                  - {step: wait, after: {24h: late, 1d: gone}}
                  - {step: late, end: late}
                  - {step: gone, end: gone}
                """
            ),
            right: flow(
                """
                steps:
                  - {step: wait, events: {leave: gone}, after: {24h: late}}
                  - {step: late, end: late}
                  - {step: gone, end: gone}
                """
            )
        ),
    ]
}
