import Documents
import Flows
import Testing

@Suite("Definite assignment")
struct AssignmentTests {
    @Test(arguments: [
        MarkedFlow(
            "E12",
            "`citizenship` may be unset at the step `start`",
            """
            fields: [email, citizenship]
            steps:
              - step: start
                ask: [email]
                next: [{if: '1️⃣citizenship == "CZ"', goto: done}, {else: more}]
              - {step: more, ask: [citizenship]}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "E12",
            "`is_known` may be unset at the step `done`",
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - {step: look, call: find_account, after: {1h: done},
                 events: {answered: done, unavailable: done}}
              - {step: done, send: {mail: hello, if: 1️⃣is_known}, end: done}
            """
        ),
        MarkedFlow(
            "E12",
            "the letter `hello` goes to `email`, which may be unset",
            """
            fields: [email, mobile]
            steps:
              - {step: start, ask: [mobile], events: {skip: done}}
              - {step: more, ask: [email]}
              - {step: done, send: {mail: 1️⃣hello}, end: done}
            """
        ),
        MarkedFlow(
            "E12",
            "the effect `find_account` needs `email`, which may be unset",
            """
            fields:
              - email: {optional: true}
            steps:
              - {step: start, ask: [email]}
              - {step: look, call: 1️⃣find_account, after: {1h: done},
                 events: {answered: done, unavailable: done}}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "E12",
            "`number` depends on `citizenship`, which may be unset",
            """
            fields:
              - citizenship
              - kind: {type: choice, of: [passport]}
              - number: {type: document, country: citizenship, kind: kind}
            steps:
              - {step: start, ask: [kind]}
              - {step: papers, ask: [1️⃣number]}
              - {step: more, ask: [citizenship]}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "E12",
            "takes over `mobile`, which is never set before",
            """
            fields:
              - mobile
              - landline: {type: phone, offer: mobile}
            steps:
              - {step: start, ask: [1️⃣landline]}
              - {step: more, ask: [mobile]}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "E12",
            "the limit of `hello` counts by `mobile`, which may be unset at the step `done`",
            """
            fields: [email, mobile]
            steps:
              - {step: start, ask: [email], events: {skip: done}}
              - {step: more, ask: [mobile]}
              - step: done
                send: {mail: hello, to: known_email, limit: {times: 1, per: [1️⃣mobile]}}
                end: done
            input: {known_email: email}
            """
        ),
        MarkedFlow(
            "E12",
            "no step asks `citizenship`, which is read here",
            """
            fields: [email, citizenship]
            steps:
              - step: start
                ask: [email]
                next: [{if: '1️⃣citizenship == "CZ"', goto: done}, {else: more}]
              - {step: more, send: {mail: hello, if: 'citizenship == "SK"'}, end: more}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "E12",
            "takes over `mobile`, which is never set before",
            """
            fields:
              - mobile
              - landline: {type: phone, prefill: mobile}
            steps:
              - {step: start, ask: [mobile, 1️⃣landline]}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "E12",
            "`source` may be unset",
            """
            input: {source: {type: text, optional: true}}
            fields:
              - email: {rules: {another: value != 1️⃣source}}
            steps:
              - {step: start, ask: [email]}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "E12",
            "`citizenship` may be unset at the step `late`",
            """
            expires: {after: 7d, goto: late}
            input: {known_email: email}
            fields: [citizenship]
            steps:
              - {step: start, ask: [citizenship]}
              - {step: done, end: done}
              - step: late
                send: {mail: bye, to: known_email, if: '1️⃣citizenship == "CZ"'}
                end: late
            """
        ),
    ])
    func `what may be unset on some way is not read`(flow: MarkedFlow) throws {
        try flow.check()
    }

    @Test(arguments: [
        // A test of its presence guards a read, also for the branches behind it.
        """
        fields:
          - email
          - nick: {type: text, optional: true}
        steps:
          - step: start
            ask: [email, nick]
            next:
              - {if: '!has(nick)', goto: done}
              - {if: nick.size() > 20, goto: long}
              - {else: done}
          - {step: long, send: {mail: hello, if: nick.size() > 30}, end: long}
          - {step: done, end: done}
        """,
        // Set on both of two ways that join.
        """
        fields: [email, citizenship]
        steps:
          - step: start
            ask: [email]
            next: [{if: 'email.endsWith(".cz")', goto: one}, {else: two}]
          - {step: one, ask: [citizenship], next: done}
          - {step: two, ask: [citizenship]}
          - {step: done, send: {mail: hello, if: 'citizenship == "CZ"'}, end: done}
        """,
        // A default counts, and so does a given input.
        """
        input: {source: text}
        fields:
          - email
          - flag: {type: bool, default: false}
        steps:
          - {step: start, ask: [email], next: [{if: 'flag || source == "x"', goto: done}, {else: more}]}
          - {step: more, ask: [flag]}
          - {step: done, end: done}
        """,
        // An effect's value on the way of the outcome that gives it.
        """
        fields: [email]
        steps:
          - {step: start, ask: [email]}
          - {step: look, call: find_account, after: {1h: done}, events: {
             answered: [{if: is_known, goto: known}, {else: done}], unavailable: done}}
          - {step: known, send: {mail: hello, if: is_known}, end: known}
          - {step: done, end: done}
        """,
        // A button that is there only while a field is set, and a letter that goes out only then.
        """
        fields:
          - mobile
          - other: {type: email, optional: true}
        steps:
          - step: start
            ask: [mobile, other]
            events: {write: {if: has(other), goto: written}}
          - {step: plain, send: [{mail: hello, to: other, if: has(other)},
                                 {mail: bye, to: other, unless: '!has(other)'}], end: plain}
          - {step: written, send: {mail: hello, to: other}, end: written}
        """,
        // Answers of the same form, in rules and options.
        """
        fields: [citizenship, document_type, document_number]
        steps:
          - {step: start, ask: [citizenship, document_type, document_number]}
          - {step: done, end: done}
        """,
    ])
    func `what is set on every way is read`(body: String) {
        let problems = FlowFiles.read(
            "flow: example\nversion: 1\n" + body,
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        ).problems
        #expect(problems.map { "\($0.code) \($0.message)" } == [])
    }

    @Test
    func `the finding names a way on which the field is not set`() throws {
        let problems = FlowFiles.read(
            """
            flow: example
            version: 1
            fields: [email, mobile]
            steps:
              - {step: start, ask: [mobile], events: {skip: done}}
              - {step: more, ask: [email]}
              - {step: done, send: {mail: hello}, end: done}
            """,
            fields: FlowFiles.fields
        ).problems
        let finding = try #require(problems.first)
        #expect(finding.notes == ["on this way it is not set: start → done (skip)"])
        #expect(finding.help == "ask it before on every way, or send it only `if: has(email)`")
    }
}
