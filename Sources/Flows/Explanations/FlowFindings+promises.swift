import Documents

/// Promises and barriers.
extension FlowFindings {
    static let promises = [
        DiagnosticExplanation(
            code: "E40",
            title: "a promise is broken on some way",
            text: """
                `only_after` holds if every way to the call passes the event, and if what it rests on can't
                be changed between the event and the call, by Back either: the address to which the link
                went, or the fields that the call before needed. `at_most` holds if the effect is declared `once: flow`, or if no way leads through
                more calls. The finding names a way that breaks it.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - step: check_mail
                    send: {mail: confirm, link: confirmed, limit: {times: 3}}
                    events: {confirmed: create, skip: create}
                    after: {24h: done}
                  - {step: create, back: never, call: create_account,
                     events: {done: done, failed: done, unavailable: done}, after: {24h: done}}
                  - {step: done, end: done}
                promises:
                  create_account.done: {only_after: check_mail.confirmed}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - step: check_mail
                    send: {mail: confirm, link: confirmed, limit: {times: 3}}
                    events: {confirmed: create, skip: done}
                    after: {24h: done}
                  - {step: create, back: never, call: create_account,
                     events: {done: done, failed: done, unavailable: done}, after: {24h: done}}
                  - {step: done, end: done}
                promises:
                  create_account.done: {only_after: check_mail.confirmed}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E42",
            title: "a review that can change nothing",
            text: """
                A review shows the answers that were given since the last barrier (`back: never`). On some
                way to this one, named by the finding, all of them lie behind a barrier, or none was given.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: check_answers, review: all, back: never}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: check_answers, review: all}
                  - {step: done, end: done}
                """
            )
        ),
    ]
}
