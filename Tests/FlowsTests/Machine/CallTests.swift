import Testing

@testable import Flows

@Suite("Calls")
struct CallTests {
    static let flow = """
        fields: [email, citizenship]
        steps:
          - {step: start, ask: [email, citizenship]}
          - step: look
            call: find_account
            events: {answered: known, unavailable: trouble}
            after: {1h: trouble}
          - step: known
            next:
              - {if: is_known, goto: start}
              - {else: create}
          - step: create
            call: create_account
            events: {done: made, failed: trouble, unavailable: trouble}
          - {step: trouble, events: {again: look, correct: start}}
          - {step: made, events: {again: create, correct: start, stop: done}}
          - {step: done, end: done}
        """

    /// A walk that waits for the answer to `find_account`.
    private func walkAtCall() throws -> MachineWalk {
        var walk = try MachineWalk(Self.flow)
        try walk.submit(["email": .text("a@b.cz"), "citizenship": .text("CZ")])
        return walk
    }

    private func walkWithAccount() throws -> MachineWalk {
        var walk = try walkAtCall()
        try walk.end("answered", ["is_known": .bool(false)])
        try walk.end("done", ["account_id": .text("7")])
        return walk
    }

    @Test func `a call is ordered once, with a key`() throws {
        let walk = try walkAtCall()
        #expect(walk.calls == ["find_account"])
        #expect(walk.last.outputs == [.call(CallOrder(key: "2.0", effect: "find_account"))])
        #expect(walk.state.pendingCall == "2.0")
    }

    @Test func `what an outcome gives is kept before its way is chosen`() throws {
        var walk = try walkAtCall()
        try walk.end("answered", ["is_known": .bool(true)])
        #expect(walk.step == "start")
        #expect(walk["is_known"] == .bool(true))
    }

    @Test func `an outcome for an earlier call is stale`() throws {
        var walk = try walkAtCall()
        let key = walk.state.pendingCall ?? ""
        try walk.end("unavailable")
        try walk.press("again")
        let before = walk.state
        try walk.take(
            .effectEnded(key: key, outcome: "answered", gives: ["is_known": .bool(true)])
        )
        #expect(walk.refusal == .stale)
        #expect(walk.state == before)
    }

    @Test func `an outcome after the call was given up is stale`() throws {
        var walk = try walkAtCall()
        let key = walk.state.pendingCall ?? ""
        walk.wait(.hour)
        try walk.take(
            .effectEnded(key: key, outcome: "answered", gives: ["is_known": .bool(true)])
        )
        #expect(walk.refusal == .stale)
        #expect(walk.step == "trouble")
    }

    /// Makes an account once, and gives up waiting after an hour.
    private static let once = """
        fields: [email, citizenship]
        steps:
          - {step: start, ask: [email, citizenship]}
          - step: create
            call: create_account
            events: {done: made, failed: trouble, unavailable: trouble, leave: trouble}
            after: {1h: trouble}
          - {step: trouble, events: {again: create, correct: start}}
          - {step: made, end: made}
        """

    private func walkThatGaveUp() throws -> (walk: MachineWalk, key: String) {
        var walk = try MachineWalk(Self.once)
        try walk.submit(["email": .text("a@b.cz"), "citizenship": .text("CZ")])
        let key = try #require(walk.state.pendingCall)
        try walk.waitAndSee(.hour)
        #expect(walk.step == "trouble")
        return (walk, key)
    }

    @Test func `what is done once is asked for with the same key, until its outcome is known`()
        throws
    {
        var (walk, key) = try walkThatGaveUp()
        try walk.press("again")
        #expect(walk.last.outputs == [.call(CallOrder(key: key, effect: "create_account"))])
        try walk.press("leave")
        try walk.press("again")
        #expect(walk.state.pendingCall == key)
        try walk.end("failed")
        try walk.press("again")
        #expect(walk.calls == ["create_account"])
        #expect(walk.state.pendingCall != key)
        try walk.end("done", ["account_id": .text("7")])
        #expect(walk.step == "made")
    }

    @Test func `an outcome that comes late is taken while the same is asked for again`() throws {
        var (walk, key) = try walkThatGaveUp()
        let late = FlowEvent.effectEnded(
            key: key,
            outcome: "done",
            gives: ["account_id": .text("7")]
        )
        try walk.take(late)
        #expect(walk.refusal == .stale)
        try walk.press("again")
        try walk.take(late)
        #expect(walk.step == "made")
        #expect(walk.state.leftCall == nil)
    }

    @Test func `with other answers it is another call`() throws {
        var (walk, key) = try walkThatGaveUp()
        try walk.press("correct")
        try walk.submit(["citizenship": .text("DE")])
        #expect(walk.calls == ["create_account"])
        #expect(walk.state.pendingCall != key)
    }

    @Test func `each attempt has a key of its own`() throws {
        var walk = try walkAtCall()
        var keys: Set<String?> = [walk.state.pendingCall]
        for _ in 0..<3 {
            try walk.end("unavailable")
            try walk.press("again")
            keys.insert(walk.state.pendingCall)
        }
        #expect(keys.count == 4)
    }

    @Test func `every effect may be unavailable`() throws {
        var walk = try walkAtCall()
        try walk.end("unavailable")
        #expect(walk.step == "trouble")
    }

    @Test func `an outcome that the effect does not have stops the walk`() throws {
        var walk = try walkAtCall()
        #expect(
            throws: MachineFailure.unknownOutcome(effect: "find_account", outcome: "maybe")
        ) { try walk.end("maybe") }
    }

    @Test(arguments: [nil, .text("yes")] as [FieldValue?])
    func `an outcome without what it must give stops the walk`(value: FieldValue?) throws {
        var walk = try walkAtCall()
        let gives = value.map { ["is_known": $0] as [FieldName: FieldValue] } ?? [:]
        #expect(
            throws: MachineFailure.given(
                effect: "find_account",
                outcome: "answered",
                field: "is_known"
            )
        ) { try walk.end("answered", gives) }
    }

    @Test func `what an outcome leaves out is not taken from an earlier call`() throws {
        var walk = try walkAtCall()
        try walk.end("answered", ["is_known": .bool(true)])
        try walk.submit(["email": .text("c@d.cz")])
        #expect(
            throws: MachineFailure.given(
                effect: "find_account",
                outcome: "answered",
                field: "is_known"
            )
        ) { try walk.end("answered") }
    }

    @Test func `what is done once is not asked for again; its way is taken all the same`() throws {
        var walk = try walkWithAccount()
        #expect(walk.step == "made")
        try walk.press("again")
        #expect(walk.calls == [])
        #expect(walk.step == "made")
        #expect(walk["account_id"] == .text("7"))
    }

    @Test func `what is done once is asked for again while it has not succeeded`() throws {
        var walk = try walkAtCall()
        try walk.end("answered", ["is_known": .bool(false)])
        try walk.end("failed")
        try walk.press("again")
        try walk.end("answered", ["is_known": .bool(false)])
        #expect(walk.calls == ["create_account"])
    }

    @Test func `what is set once can be corrected until the effect that takes it has succeeded`()
        throws
    {
        var walk = try walkAtCall()
        try walk.end("answered", ["is_known": .bool(false)])
        try walk.end("failed")
        try walk.press("correct")
        try walk.answer(["citizenship": .text("RU")])
        #expect(walk["citizenship"] == .text("RU"))
    }

    @Test func `what is set once is fixed after that`() throws {
        var walk = try walkWithAccount()
        try walk.press("correct")
        let before = walk.state
        try walk.answer(["citizenship": .text("RU")])
        #expect(walk.refusal == .fixed("citizenship"))
        #expect(walk.state == before)
    }

    @Test func `a fixed answer may be repeated, and others changed beside it`() throws {
        var walk = try walkWithAccount()
        try walk.press("correct")
        try walk.submit(["citizenship": .text("CZ"), "email": .text("c@d.cz")])
        #expect(walk.refusal == nil)
        #expect(walk["email"] == .text("c@d.cz"))
    }

    @Test func `an outcome that stays ends the call all the same`() throws {
        var walk = try MachineWalk(
            """
            steps:
              - {step: ask, call: ping, events: {done: done, slow: stay, unavailable: stay, again: ask}}
              - {step: done, end: done}
            """
        )
        let key = walk.state.pendingCall ?? ""
        try walk.end("slow")
        #expect(walk.state.pendingCall == nil)
        try walk.take(.effectEnded(key: key, outcome: "done", gives: [:]))
        #expect(walk.refusal == .stale)
        try walk.press("again")
        #expect(walk.calls == ["ping"])
    }

    @Test func `a signal is taken where a step handles it, and refused elsewhere`() throws {
        var walk = try MachineWalk(
            """
            steps:
              - {step: one, events: {account_suspended: two, go: two}}
              - {step: two, events: {stop: done}}
              - {step: done, end: done}
            """
        )
        try walk.press("account_suspended")
        #expect(walk.refusal == .notHere)
        try walk.take(.signalled("go"))
        #expect(walk.refusal == .notHere)
        try walk.take(.signalled("account_suspended"))
        #expect(walk.step == "two")
        try walk.take(.signalled("account_suspended"))
        #expect(walk.refusal == .notHere)
    }

    @Test(arguments: [nil, .bool(true)] as [FieldValue?])
    func `a flow does not begin without what it must be given`(value: FieldValue?) throws {
        let input = value.map { ["who": $0] as [FieldName: FieldValue] } ?? [:]
        let machine = try Machines.machine(
            """
            input:
              who: {type: text}
            steps:
              - {step: done, end: done}
            """
        )
        #expect(throws: MachineFailure.input("who")) { try MachineWalk(machine, input: input) }
    }

    @Test func `what is given and no input is left out`() throws {
        let walk = try MachineWalk(Self.flow, input: ["email": .text("a@b.cz")])
        #expect(walk["email"] == nil)
    }
}
