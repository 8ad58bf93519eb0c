import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Time")
struct TimeTests {
    @Test
    func `a link opens a millisecond before its 24 hours are over`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        bench.clock.set(WalkBench.start + .day - 1)
        #expect(walk.openLink(try bench.token()) == .moved)
        #expect(walk.screen.step == "personal")
    }

    @Test(arguments: [Int64(0), 1, .day])
    func `a link meets an expired step when 24 hours are over, even if nobody looked`(
        late: Int64
    ) throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        bench.clock.set(WalkBench.start + .day + late)
        #expect(walk.openLink(try bench.token()) == .refused)
        #expect(walk.input.refusal == .expired)
        #expect(walk.screen.step == "link_expired")
        #expect(try bench.again().resume(walk.sessionID).screen.step == "link_expired")
    }

    @Test
    func `a resend gives 24 new hours`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        bench.clock.move(by: 23 * .hour)
        #expect(walk.press("resend") == .moved)
        #expect(walk.screen.timing?.linksExpireAt == bench.clock.now + .day)
        bench.clock.move(by: .day - 1)
        #expect(walk.openLink(try bench.token()) == .moved)
    }

    @Test
    func `who comes back to an expired link is told so, and gets a new one`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        bench.clock.move(by: 30 * .hour)
        let again = try bench.again().resume(walk.sessionID)
        #expect(again.screen.step == "link_expired")
        #expect(again.press("send_again") == .moved)
        #expect(again.screen.step == "check_mail")
        #expect(bench.transport.letters.count == 2)
        #expect(again.openLink(try bench.token()) == .moved)
    }

    @Test
    func `a clock that is set back keeps the link, and its end`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let end = WalkBench.start + .day
        bench.clock.set(WalkBench.start - 3 * .hour)
        #expect(!walk.refresh())
        #expect(walk.screen.timing?.linksExpireAt == end)
        #expect(walk.press("resend") == .refused)
        #expect(walk.openLink(try bench.token()) == .moved)
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `24 hours stay 24 hours over the change to summer time`() throws {
        let bench = try WalkBench()
        // 2026-03-28T12:00:00Z; the clocks of Prague go forward in the night after it.
        bench.clock.set(1_774_699_200_000)
        let walk = try bench.begin(zone: "Europe/Prague")
        try bench.go(walk, to: "check_mail")
        let letter = try #require(bench.transport.letters.first)
        let text = "\(letter.paragraphs)"
        #expect(text.contains("2:00") && !text.contains("1:00"), "\(text)")
        #expect(text.contains("24 hours"))
        bench.clock.move(by: .day - 1)
        #expect(!walk.refresh())
        bench.clock.move(by: 1)
        #expect(walk.refresh())
        #expect(walk.screen.step == "link_expired")
    }

    @Test
    func `a walk nobody has touched for seven days is abandoned, and no link opens it`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "address")
        bench.clock.move(by: 7 * .day - 1)
        #expect(!walk.refresh())
        walk.reply("Praha", to: "city")
        bench.clock.move(by: 7 * .day - 1)
        #expect(!walk.refresh())
        bench.clock.move(by: 1)
        let again = try bench.again().resume(walk.sessionID)
        #expect(again.screen.step == "abandoned")
        #expect(again.screen.kind == .end)
        #expect(again.session.status == .ended)
        #expect(again.openLink(try bench.token()) == .refused)
        #expect(walk.submit() == .refused)
        #expect(walk.refresh() == false)
        #expect(walk.screen.step == "abandoned")
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `looking at a walk when nothing is due writes nothing`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let sequence = walk.state.sequence
        for _ in 0..<3 {
            bench.clock.move(by: .hour)
            #expect(!walk.refresh())
            _ = try bench.resume(walk.sessionID)
            try bench.engine.take(.timePassed, in: &walk.session)
        }
        #expect(walk.state.sequence == sequence)
        #expect(try bench.store.journal(of: walk.sessionID).count == sequence)
    }

    @Test
    func `the next moment at which time moves it stands in the store`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let record = { try bench.store.session(walk.sessionID) }
        #expect(try record()?.nextDeadline == WalkBench.start + .day)
        #expect(walk.openLink(try bench.token()) == .moved)
        #expect(try record()?.nextDeadline == WalkBench.start + 7 * .day)
        try bench.go(walk, to: "registered")
        #expect(try record()?.nextDeadline == nil)
    }
}
