import Documents
import Testing

@testable import Flows

@Suite("Secrets that are compared or handed on")
struct SecretUseTests {
    private static let fields = """
        fields:
          email: {type: email}
          pin: {type: secret, use: new}
        """
    private static let effects = """
        effects:
          charge: {needs: [card], outcomes: {done: {success: true}, declined: {}}}
        """
    private static let signIn = """
        fields: [email, {known: {type: secret, use: check, check: account.pin}}, {note: {type: text}}]
        steps:
          - step: start
            ask: [email, known, note]
            attempts: {times: 3, per: [session, email], within: 24h, goto: locked}
          - {step: inside, events: {out: start, look: check}, after: {1h: done}}
          - {step: check, review: all}
          - {step: done, end: done}
          - {step: locked, events: {again: start}, after: {1h: done}}
        """
    private static let paying = """
        fields: [{card: {type: secret, use: relay}}]
        steps:
          - {step: start, ask: [card]}
          - {step: charging, call: charge, events: {done: over, declined: start, unavailable: over, stop: done}}
          - {step: over, events: {stop: done}, after: {1h: done}}
          - {step: done, end: done}
        """

    private static let right: [FieldName: FieldValue] = [
        "email": .text("a@b.cz"), "known": .passed, "note": .text("hi"),
    ]

    private func walk(_ flow: String) throws -> MachineWalk {
        let (project, problems) = FlowFiles.read(
            "flow: example\nversion: 1\n" + flow,
            fields: Self.fields,
            effects: Self.effects
        )
        let read = try #require(project.flows.first, "\(problems.map(\.message))")
        return try MachineWalk(FlowMachine(read, formats: PrefixFormats()))
    }

    @Test func `a right one leads on, once`() throws {
        var walk = try walk(Self.signIn)
        try walk.submit(Self.right)
        #expect(walk.step == "inside")
        try walk.press("out")
        try walk.submit()
        #expect(walk.step == "start")
        #expect(walk.problems == [FieldProblem(field: "known", reason: .missing)])
    }

    @Test func `it was right for that address only`() throws {
        var walk = try walk(Self.signIn)
        try walk.answer(["email": .text("a@b.cz"), "known": .passed])
        try walk.answer(["email": .text("c@d.cz")])
        try walk.submit(["note": .text("hi")])
        #expect(walk.step == "start")
        #expect(walk.problems == [FieldProblem(field: "known", reason: .missing)])
    }

    @Test func `it was not for an address that is not taken`() throws {
        var walk = try walk(Self.signIn)
        try walk.answer(["email": .text("a@b.cz"), "known": .passed])
        try walk.answer(["email": .bool(true), "note": .text("hi")])
        try walk.submit()
        #expect(walk.step == "inside")
    }

    @Test func `a sealed one is no verdict`() throws {
        var walk = try walk(Self.signIn)
        try walk.answer(["email": .text("a@b.cz"), "known": .sealed(SecretReference("x"))])
        #expect(walk.problems.map(\.field) == ["known"])
    }

    @Test func `wrong ones are told, and counted by whoever counts those of all walks`() throws {
        var walk = try walk(Self.signIn)
        try walk.answer(["email": .text("a@b.cz")])
        for _ in 0..<5 { try walk.fail("known") }
        #expect(walk.step == "start" && walk.state.attempts.isEmpty)
        let count = try #require(walk.machine.tryCount(in: walk.state))
        #expect(count.values == [0: "a@b.cz"] && count.limit.times == 3)
        try walk.take(.triesUsedUp(visit: walk.state.visit, field: "known"))
        #expect(walk.step == "locked")
        #expect(walk.machine.tryCount(in: walk.state) == nil)
        try walk.back()
        #expect(walk.refusal == .noWayBack)
    }

    @Test func `no tries are used up of what is not asked`() throws {
        var walk = try walk(Self.signIn)
        try walk.take(.triesUsedUp(visit: walk.state.visit, field: "pin"))
        #expect(walk.refusal == .notHere && walk.step == "start")
        try walk.take(.triesUsedUp(visit: walk.state.visit - 1, field: "known"))
        #expect(walk.refusal == .stale && walk.step == "start")
    }

    @Test func `what is handed on is erased however the effect has ended`() throws {
        for outcome in ["done", "declined"] as [OutcomeName] {
            var walk = try walk(Self.paying)
            try walk.submit(["card": .sealed(SecretReference("card"))])
            #expect(walk.state.fields == [.sealed(SecretReference("card"))])
            try walk.end(outcome)
            #expect(walk.state.fields == [nil], "\(outcome)")
        }
    }

    @Test func `a host that was not reached has not had it`() throws {
        var walk = try walk(Self.paying)
        try walk.submit(["card": .sealed(SecretReference("card"))])
        try walk.end("unavailable")
        #expect(walk.step == "over" && walk.state.fields == [.sealed(SecretReference("card"))])
    }

    @Test func `and at an end, where the effect never ended`() throws {
        var walk = try walk(Self.paying)
        try walk.submit(["card": .sealed(SecretReference("card"))])
        try walk.press("stop")
        #expect(walk.state.outcome == "done" && walk.state.fields == [nil])
    }
}
