import Documents

/// Effects and what is sent.
extension FlowFindings {
    static let effects = [
        DiagnosticExplanation(
            code: "E20",
            title: "an outcome is not handled",
            text: """
                A step that calls an effect says for each of its outcomes where it leads. Every effect can
                also end as `unavailable`: the host could not be reached. A step that runs another flow
                does the same for each outcome of that flow's ends.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: look_up, call: find_account, events: {answered: done}, after: {1h: done}}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: look_up, call: find_account, events: {answered: done, unavailable: done},
                     after: {1h: done}}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E21",
            title: "the event of a link is not handled",
            text: """
                Opening the link of a letter is an event of the step that sends it. That step says under
                `events:` where it leads. A misspelt event is taken for a button, and found there.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - step: check_mail
                    send: {mail: confirm, link: confirmed, limit: {times: 3}}
                    events: {again: start}
                    after: {24h: done}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - step: check_mail
                    send: {mail: confirm, link: confirmed, limit: {times: 3}}
                    events: {confirmed: done, again: start}
                    after: {24h: done}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E22",
            title: "there is no such effect",
            text: """
                What a flow may ask the host for is declared in the effects file: with what it needs, and
                with all the ways in which it may end.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: look_up, call: find_acount, events: {answered: done, unavailable: done},
                     after: {1h: done}}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - {step: look_up, call: find_account, events: {answered: done, unavailable: done},
                     after: {1h: done}}
                  - {step: done, end: done}
                """
            )
        ),
        DiagnosticExplanation(
            code: "E43",
            title: "a letter without a limit on a way that can be repeated",
            text: """
                A walk can come to this step again: by an event, a timer, an outcome, by Back, or from a
                review. Each time the letter goes out, to an address that may be somebody else's. A limit
                ends that; it belongs to what is sent, so that every way of sending counts. The finding
                names a way round.
                """,
            wrong: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - step: check_mail
                    send: {mail: confirm, link: confirmed}
                    events: {confirmed: done, resend: check_mail}
                    after: {24h: done}
                  - {step: done, end: done}
                """
            ),
            right: flow(
                """
                fields: [email]
                steps:
                  - {step: start, ask: [email]}
                  - step: check_mail
                    send:
                      mail: confirm
                      link: confirmed
                      limit: {times: 4, apart: 60s, per: [session, email], within: 24h}
                    events: {confirmed: done, resend: check_mail}
                    after: {24h: done}
                  - {step: done, end: done}
                """
            )
        ),
    ]
}
