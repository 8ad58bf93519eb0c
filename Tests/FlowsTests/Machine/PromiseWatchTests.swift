import Testing

@testable import Flows

@Suite("Promises while a flow runs")
struct PromiseWatchTests {
    static let flow = """
        fields: [email]
        steps:
          - {step: start, ask: [email]}
          - step: letter
            send: {mail: confirm, link: confirmed, limit: {times: 9}}
            events: {confirmed: proven}
          - {step: proven, back: never, events: {create: create}}
          - step: create
            call: ping
            events: {done: done, slow: proven, unavailable: proven}
          - {step: done, end: done}
        promises:
          ping.done: {only_after: letter.confirmed}
        """

    /// The flow with a way past the proof, which its checker would refuse.
    private func unsafe(atMost: Int? = nil) throws -> FlowMachine {
        var definition = try Machines.machine(Self.flow).definition
        let range = definition.range
        definition.steps[1].events.append(
            EventDefinition(
                name: "skip",
                source: .button,
                route: Route(otherwise: .step(2), range: range),
                range: range
            )
        )
        definition.steps[3].events[0].route = Route(otherwise: .step(2), range: range)
        if atMost != nil {
            definition.promises[0].onlyAfter = nil
            definition.promises[0].atMost = atMost
        }
        return FlowMachine(definition, formats: AnyFormat())
    }

    @Test func `a kept promise is no hindrance`() throws {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(["email": .text("a@b.cz")])
        #expect(walk.state.promises == [PromiseRecord(isOpen: false, count: 0)])
        try walk.open(0)
        try walk.press("create")
        try walk.end("done")
        #expect(walk.state.promises == [PromiseRecord(isOpen: true, count: 1)])
        #expect(walk.state.outcome == "done")
    }

    @Test func `the host is not asked for what was promised only after something else`() throws {
        var walk = try MachineWalk(unsafe())
        try walk.submit(["email": .text("a@b.cz")])
        try walk.press("skip")
        #expect(throws: MachineFailure.promiseBroken(effect: "ping", outcome: "done")) {
            try walk.press("create")
        }
    }

    @Test func `a changed address makes the proof void`() throws {
        let machine = try unsafe()
        var walk = try MachineWalk(machine)
        try walk.submit(["email": .text("a@b.cz")])
        try walk.open(0)
        var state = walk.state
        state.step = 0
        let changed = try machine.advance(
            state,
            .answered(visit: state.visit, answers: ["email": .text("c@d.cz")]),
            now: 0,
            fresh: Fresh()
        )
        #expect(changed.state.promises.map(\.isOpen) == [false])
        let same = try machine.advance(
            state,
            .answered(visit: state.visit, answers: ["email": .text("a@b.cz")]),
            now: 0,
            fresh: Fresh()
        )
        #expect(same.state.promises.map(\.isOpen) == [true])
    }

    @Test func `the host is not asked more often than promised`() throws {
        var walk = try MachineWalk(unsafe(atMost: 2))
        try walk.submit(["email": .text("a@b.cz")])
        try walk.press("skip")
        for _ in 0..<2 {
            try walk.press("create")
            try walk.end("done")
        }
        #expect(throws: MachineFailure.promiseBroken(effect: "ping", outcome: "done")) {
            try walk.press("create")
        }
    }

    @Test func `an outcome that is no success is counted when it comes`() throws {
        var definition = try unsafe(atMost: 1).definition
        definition.promises[0].outcome = "slow"
        var walk = try MachineWalk(FlowMachine(definition, formats: AnyFormat()))
        try walk.submit(["email": .text("a@b.cz")])
        try walk.press("skip")
        try walk.press("create")
        try walk.end("slow")
        try walk.press("create")
        #expect(throws: MachineFailure.promiseBroken(effect: "ping", outcome: "slow")) {
            try walk.end("slow")
        }
    }
}
