import Testing

@testable import Flows

/// By what a letter is counted, and that no way leads round it.
@Suite("Counts of letters")
struct CountTests {
    @Test func `letters that go out together each count`() throws {
        var walk = try MachineWalk(
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - step: letter
                send:
                  - {mail: one, limit: {times: 3, apart: 60s}}
                  - {mail: two, limit: {times: 3, apart: 60s}}
                events: {again: letter, stop: done}
              - {step: done, end: done}
            """
        )
        try walk.submit(["email": .text("a@b.cz")])
        #expect(walk.sent == ["one", "two"])
        walk.wait(.minute)
        try walk.press("again")
        #expect(walk.sent == ["one"])
        #expect(walk.state.unsent == .usedUp(readyAt: nil))
    }

    /// The limit is counted by the address alone, and time sends as well.
    static let timed = """
        fields: [email]
        steps:
          - {step: first, ask: [email]}
          - step: letter
            send: {mail: confirm, limit: {times: 2, per: email}}
            events: {again: letter, other: second, stop: over}
          - {step: second, ask: [email], next: letter, after: {1h: letter}}
          - {step: over, end: over}
        """

    @Test(arguments: [false, true])
    func `an address that comes too late does not count`(isDue: Bool) throws {
        var walk = try MachineWalk(Self.timed)
        try walk.submit(["email": .text("a@b.cz")])
        try walk.press("again")
        try walk.press("other")
        let visit = walk.state.visit
        walk.wait(isDue ? .hour : .minute)
        try walk.take(.submitted(visit: visit, answers: ["email": .text("c@d.cz")]))
        #expect(walk.step == "letter")
        #expect(walk.sent == (isDue ? [] : ["confirm"]))
        #expect(walk.refusal == (isDue ? .stale : nil))
    }

    @Test func `an address of another visit does not count`() throws {
        let walk = try MachineWalk(Self.timed)
        let late = FlowEvent.submitted(visit: 9, answers: ["email": .text("c@d.cz")])
        #expect(walk.machine.sendCounts(for: late, in: walk.state).map(\.values) == [[:]])
    }

    @Test func `what a flow that is run is given counts before it begins`() throws {
        let caller = """
            flow: caller
            version: 1
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - {step: prove, run: proof, with: {address: email}, events: {proven: done}}
              - {step: done, end: done}
            """
        let proof = """
            flow: proof
            version: 1
            input: {address: {type: email}}
            steps:
              - step: letter
                send: {mail: confirm, to: address, link: confirmed, limit: {times: 2, per: address}}
                events: {confirmed: proven}
              - {step: proven, end: proven}
            """
        let (project, _) = FlowFiles.read(
            [("caller.yaml", caller), ("proof.yaml", proof)],
            fields: Machines.fields,
            effects: Machines.effects
        )
        let flow = try #require(project.flow("caller"))
        let walk = try MachineWalk(FlowMachine(flow, formats: PrefixFormats()))
        let event = FlowEvent.submitted(
            visit: walk.state.visit,
            answers: ["email": .text("a@b.cz")]
        )
        let counts = walk.machine.sendCounts(for: event, in: walk.state)
        #expect(counts.map { Array($0.values.values) } == [["a@b.cz"]])
    }
}
