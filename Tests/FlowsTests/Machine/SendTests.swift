import Testing

@testable import Flows

@Suite("Letters and their limits")
struct SendTests {
    static let flow = """
        fields: [email]
        steps:
          - {step: start, ask: [email]}
          - step: look
            call: find_account
            events: {answered: letter, unavailable: look_failed}
          - step: letter
            send:
              - mail: confirm
                link: confirmed
                unless: is_known
                limit: {times: 4, apart: 60s, per: [session, email], within: 24h}
              - mail: known
                if: is_known
                limit: {times: 4, apart: 60s, per: [session, email], within: 24h}
            events: {confirmed: done, resend: letter, other: start}
            after: {24h: old}
          - {step: old, events: {again: look}}
          - {step: look_failed, events: {again: look}}
          - {step: done, end: done}
        """

    static func walkAtMail(
        isKnown: Bool = false,
        email: String = "a@b.cz"
    ) throws -> MachineWalk {
        var walk = try MachineWalk(flow)
        try reach(&walk, isKnown: isKnown, email: email)
        return walk
    }

    /// Goes from the start to the letter.
    static func reach(
        _ walk: inout MachineWalk,
        isKnown: Bool = false,
        email: String = "a@b.cz"
    ) throws {
        try walk.submit(["email": .text(email)])
        try walk.end("answered", ["is_known": .bool(isKnown)])
    }

    @Test(arguments: [(false, "confirm"), (true, "known")] as [(Bool, LetterName)])
    func `conditions decide which letter goes out`(isKnown: Bool, letter: LetterName) throws {
        #expect(try Self.walkAtMail(isKnown: isKnown).sent == [letter])
    }

    @Test func `an order says what, for which link, until when`() throws {
        let walk = try Self.walkAtMail()
        let order = try #require(walk.orders.first)
        #expect(order.token == 0)
        #expect(order.expiresAt == .day)
        #expect(order.at == 0)
        #expect(walk.state.links.map(\.status) == [.open])
    }

    @Test func `a resend sends a new link, and kills the old one`() throws {
        var walk = try Self.walkAtMail()
        walk.wait(.minute)
        try walk.press("resend")
        #expect(walk.sent == ["confirm"])
        #expect(walk.state.links.map(\.status) == [.superseded, .open])
        #expect(walk.state.links[0].hash != walk.state.links[1].hash)
        try walk.open(0)
        #expect(walk.refusal == .superseded)
        try walk.open(1)
        #expect(walk.state.outcome == "done")
    }

    @Test func `too few tokens stop the walk`() throws {
        let walk = try Self.walkAtMail()
        #expect(throws: MachineFailure.noFreshToken) {
            try walk.machine.advance(
                walk.state,
                .pressed(visit: walk.state.visit, event: "resend"),
                now: .minute,
                fresh: Fresh()
            )
        }
    }

    @Test func `a second letter is refused until it is far enough from the first`() throws {
        var walk = try Self.walkAtMail()
        let before = walk.state
        walk.wait(.minute - 1)
        try walk.press("resend")
        #expect(walk.refusal == .tooSoon(readyAt: .minute))
        #expect(walk.state == before)
        walk.wait(1)
        try walk.press("resend")
        #expect(walk.refusal == nil)
    }

    @Test func `what is refused leaves the old link alive`() throws {
        var walk = try Self.walkAtMail()
        try walk.press("resend")
        #expect(walk.refusal == .tooSoon(readyAt: .minute))
        try walk.open(0)
        #expect(walk.state.outcome == "done")
    }

    @Test(arguments: [false, true])
    func `so many may go out within the window, to known and unknown alike`(isKnown: Bool) throws {
        var walk = try Self.walkAtMail(isKnown: isKnown)
        for _ in 0..<3 {
            walk.wait(.minute)
            try walk.press("resend")
            #expect(walk.refusal == nil)
        }
        walk.wait(.minute)
        try walk.press("resend")
        #expect(walk.refusal == .usedUp(readyAt: .day))
    }

    @Test func `the window moves on`() throws {
        var walk = try Self.walkAtMail()
        for _ in 0..<3 {
            walk.wait(.minute)
            try walk.press("resend")
        }
        walk.now = .day + 2 * .minute
        try walk.press("resend")
        #expect(walk.refusal == nil)
    }

    @Test func `going round by the form does not refill it`() throws {
        var walk = try Self.walkAtMail()
        for _ in 0..<3 {
            walk.wait(.minute)
            try walk.press("other")
            try Self.reach(&walk)
            #expect(walk.sent == ["confirm"])
        }
        walk.wait(.minute)
        try walk.press("resend")
        #expect(walk.refusal == .usedUp(readyAt: .day))
    }

    @Test func `a step that is entered by itself keeps why nothing went out`() throws {
        var walk = try Self.walkAtMail()
        walk.wait(10 * .second)
        try walk.back()
        try Self.reach(&walk)
        #expect(walk.step == "letter")
        #expect(walk.sent == [])
        #expect(walk.state.unsent == .tooSoon(readyAt: .minute))
        #expect(walk.state.links.map(\.status) == [.superseded])
        walk.now = .minute
        try walk.press("resend")
        #expect(walk.state.unsent == nil)
        #expect(walk.sent == ["confirm"])
    }

    @Test func `another address gets its letter at once, but the session's count goes on`() throws {
        var walk = try Self.walkAtMail()
        for address in ["b@b.cz", "c@b.cz", "d@b.cz"] {
            try walk.press("other")
            try Self.reach(&walk, email: address)
            #expect(walk.sent == ["confirm"])
        }
        try walk.press("other")
        try Self.reach(&walk, email: "e@b.cz")
        #expect(walk.sent == [])
        #expect(walk.state.unsent == .usedUp(readyAt: .day))
    }

    @Test func `an address is counted with the answers of the event that sends`() throws {
        let walk = try MachineWalk(Self.flow)
        let event = FlowEvent.submitted(
            visit: walk.state.visit,
            answers: ["email": .text("z@b.cz")]
        )
        let counts = walk.machine.sendCounts(for: event, in: walk.state)
        #expect(counts.map(\.step) == [2])
        #expect(counts.map { Array($0.values.values) } == [["z@b.cz"]])
    }

    @Test func `what went out earlier in the same event counts`() throws {
        var walk = try MachineWalk(
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - step: nag
                send: {mail: reminder, limit: {times: 2}}
                after: {1h: pause}
              - {step: pause, after: {1h: nag}, events: {stop: done}}
              - {step: done, end: done}
            """
        )
        try walk.submit(["email": .text("a@b.cz")])
        try walk.waitAndSee(.day)
        #expect(walk.sent == ["reminder"])
        #expect(walk.state.unsent != nil || walk.step == "pause")
    }

    @Test(arguments: [0, .hour] as [Int64])
    func `a letter whose link would be dead on arrival is not sent`(late: Int64) throws {
        var walk = try MachineWalk(
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - step: letter
                send: {mail: confirm, link: confirmed, limit: {times: 9}}
                events: {confirmed: done}
                after: {24h: letter}
              - {step: done, end: done}
            """
        )
        try walk.submit(["email": .text("a@b.cz")])
        try walk.waitAndSee(3 * .day + late)
        #expect(walk.sent == ["confirm"])
        #expect(walk.state.links.map(\.status) == [.expired, .open])
        #expect(walk.orders.map(\.expiresAt) == [4 * .day])
    }

    @Test func `the same event of a button that stays changes nothing but the time of the person`()
        throws
    {
        var walk = try MachineWalk(
            """
            steps:
              - {step: one, events: {nod: stay, go: done}, after: {1h: done}}
              - {step: done, end: done}
            """
        )
        let before = walk.state
        walk.wait(.minute)
        try walk.press("nod")
        #expect(walk.refusal == nil)
        #expect(walk.state.visit == before.visit)
        #expect(walk.state.deadlines == before.deadlines)
    }

    @Test func `a button under a condition is not there while it does not hold`() throws {
        let flow = """
            fields:
              - age: {type: integer}
            steps:
              - {step: start, ask: [age]}
              - {step: shop, events: {buy: {if: age >= 18, goto: done}, leave: done}}
              - {step: done, end: done}
            """
        var walk = try MachineWalk(flow)
        try walk.submit(["age": .integer(12)])
        try walk.press("buy")
        #expect(walk.refusal == .notHere)
        walk = try MachineWalk(flow)
        try walk.submit(["age": .integer(18)])
        try walk.press("buy")
        #expect(walk.state.outcome == "done")
    }
}
