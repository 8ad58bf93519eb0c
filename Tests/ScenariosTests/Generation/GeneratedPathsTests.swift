import Documents
import Flows
import Scenarios
import Testing

@Suite("Generated paths")
struct GeneratedPathsTests {
    @Test
    func `every step and every edge of the project's flows is reached`() throws {
        let project = try GenerationFlows.project()
        for machine in project {
            let flow = machine.definition
            // A menu of many things that each come back to it has more states than are searched without more ado.
            let states = flow.name == "settings" ? 25_000 : 5_000
            let findings = GeneratedPaths(machine, maximumStates: states).findings
            #expect(
                findings.unreachedEdges.map(\.description).filter {
                    !ExcludedPlaces.has($0, in: flow.name)
                }
                    == []
            )
            // Where a flow is run, its own `expires` leads nowhere.
            let idle = flow.steps.map(\.name).filter { name in
                let origin = flow.origin(of: name.text)
                let own = project.map(\.definition).first { $0.name == origin.flow }
                let target = own.flatMap { own in own.expiry.map { own.steps[$0.target].name.text }
                }
                return origin.flow != flow.name && target == origin.name
            }
            let excluded = flow.steps.map(\.name).filter {
                ExcludedPlaces.has($0.text, in: flow.name)
            }
            #expect(
                Set(findings.steps.keys).subtracting(excluded)
                    == Set(flow.steps.map(\.name)).subtracting(idle).subtracting(excluded)
            )
            // Where only the number on record counts and none is known, no number will do.
            let isUnfillable = flow.name == "phone-verification"
            #expect(findings.unfilled == (isUnfillable ? ["number"] : []))
            #expect(findings.failures == [])
            // Menus that come back again and again have more states than are searched; every edge is found before.
            #expect(!findings.isBounded || flow.name != "wallet-signup")
        }
    }

    @Test
    func `a way is named once for each branch, target, timer and way back`() throws {
        let findings = GeneratedPaths(try GenerationFlows.machine(GenerationFlows.timers)).findings
        #expect(
            findings.expected.map(\.description) == [
                "hello: next → enter", "hello: after 10m → late", "enter: next → rate",
                "enter: account_suspended → gave_up", "enter: assist → stay",
                "enter: last attempt → gave_up", "enter: expires → gone",
                "enter: back → hello", "rate: done if 1 → good", "rate: done if 2 → fair",
                "rate: done → gave_up", "rate: unavailable → late", "rate: expires → gone",
                "late: again → hello", "late: expires → gone", "late: back → enter",
            ]
        )
        #expect(findings.unreachedEdges == [])
        // The step `hello` is left after ten minutes at the latest.
        #expect(
            findings.impossible.map(\.description) == [
                "hello: expires → gone: a timer of the step is always first"
            ]
        )
    }

    @Test
    func `the shortest path is found`() throws {
        let paths = GeneratedPaths(try GenerationFlows.wallet())
        let arrivals = paths.path(to: "registered")?.steps.map(\.arrival.text)
        #expect(
            arrivals == [
                "look_up", "check_mail", "personal", "document", "address", "phones", "secure",
                "wallet", "check_answers", "create", "registered",
            ]
        )
        #expect(paths.path(to: "start")?.steps == [])
        #expect(paths.path(to: "no_such_step") == nil)
    }

    @Test
    func `a path waits until a button can be pressed`() throws {
        let paths = GeneratedPaths(try GenerationFlows.wallet())
        let edge = FlowEdge(
            from: "check_mail",
            cause: .event("resend", branch: nil),
            to: "check_mail"
        )
        let last = try #require(paths.path(over: edge)?.steps.last)
        #expect(last == PathStep(after: 60_000, event: .press("resend"), arrival: "check_mail"))
    }

    @Test
    func `an unused session expires behind a timer that comes first where the host was late`()
        throws
    {
        let paths = GeneratedPaths(try GenerationFlows.wallet())
        let edge = FlowEdge(from: "check_mail", cause: .expiry, to: "abandoned")
        let steps = try #require(paths.path(over: edge)?.steps)
        #expect(steps.map(\.after) == [0, 7 * 86_400_000 - 1_000, 1_000])
    }

    @Test
    func `conditions are made true and false by answers`() throws {
        let machine = try GenerationFlows.machine(GenerationFlows.conditions)
        #expect(GeneratedPaths(machine).findings.unreachedEdges.map(\.description) == [])
    }

    @Test
    func `a branch is named as it was taken, whatever is prefilled behind it`() throws {
        let machine = try GenerationFlows.machine(
            """
            fields:
              - home: {type: country}
              - work: {type: country, optional: true, prefill: home}
            steps:
              - step: ask
                ask: [home]
                next:
                  - {if: has(work), goto: done}
                  - {else: more}
              - {step: more, ask: [work]}
              - {step: done, end: done}
            """
        )
        let paths = GeneratedPaths(machine)
        let edge = FlowEdge(from: "ask", cause: .next(branch: nil), to: "more")
        #expect(paths.path(over: edge)?.steps.map(\.arrival) == ["more"])
        let other = FlowEdge(from: "ask", cause: .next(branch: 0), to: "done")
        #expect(paths.path(over: other)?.steps.map(\.arrival) == ["more", "ask", "done"])
    }

    @Test
    func `a condition on the time is waited for`() throws {
        let machine = try GenerationFlows.machine(
            """
            steps:
              - step: door
                events:
                  knock:
                    - {if: 'now < timestamp("2026-04-01T00:00:00Z")', goto: early}
                    - {else: open}
              - {step: early, end: early}
              - {step: open, end: open}
            """
        )
        let path = GeneratedPaths(machine).path(to: "open")
        #expect(path?.steps.map(\.event) == [.wait, .press("knock")])
    }

    @Test
    func `what no path reaches is reported by name`() throws {
        let machine = try GenerationFlows.machine(
            """
            fields:
              - count: {type: integer}
            steps:
              - step: ask
                ask: [count]
                next:
                  - {if: count > 5 && count < 3, goto: never}
                  - {else: done}
              - {step: never, end: never}
              - {step: done, end: done}
            """
        )
        let findings = GeneratedPaths(machine).findings
        #expect(findings.unreachedEdges.map(\.description) == ["ask: next if 1 → never"])
        #expect(findings.steps["never"] == nil)
        #expect(!findings.isBounded)
        #expect(
            findings.summary == [
                "2 steps and 1 of 2 edges reached; 2 states, 1 events",
                "no path found: ask: next if 1 → never",
            ]
        )
    }

    @Test
    func `a form that no sample fills is reported by name`() throws {
        let machine = try GenerationFlows.machine(
            """
            fields:
              - code: {type: text, rules: {both: value == "a" && value == "b"}}
            steps:
              - {step: ask, ask: [code]}
              - {step: done, end: done}
            """
        )
        let findings = GeneratedPaths(machine).findings
        #expect(findings.unfilled == ["ask"])
        #expect(findings.steps["done"] == nil)
        #expect(findings.summary.last == "no samples found for the form: ask")
    }

    @Test
    func `a condition that can't be evaluated is met with the path to it`() throws {
        let machine = try GenerationFlows.machine(
            """
            fields:
              - count: {type: integer, min: 0}
            steps:
              - {step: hello, events: {go_on: ask}}
              - step: ask
                ask: [count]
                next:
                  - {if: 10 / count == 10, goto: one}
                  - {else: done}
              - {step: one, end: one}
              - {step: done, end: done}
            """
        )
        let problem = try #require(GeneratedPaths(machine).findings.failures.first)
        #expect(problem.path.steps.map(\.arrival) == ["ask"])
        guard case .condition = problem.failure, case .submit(let answers) = problem.event else {
            Issue.record("\(problem.failure)")
            return
        }
        #expect(answers.map(\.sample.written) == [0])
    }

    @Test
    func `the same flow always gives the same paths`() throws {
        let machine = try GenerationFlows.machine(GenerationFlows.everything)
        let first = GeneratedPaths(machine, maximumStates: 300)
        let second = GeneratedPaths(machine, maximumStates: 300)
        #expect(first.all == second.all)
        #expect(first.findings.eventsTried == second.findings.eventsTried)
    }

    @Test
    func `the bound on states is kept and told`() throws {
        let machine = try GenerationFlows.wallet()
        let findings = GeneratedPaths(machine, maximumStates: 5).findings
        #expect(findings.states == 5)
        #expect(findings.isBounded)
        #expect(findings.summary[1] == "stopped after 5 states: more may be reachable")
    }

    @Test
    func `a goal ends the search as soon as it is reached`() throws {
        let machine = try GenerationFlows.wallet()
        let all = GeneratedPaths(machine)
        let paths = GeneratedPaths(machine, goal: "document")
        #expect(paths.path(to: "document") == all.path(to: "document"))
        #expect(paths.path(to: "document") != nil)
        #expect(paths.findings.states * 3 < all.findings.states)
    }

    @Test
    func `effects end as they are told to`() throws {
        let known = SampleOutcome(
            "answered",
            gives: [
                SampleAnswer(
                    field: "is_known",
                    sample: Sample(value: .bool(true), written: true)
                )
            ]
        )
        let paths = GeneratedPaths(
            try GenerationFlows.wallet(),
            outcomes: ["find_account": known]
        )
        #expect(
            paths.path(to: "check_mail")?.steps.last?.event
                == .effect("find_account", "answered", gives: known.gives)
        )
        // Whoever is known gets a letter without a link.
        #expect(paths.path(to: "personal") == nil)
        #expect(paths.path(to: "trouble") == nil)
    }

    @Test
    func `inputs are sampled, and given or left out where that matters`() throws {
        let machine = try GenerationFlows.machine(
            """
            input:
              shop: {type: text}
              voucher: {type: text, optional: true}
            steps:
              - step: split
                next:
                  - {if: 'has(voucher) && shop == "north"', goto: gift}
                  - {else: done}
              - {step: gift, end: gift}
              - {step: done, end: done}
            """
        )
        let paths = GeneratedPaths(machine)
        #expect(paths.path(to: "done")?.beginning.input.map(\.field) == ["shop"])
        let input = try #require(paths.path(to: "gift")?.beginning.input)
        #expect(input.map(\.sample.written) == ["north", "Sample"])
        #expect(paths.findings.unreachedEdges == [])
    }
}
