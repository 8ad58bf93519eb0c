import Documents

/// Fields and secrets.
extension FlowFindings {
    static let fields = [
        DiagnosticExplanation(
            code: "E12",
            title: "the field may be unset here",
            text: """
                Whatever reads a field must come after it was answered, on every way: conditions, the
                address of a letter, what an effect needs, the country of a postal code. Ask it before,
                or say what happens without it: `has(field) && …`. What an effect gives is set behind the
                outcome that gives it, and behind no other. Optional fields may always be unset. A field
                gives one finding, where it is first read, with the other places.
                """,
            wrong: flow(
                """
                fields: [email, nickname: {type: text, optional: true}]
                steps:
                  - step: start
                    ask: [email, nickname]
                    next:
                      - {if: nickname.size() > 20, goto: long}
                      - {else: done}
                  - {step: long, end: long}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email, nickname: {type: text, optional: true}]
                steps:
                  - step: start
                    ask: [email, nickname]
                    next:
                      - {if: has(nickname) && nickname.size() > 20, goto: long}
                      - {else: done}
                  - {step: long, end: long}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E13",
            title: "the flow has no such field",
            text: """
                What is asked, sent to or needed by an effect must stand under `fields:` of the flow: by
                name where it is an account field, with its type where it is the flow's own. Inputs and
                what effects give are there by themselves, but they are not asked.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email, citizenship]}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email, citizenship]
                steps:
                  - {step: start, ask: [email, citizenship]}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E41",
            title: "a secret is read where nobody may read it",
            text: """
                A secret is sealed as soon as it is given. Only its own rules see it before, as `value`; no
                other condition ever does, not even to ask whether it is set, no other field takes it over,
                and no message has it as an argument. A record of a list leaves its secrets out.
                """,
            wrong: flow(
                """
                fields:
                  - password: {type: secret, use: new}
                steps:
                  - step: start
                    ask: [password]
                    next:
                      - {if: password.size() < 8, goto: start}
                      - {else: done}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields:
                  - password: {type: secret, use: new, rules: {long_enough: value.size() >= 8}}
                steps:
                  - {step: start, ask: [password]}
                  - {step: done, end: done}
                """
            )
        ),
    ]
}
