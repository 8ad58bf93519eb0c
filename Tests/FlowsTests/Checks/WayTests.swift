import Documents
import Flows
import Testing

@Suite("Ways between steps")
struct WayTests {
    static let end = "\n  - {step: done, end: done}\n"

    @Test(arguments: [
        MarkedFlow(
            "E03",
            "not closed by `else`",
            "fields: [email]\nsteps:\n  - step: start\n    ask: [email]\n    next:\n"
                + "      - 1️⃣{if: 'email == \"a\"', goto: done}" + end
        ),
        MarkedFlow(
            "E03",
            "`else` must stand alone, and last",
            """
            fields: [email]
            steps:
              - step: start
                ask: [email]
                next:
                  - {1️⃣else: done}
                  - {if: 'email == "a"', goto: done}
                  - {else: done}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "E03",
            "happens whether the condition holds or not",
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - {step: look, call: ping, after: {1h: done},
                 events: {1️⃣done: {if: 'email == "a"', goto: done}, unavailable: done}}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "E04",
            "nothing follows the step `start`",
            "fields: [email]\nsteps:\n  - {step: done, end: done}\n"
                + "  - {step: 1️⃣start, ask: [email]}\n"
        ),
        MarkedFlow(
            "E04",
            "nothing follows the step `start`",
            "steps:\n  - {step: 1️⃣start}" + end
        ),
        MarkedFlow(
            "E05",
            "the unit is missing",
            "steps:\n  - {step: start, after: {1️⃣24: done}}" + end
        ),
        MarkedFlow(
            "E05",
            "the largest unit comes first",
            "expires: {after: 1️⃣30m1h, goto: done}\nfields: [email]\nsteps:\n"
                + "  - {step: start, ask: [email]}" + end
        ),
        MarkedFlow(
            "E06",
            "no way leads to the step `lost`",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email], next: done}\n"
                + "  - {step: 1️⃣lost, end: lost}" + end
        ),
        MarkedFlow(
            "E07",
            "the flow has no end",
            "flow: 1️⃣example\nversion: 1\nfields: [email]\nsteps:\n"
                + "  - {step: start, ask: [email], next: start}\n",
            isWhole: true
        ),
        MarkedFlow(
            "E07",
            "from the step `trap` no way leads to an end",
            """
            expires: {after: 7d, goto: done}
            fields: [email]
            steps:
              - {step: start, ask: [email], events: {leave: done}, next: trap}
              - {step: 1️⃣trap, events: {again: cage}}
              - {step: cage, events: {again: trap}}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "E08",
            "without anybody doing anything",
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - {step: 1️⃣one, next: [{if: 'email == "a"', goto: done}, {else: two}]}
              - {step: two, next: one}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "E20",
            "the outcome `unavailable` of `ping` is not handled",
            "steps:\n  - {step: start, call: 1️⃣ping, events: {done: done}, after: {1h: done}}"
                + end
        ),
        MarkedFlow(
            "E20",
            "the outcome `unavailable` of `ping` is not handled",
            "steps:\n  - {step: start, call: ping, after: {1h: done},\n"
                + "     events: {done: done, 1️⃣unavailible: done}}" + end
        ),
        MarkedFlow(
            "E21",
            "the event `opened` of the link in `letter` is not handled",
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - {step: wait, send: {mail: letter, link: 1️⃣opened}, after: {24h: done}}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "W30",
            "the step `wait` may wait for ever",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email]}\n"
                + "  - {step: 1️⃣wait, events: {go_on: done}}" + end
        ),
        MarkedFlow(
            "W30",
            "the step `late` may wait for ever",
            """
            expires: {after: 7d, goto: late}
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - {step: done, end: done}
              - {step: 1️⃣late, events: {leave: done}}
            """
        ),
        MarkedFlow(
            "W30",
            "left alone, the step `wait` goes round for ever",
            "fields: [email]\nsteps:\n  - {step: start, ask: [email]}\n"
                + "  - {step: 1️⃣wait, events: {go_on: done}, after: {1h: wait}}" + end
        ),
        MarkedFlow(
            "E20",
            "the outcomes `done` and `unavailable` of `ping` are not handled",
            "steps:\n  - {step: start, call: 1️⃣ping, events: {leave: done}, after: {1h: done}}" + end
        ),
        MarkedFlow(
            "E35",
            "can't bring about `account_suspended`, which comes from the host",
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - step: wait
                send: {mail: letter, link: 1️⃣account_suspended, limit: {times: 1}}
                events: {account_suspended: done}
                after: {24h: done}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "W31",
            "the field `email` is never asked",
            "fields: [mobile, 1️⃣email]\nsteps:\n  - {step: start, ask: [mobile]}" + end
        ),
        MarkedFlow(
            "W32",
            "this branch can never be taken",
            """
            fields: [email]
            steps:
              - step: start
                ask: [email]
                next:
                  - {if: 'email == "a"', goto: other}
                  - {if: 1️⃣'email  ==  "a"', goto: done}
                  - {else: done}
              - {step: other, end: other}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "W32",
            "this condition never holds",
            """
            constants: {most: 3}
            fields: [email]
            steps:
              - {step: start, ask: [email], events: {skip: {if: 1️⃣most > 4, goto: done}}}
              - {step: done, end: done}
            """
        ),
        MarkedFlow(
            "W33",
            "two timers of the step `start`",
            "steps:\n  - {step: start, after: {1d: done, 1️⃣24h: other}}\n"
                + "  - {step: other, end: other}" + end
        ),
    ])
    func `a way that is missing or leads nowhere is found where it should begin`(
        flow: MarkedFlow
    ) throws {
        try flow.check()
    }

    @Test(arguments: [
        // A branch that depends on the time can go both ways.
        """
        fields: [email]
        steps:
          - step: start
            ask: [email]
            next: [{if: now > timestamp('2026-01-01T00:00:00Z'), goto: other}, {else: done}]
          - {step: other, end: other}
          - {step: done, end: done}
        """,
        // A loop with a button in it, and one with a timer.
        """
        fields: [email]
        steps:
          - {step: start, ask: [email]}
          - {step: look, call: ping, events: {done: done, unavailable: pause}, after: {1h: done}}
          - {step: pause, after: {10m: look}, events: {again: look}}
          - {step: done, end: done}
        """,
        // A form on which another event is possible now and then.
        """
        fields: [email, citizenship]
        steps:
          - {step: start, ask: [email]}
          - {step: more, ask: [citizenship],
             events: {skip: {if: 'email.endsWith(".cz")', goto: done}}}
          - {step: done, end: done}
        """,
        // Only an unused session ends here.
        """
        expires: {after: 7d, goto: late}
        fields: [email]
        steps:
          - {step: start, ask: [email]}
          - {step: wait, events: {go_on: done}}
          - {step: done, end: done}
          - {step: late, end: abandoned}
        """,
    ])
    func `a flow without a mistake has no finding`(body: String) {
        let (project, problems) = FlowFiles.read(
            "flow: example\nversion: 1\n" + body,
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        )
        #expect(problems.map { "\($0.code) \($0.message)" } == [])
        #expect(project.flows.count == 1)
    }

    @Test
    func `a mistake in the ways hides no finding that follows from it`() {
        let problems = FlowFiles.read(
            """
            flow: example
            version: 1
            fields: [email]
            steps:
              - {step: start, ask: [email], next: dne}
              - {step: done, end: done}
            """,
            fields: FlowFiles.fields
        ).problems
        #expect(problems.map(\.code) == ["E02"])
    }
}
