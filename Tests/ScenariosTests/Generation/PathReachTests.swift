import Flows
import Scenarios
import Testing

/// How far generated paths come, and where none can.
@Suite("Reach of generated paths")
struct PathReachTests {
    @Test(arguments: ["parts", "starter", "guide"])
    func `every edge of flows with parts, codes, late hosts, closed times and lists is reached`(
        name: String
    ) throws {
        for machine in try GenerationFlows.named(name) {
            let findings = GeneratedPaths(machine).findings
            #expect(findings.unreachedEdges.map(\.description) == [])
            #expect(Set(findings.steps.keys) == Set(machine.definition.steps.map(\.name)))
            #expect(findings.unfilled == [])
            #expect(findings.failures == [])
        }
    }

    @Test
    func `what no path can take is named with the reason`() throws {
        let machine = try #require(try GenerationFlows.parts().first)
        let findings = GeneratedPaths(machine, maximumStates: 10).findings
        let timers = [
            "place", "trouble", "phone.enter", "phone.old", "phone.locked", "another.enter",
            "another.old", "another.locked",
        ].map { "\($0): expires → idle: a timer of the step is always first" }
        let proof = "another.enter: back → check: the form is complete only once it is left"
        #expect(Set(findings.impossible.map(\.description)) == Set(timers + [proof]))
        #expect(findings.impossible.allSatisfy { !findings.expected.contains($0.edge) })
        for line in timers + [proof] {
            #expect(findings.summary.contains("no path can take \(line)"))
        }
    }

    @Test
    func `a longer timer of a step is never expected`() throws {
        let machine = try GenerationFlows.machine(
            """
            steps:
              - {step: wait, events: {go_on: done}, after: {1h: early, 2h: late}}
              - {step: early, end: early}
              - {step: late, events: {go_on: done}}
              - {step: done, end: done}
            """
        )
        let findings = GeneratedPaths(machine).findings
        #expect(
            findings.impossible.map(\.description) == [
                "wait: after 2h → late: a shorter timer of the step is first"
            ]
        )
    }

    @Test
    func `who may come late to a step may expire there before its timer`() throws {
        let machine = try GenerationFlows.machine(
            """
            expires: {after: 3h, goto: gone}
            steps:
              - {step: first, events: {go_on: second}, after: {2h: second}}
              - {step: second, events: {go_on: done, back_again: first}, after: {1h: third}}
              - {step: third, events: {go_on: done}, after: {1h: done}}
              - {step: done, end: done}
              - {step: gone, end: gone}
            """
        )
        let findings = GeneratedPaths(machine).findings
        #expect(
            findings.impossible.map(\.edge.description) == [
                "first: expires → gone", "second: expires → gone",
            ]
        )
        #expect(findings.unreachedEdges == [])
    }

    @Test
    func `a walk that goes in circles by itself expires at each of its steps`() throws {
        let machine = try GenerationFlows.machine(
            """
            expires: {after: 10d, goto: gone}
            steps:
              - step: rate
                call: score
                events: {done: end, unavailable: busy}
                after: {30m: busy}
              - {step: busy, after: {1d: rate}}
              - {step: end, end: end}
              - {step: gone, end: gone}
            """
        )
        #expect(GeneratedPaths(machine, maximumStates: 4).findings.unreachedEdges == [])
    }

    @Test
    func `a flow that is not always open is begun when it is, and when it is not`() throws {
        let machine = try #require(try GenerationFlows.parts().first)
        let paths = GeneratedPaths(machine, maximumStates: 20)
        #expect(paths.path(to: "start")?.beginning.clock == PathBeginning().clock)
        let closed = try #require(paths.path(to: "too_early_or_late"))
        #expect(closed.steps == [])
        #expect(try closed.play(on: machine).state.outcome == "closed")
        let early = PathBeginning(clock: 1_700_000_000_000)
        let fixed = GeneratedPaths(machine, beginning: early, isClockFixed: true)
        #expect(Array(fixed.findings.steps.keys) == ["too_early_or_late"])
        let moved = GeneratedPaths(machine, beginning: early, maximumStates: 20)
        #expect(moved.path(to: "start")?.beginning.clock == 1_769_904_000_000)
    }

    @Test
    func `no code is typed that has not gone out`() throws {
        let machine = try GenerationFlows.machine(
            """
            fields:
              - mobile: {type: phone}
              - code: {type: code, digits: 6}
            steps:
              - {step: number, ask: [mobile]}
              - step: enter
                ask: [code]
                send: {sms: hello, code: code, to: mobile, limit: {times: 1}}
                attempts: {times: 2, goto: number}
                events: {other: number}
              - {step: done, end: done}
            """
        )
        let paths = GeneratedPaths(machine)
        #expect(paths.findings.unreachedEdges == [])
        #expect(paths.findings.unfilled == [])
        for path in paths.all {
            var walk = try VirtualWalk(machine, path.beginning)
            for (index, step) in path.steps.enumerated() {
                let isSent = walk.state.unsent == nil
                if case .submit = step.event, walk.step.name == "enter" { #expect(isSent) }
                try walk.follow(path, at: index)
            }
        }
    }

    @Test
    func `records of a list are alike and different, choices too`() throws {
        let condition = { (text: String) in
            """
            fields:
              - pets:
                  type: list
                  count: 2
                  of: {kind: {type: choice, of: [cat, dog]}, name: {type: name}}
                  rules: {different: 'value[0].name != value[1].name'}
            steps:
              - step: ask
                ask: [pets]
                next: [{if: '\(text)', goto: such}, {else: other}]
              - {step: such, end: such}
              - {step: other, end: other}
            """
        }
        for text in [
            "pets[0].kind == pets[1].kind",
            "pets[0].kind == \"cat\" && pets[1].kind == \"dog\"",
            "pets[0].kind == \"dog\" && pets[1].kind == \"cat\"",
            "pets.all(p, p.kind == \"dog\")",
        ] {
            let machine = try GenerationFlows.machine(condition(text))
            #expect(GeneratedPaths(machine).findings.unreachedEdges == [], "\(text)")
        }
    }

    @Test
    func `a flow inside is traced as it was gone, though it is begun anew`() throws {
        let machines = try GenerationFlows.machines(
            [
                (
                    "flows/outer.yaml",
                    """
                    flow: outer
                    version: 1
                    steps:
                      - {step: again, run: inner, events: {more: again, enough: done}}
                      - {step: done, end: done}
                    """
                ),
                (
                    "flows/inner.yaml",
                    """
                    flow: inner
                    version: 1
                    fields: [{note: {type: text, optional: true}}]
                    steps:
                      - step: ask
                        ask: [note]
                        next: [{if: 'has(note) && note == "more"', goto: more}, {else: enough}]
                      - {step: more, end: more}
                      - {step: enough, end: enough}
                    """
                ),
            ],
            fields: "fields: {}\n",
            effects: GenerationFlows.effects
        )
        let paths = GeneratedPaths(try #require(machines.first))
        let edge = FlowEdge(from: "again.ask", cause: .next(branch: 0), to: "again.more")
        #expect(paths.path(over: edge)?.steps.map(\.arrival) == ["again.ask"])
        #expect(paths.findings.unreachedEdges == [])
    }
}
