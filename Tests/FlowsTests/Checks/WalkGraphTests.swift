import Testing

@testable import Flows

@Suite("Ways of a walk")
struct WalkGraphTests {
    /// Every way that a walk goes, back or forth, is one that the checks know of.
    @Test(arguments: SampleFlow.names)
    func `no walk leaves the graph`(name: String) throws {
        let sample = try SampleFlow.named(name)
        let definition = sample.machine.definition
        let machine = FlowMachine(definition, formats: PrefixFormats(), keepsPassages: true)
        let walks = WalkGraph(FlowGraph(definition).addingExpiry(of: definition), of: definition)
        var back = 0
        for seed in UInt64(0)..<600 {
            let script = ScriptWriter.script(seed, sample, longest: 30)
            var model = sample.model(script)
            var now = SampleFlow.start
            var side = try MachineSide(machine, script, now: now)
            // Where the walk may be: two ways between two steps may differ in being a barrier.
            var here: Set<Int> = [0]
            for part in script.parts {
                now += part.wait.milliseconds(model, now)
                let before = side.state
                try side.take(part.event, devicesAgo: part.devicesAgo, now: now)
                model.take(part.event, devicesAgo: part.devicesAgo, now: now)
                for passage in side.last.passages where passage.way != .beginning {
                    let isNothing = passage.from == passage.to && before.visit == side.state.visit
                    if isNothing { continue }
                    let edges = here.flatMap { walks.graph.edges[$0] }
                        .filter { walks.places[$0.to].step == passage.to }
                        .filter { ($0.cause == .back) == (passage.way == .back) }
                    if passage.way == .back { back += 1 }
                    guard !edges.isEmpty else {
                        Issue.record("\(seed): \(passage) from \(here.map { walks.places[$0] })")
                        return
                    }
                    here = Set(edges.map(\.to))
                }
                #expect(here.allSatisfy { walks.places[$0].step == side.state.step })
            }
        }
        #expect(back > 20)
    }

    private func behind(_ step: StepName, _ steps: String) throws -> Set<StepName> {
        let definition = try Machines.machine(
            "fields: [email, citizenship, nickname]\nsteps:\n" + steps
        ).definition
        let walks = WalkGraph(FlowGraph(definition).addingExpiry(of: definition), of: definition)
        let index = try #require(definition.steps.firstIndex { $0.name == step })
        let edges = walks.places(of: index).flatMap { walks.graph.edges[$0] }
        return Set(
            walks.steps(edges.filter { $0.cause == .back }).map { definition.steps[$0.to].name }
        )
    }

    @Test
    func `Back leads to a form that was finished or left by a button, not by time`() throws {
        let steps = { (aside: String) in
            """
              - {step: start, ask: [email], \(aside)}
              - {step: more, back: never, ask: [nickname], next: done}
              - {step: rest, events: {leave: done}}
              - {step: done, end: done}
            """
        }
        #expect(try behind("rest", steps("events: {wait: rest}")) == ["start"])
        #expect(try behind("rest", steps("after: {1h: rest}")) == [])
    }

    @Test
    func `what lies behind a form is forgotten when an earlier one is come to again`() throws {
        let steps = """
              - {step: start, ask: [email]}
              - {step: rest, events: {go_on: more}}
              - {step: more, ask: [nickname], events: {again: start}}
              - {step: check, review: all}
              - {step: done, end: done}
            """
        #expect(try behind("rest", steps) == ["start"])
        #expect(try behind("check", steps) == ["start", "more"])
    }

    @Test
    func `behind attempts that are used up, a barrier and a call there is no way back`() throws {
        let steps = """
              - {step: start, ask: [email], events: {aside: call}}
              - step: prove
                ask: [nickname]
                attempts: {times: 2, goto: lost}
                next: wall
              - {step: wall, back: never, events: {go_on: done}}
              - {step: lost, events: {go_on: done}}
              - {step: call, call: ping, events: {done: done, slow: done, unavailable: done}}
              - {step: done, end: done}
            """
        for step: StepName in ["wall", "lost", "call", "done"] {
            #expect(try behind(step, steps) == [])
        }
        #expect(try behind("prove", steps) == ["start"])
    }

    @Test
    func `time that leads away from a change leaves no review behind`() throws {
        let steps = """
              - {step: start, ask: [email]}
              - {step: more, ask: [citizenship], after: {1h: rest}}
              - {step: check, review: all, next: wall}
              - {step: wall, back: never, events: {go_on: done}}
              - {step: rest, ask: [nickname], next: done}
              - {step: done, end: done}
            """
        #expect(try behind("rest", steps) == ["start"])
    }
}
