import Testing

@testable import Flows

@Suite("Walks that can't go on")
struct FailureTests {
    @Test func `a condition that can't be evaluated stops the walk, and never counts as false`()
        throws
    {
        var walk = try MachineWalk(
            """
            fields:
              - a: {type: integer}
            steps:
              - step: start
                ask: [a]
                next:
                  - {if: 10 / a > 1, goto: high}
                  - {else: low}
              - {step: high, end: high}
              - {step: low, end: low}
            """
        )
        do {
            try walk.submit(["a": .integer(0)])
            Issue.record("the walk went on")
        } catch let failure as MachineFailure {
            guard case .condition(let place, _) = failure else {
                Issue.record("\(failure)")
                return
            }
            #expect(place == "flow.yaml:9:14")
        }
    }

    @Test func `a rule that can't be evaluated stops the walk`() throws {
        var walk = try MachineWalk(
            """
            fields:
              - a: {type: integer, rules: {fine: 10 / value > 1}}
            steps:
              - {step: start, ask: [a]}
              - {step: done, end: done}
            """
        )
        #expect(throws: MachineFailure.self) { try walk.answer(["a": .integer(0)]) }
    }

    @Test func `a rule that reads what no way has set is not passed over`() throws {
        var definition = try Machines.machine(
            """
            fields:
              - a: {type: integer}
              - b: {type: integer, rules: {more: value > a}}
            steps:
              - {step: one, ask: [a]}
              - {step: two, ask: [b]}
              - {step: done, end: done}
            """
        ).definition
        definition.steps[0].kind = .branch
        var walk = try MachineWalk(FlowMachine(definition, formats: AnyFormat()))
        #expect(walk.step == "two")
        #expect(throws: MachineFailure.self) { try walk.submit(["b": .integer(1)]) }
    }

    @Test func `steps that lead to each other without end stop the walk`() throws {
        var definition = try Machines.machine(
            """
            steps:
              - {step: one, events: {go: two}}
              - {step: two, next: done}
              - {step: done, end: done}
            """
        ).definition
        definition.steps[1].next = Route(otherwise: .step(1), range: definition.range)
        var walk = try MachineWalk(FlowMachine(definition, formats: AnyFormat()))
        #expect(throws: MachineFailure.endlessLoop(step: "two")) { try walk.press("go") }
    }
}
