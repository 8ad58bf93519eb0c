import Documents
import Flows
import Testing

@Suite("Promises, barriers and limits")
struct PromiseTests {
    /// A sign-up in small; `changes` are replaced in it.
    private func codes(_ changes: [(String, String)]) -> [String] {
        var flow = """
            flow: example
            version: 1
            expires: {after: 7d, goto: gone}
            fields: [email, citizenship]
            steps:
              - {step: start, ask: [email]}
              - step: wait
                send: {mail: letter, link: opened, limit: {times: 3}}
                events: {opened: personal, change: start}
              - {step: personal, back: never, ask: [citizenship]}
              - {step: check, review: all}
              - {step: create, call: create_account,
                 events: {done: done, failed: trouble, unavailable: trouble}}
              - {step: trouble, events: {again: create, restart: check}}
              - {step: done, send: {mail: welcome}, end: done}
              - {step: gone, end: gone}
            promises:
              create_account.done: {only_after: wait.opened, at_most: 1}
            """
        for (old, new) in changes {
            #expect(flow.contains(old))
            flow = flow.replacing(old, with: new)
        }
        return FlowFiles.read(flow, fields: FlowFiles.fields, effects: FlowFiles.effects)
            .problems.map { "\($0.code) \($0.message)" }
    }

    @Test
    func `a promise that holds on every way is proven`() {
        #expect(codes([]) == [])
    }

    @Test
    func `a way around the proof breaks the promise`() {
        #expect(
            codes([("change: start", "change: start, skip: personal")]) == [
                "E40 the promise is broken: a way leads to `create_account` without `wait.opened`"
            ]
        )
    }

    @Test
    func `an address that can be changed behind the proof breaks the promise`() {
        let finding = "E40 the promise is broken: `email` can be changed after it was proven"
        // By being asked again.
        #expect(codes([("ask: [citizenship]", "ask: [citizenship, email]")]) == [finding])
    }

    @Test
    func `an address that is proven again once it was changed keeps the promise`() {
        // From the review the way leads through the letter again.
        #expect(codes([("back: never, ", "")]) == [])
        // Time leads nobody past it: what is behind a change that was left lying is forgotten.
        let idle = ("{step: gone, end: gone}", Self.gone)
        #expect(codes([idle, ("back: never, ", "")]) == [])
    }

    /// A step to which unused walks come, and where Back is possible.
    private static let gone = """
        {step: gone, events: {leave: left}, after: {1d: left}}
          - {step: left, end: left}
        """

    @Test
    func `a step where unused walks rest leads back only to where each came from`() {
        #expect(codes([("{step: gone, end: gone}", Self.gone)]) == [])
        // Who starts anew there can go back to the form behind the proof, with another address.
        let anew = Self.gone.replacing("leave: left", with: "leave: left, anew: start")
        #expect(
            codes([("{step: gone, end: gone}", anew)]) == [
                "E40 the promise is broken: `email` can be changed after it was proven"
            ]
        )
        let barred = anew.replacing("gone, events", with: "gone, back: never, events")
        #expect(codes([("{step: gone, end: gone}", barred)]) == [])
    }

    @Test
    func `what may be called again is promised once only if it is declared so`() {
        let ping = [
            ("call: create_account", "call: ping"), ("failed: trouble, ", ""),
            ("create_account.done", "ping.done"),
        ]
        #expect(
            codes(ping) == [
                "E40 the promise can't be kept: `ping` may be called any number of times"
            ]
        )
        // One call, to which neither an event nor Back leads again.
        #expect(
            codes(
                ping + [
                    ("{again: create, restart: check}", "{leave: gone}"),
                    ("step: create, call", "step: create, back: never, call"),
                ]
            ) == []
        )
    }

    @Test
    func `what may be called on one of two ways only is called once`() {
        let flow = { (target: String) in
            FlowFiles.read(
                """
                flow: example
                version: 1
                fields: [citizenship]
                steps:
                  - step: start
                    ask: [citizenship]
                    next: [{if: 'citizenship == "CZ"', goto: one}, {else: two}]
                  - {step: one, back: never, call: ping, after: {1h: late},
                     events: {done: \(target), unavailable: late}}
                  - {step: two, back: never, call: ping, after: {1h: late},
                     events: {done: late, unavailable: late}}
                  - {step: late, end: late}
                promises: {ping.done: {at_most: 1}}
                """,
                fields: FlowFiles.fields,
                effects: FlowFiles.effects
            ).problems
        }
        #expect(flow("late").map(\.message) == [])
        #expect(
            flow("two").map(\.message) == [
                "the promise can't be kept: one way leads through 2 steps that call `ping`"
            ]
        )
        #expect(flow("two").first?.notes == ["on this way: one → … → two"])
    }

    @Test
    func `a proof by an outcome is void once what the call needed was changed`() {
        let flow = { (form: String) in
            FlowFiles.read(
                """
                flow: example
                version: 1
                expires: {after: 7d, goto: gone}
                fields: [email, citizenship]
                steps:
                  - {step: start, ask: [email]}
                  - {step: look, call: find_account, events: {answered: more, unavailable: gone}}
                  - {step: more, back: never, ask: [\(form)]}
                  - {step: create, call: create_account,
                     events: {done: gone, failed: gone, unavailable: gone}}
                  - {step: gone, end: gone}
                promises: {create_account.done: {only_after: look.answered}}
                """,
                fields: FlowFiles.fields,
                effects: FlowFiles.effects
            ).problems.map(\.message)
        }
        #expect(flow("citizenship") == [])
        #expect(
            flow("citizenship, email")
                == ["the promise is broken: `email` can be changed after it was proven"]
        )
    }

    @Test
    func `a promise names an outcome and an event that exist`() {
        #expect(
            codes([("create_account.done", "create_account.dne")])
                == ["E39 `create_account` has no outcome `dne`"]
        )
        #expect(
            codes([("wait.opened", "wait.open")]) == ["E39 the step `wait` has no event `open`"]
        )
        #expect(codes([("wait.opened", "wat.opened")]) == ["E02 there is no step `wat`"])
        #expect(
            codes([("wait.opened", "wait.change")])
                == ["E39 `change` is no proof: it is neither a link nor an outcome"]
        )
        #expect(
            codes([("only_after: wait.opened, at_most: 1", "")])
                == ["E38 the promise needs `only_after` or `at_most`"]
        )
    }

    @Test
    func `a review behind a barrier can change nothing`() {
        let none = "E42 the review `check` can't change any answer"
        #expect(
            codes([("review: all", "review: all, back: never")])
                == ["\(none): its own `back: never` puts all of them behind it"]
        )
        #expect(
            codes([
                ("back: never, ask: [citizenship]", "back: never, next: check"),
                ("fields: [email, citizenship]", "fields: [email]"),
            ]) == ["\(none): all lie behind `back: never`"]
        )
    }

    @Test
    func `a letter that can be had again needs a limit`() {
        let finding = ["E43 `letter` has no limit, and it can go out again and again"]
        // By an event, and by Back to the form before it.
        #expect(codes([(", limit: {times: 3}", "")]) == finding)
        #expect(codes([(", limit: {times: 3}", ""), (", change: start", "")]) == finding)
        // Behind a barrier of its own, it goes out once.
        #expect(
            codes([
                (", limit: {times: 3}", ""), (", change: start", ""),
                ("- step: wait\n", "- step: wait\n    back: never\n"),
            ]) == []
        )
    }
}
