import Testing

@testable import Flows

@Suite("Links")
struct LinkTests {
    // T8: 24 h - 1 ms, 24 h, 24 h + 1 ms are exact.
    @Test(
        arguments: [
            (Int64.day - 1, nil, "done"), (.day, .expired, "old"), (.day + 1, .expired, "old"),
        ] as [(Int64, Refusal?, StepName)]
    )
    func `a link lives as long as the step that sent it`(
        now: Int64,
        refusal: Refusal?,
        step: StepName
    ) throws {
        var walk = try SendTests.walkAtMail()
        walk.now = now
        try walk.open(0)
        #expect(walk.refusal == refusal)
        #expect(walk.step == step)
    }

    @Test func `a step that ran out is saved beside the refusal`() throws {
        var walk = try SendTests.walkAtMail()
        let before = walk.state
        walk.now = .day
        try walk.open(0)
        #expect(walk.state.sequence == before.sequence + 1)
        #expect(walk.state.visit == before.visit + 1)
        #expect(walk.state.links.map(\.status) == [.expired])
    }

    @Test(arguments: [Int64.day - 1, .day])
    func `a resend starts a fresh day`(late: Int64) throws {
        var walk = try SendTests.walkAtMail()
        walk.now = .day - 1
        try walk.press("resend")
        walk.now = .day - 1 + late
        try walk.open(1)
        #expect(walk.refusal == (late < .day ? nil : .expired))
    }

    @Test func `a clock that is set back does no harm`() throws {
        var walk = try MachineWalk(Machines.machine(SendTests.flow), now: 10 * .day)
        try SendTests.reach(&walk)
        walk.now = 9 * .day
        try walk.take(.timePassed)
        #expect(walk.step == "letter")
        try walk.open(0)
        #expect(walk.state.outcome == "done")
    }

    // T7: used, expired, superseded and forged links are refused, each by its own name.
    @Test func `a used link is told so, also after the end`() throws {
        var walk = try SendTests.walkAtMail()
        try walk.open(0)
        let before = walk.state
        try walk.open(0)
        #expect(walk.refusal == .used)
        #expect(walk.state == before)
    }

    @Test func `an expired link stays expired`() throws {
        var walk = try SendTests.walkAtMail()
        try walk.waitAndSee(.day)
        #expect(walk.step == "old")
        try walk.open(0)
        #expect(walk.refusal == .expired)
    }

    @Test(arguments: [[], [1, 2, 3]] as [[UInt8]])
    func `a link that was never sent is forged`(hash: [UInt8]) throws {
        var walk = try SendTests.walkAtMail()
        let before = walk.state
        try walk.take(.linkOpened(hash: hash))
        #expect(walk.refusal == .forged)
        #expect(walk.state == before)
    }

    @Test func `a link's event is no button`() throws {
        var walk = try SendTests.walkAtMail()
        try walk.press("confirmed")
        #expect(walk.refusal == .notHere)
        #expect(walk.step == "letter")
    }

    @Test func `a link whose event stays is used up all the same`() throws {
        var walk = try MachineWalk(
            """
            fields: [email]
            steps:
              - {step: start, ask: [email]}
              - step: letter
                send: {mail: news, link: seen, limit: {times: 9}}
                events: {seen: stay, go: done}
              - {step: done, end: done}
            """
        )
        try walk.submit(["email": .text("a@b.cz")])
        let visit = walk.state.visit
        try walk.open(0)
        #expect(walk.refusal == nil)
        #expect(walk.state.visit == visit)
        try walk.open(0)
        #expect(walk.refusal == .used)
    }
}
