import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Limits of what is sent")
struct LimitTests {
    @Test
    func `a letter is not sent again within a minute, and the old link stays good`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        bench.clock.move(by: 59_999)
        #expect(walk.press("resend") == .refused)
        #expect(walk.input.refusal == .tooSoon(readyAt: WalkBench.start + .minute))
        #expect(
            walk.screen.buttons.first { $0.event == "resend" }?.readyAt == WalkBench.start + .minute
        )
        #expect(walk.screen.timing?.sendsLeft == 3)
        #expect(bench.transport.letters.count == 1)
        #expect(walk.openLink(try bench.token()) == .moved)
    }

    @Test
    func `after a minute it is sent again, and the screen counts`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        for left in [2, 1, 0] {
            bench.clock.move(by: .minute)
            #expect(walk.press("resend") == .moved)
            #expect(walk.screen.timing?.sendsLeft == left)
        }
        #expect(bench.transport.letters.count == 4)
        bench.clock.move(by: .minute)
        let ready = WalkBench.start + .day
        #expect(walk.screen.timing?.nextSendAt == ready)
        #expect(walk.press("resend") == .refused)
        #expect(walk.input.refusal == .usedUp(readyAt: ready))
        #expect(bench.transport.letters.count == 4)
    }

    @Test
    func `when the first letter is a day old another may go out`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        for _ in 0..<3 {
            bench.clock.move(by: .hour)
            _ = walk.press("resend")
        }
        bench.clock.set(WalkBench.start + .day - 1)
        #expect(walk.press("resend") == .refused)
        bench.clock.set(WalkBench.start + .day)
        #expect(walk.press("resend") == .moved)
        #expect(bench.transport.letters.count == 5)
    }

    @Test
    func `an address is counted across sessions, whatever its case`() throws {
        let bench = try WalkBench()
        for address in [
            "anna@example.com", "ANNA@example.com", "Anna@Example.com", "anna@EXAMPLE.com",
        ] {
            _ = try bench.walk(to: "check_mail", ["email": address])
            bench.clock.move(by: .minute)
        }
        #expect(bench.transport.letters.count == 4)
        let walk = try bench.walk(to: "check_mail", ["email": "anna@example.com"])
        #expect(bench.transport.letters.count == 4)
        #expect(walk.state.unsent == .usedUp(readyAt: WalkBench.start + .day))
        #expect(walk.screen.notices.count == 1)
        // What stands there otherwise says that a letter was sent.
        #expect(walk.screen.intro == nil)
        // Somebody else's address is not touched by it.
        let other = try bench.walk(to: "check_mail", ["email": "boris@example.com"])
        #expect(other.state.unsent == nil)
        #expect(other.screen.intro != nil)
        #expect(bench.transport.letters.count == 5)
    }

    @Test
    func `a changed address does not fill up what a session may send`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        for number in 1...5 {
            try bench.go(
                walk,
                to: "check_mail",
                ["email": "anna\(number)@example.com", "captcha": "pass"]
            )
            if number < 5 { #expect(walk.press("change_email") == .moved) }
        }
        // A corrected address gets its letter at once; the fifth gets none.
        #expect(bench.transport.letters.map(\.recipient) == (1...4).map { "anna\($0)@example.com" })
        #expect(walk.state.unsent == .usedUp(readyAt: WalkBench.start + .day))
    }

    @Test
    func `going back and forth does not send the same address another letter at once`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        #expect(walk.press("change_email") == .moved)
        try bench.go(walk, to: "check_mail")
        #expect(bench.transport.letters.count == 1)
        #expect(walk.state.unsent == .tooSoon(readyAt: WalkBench.start + .minute))
    }

    @Test
    func `sends are counted after a restart as before`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let again = try bench.again().resume(walk.sessionID)
        #expect(again.press("resend") == .refused)
        #expect(again.screen.timing?.sendsLeft == 3)
    }

    @Test
    func `a known address counts and looks as an unknown one`() throws {
        let known = try WalkBench()
        let unknown = try WalkBench()
        _ = try known.walk(to: "registered")
        for bench in [known, unknown] { bench.clock.move(by: 2 * .day) }
        let there = try known.walk(to: "check_mail")
        let nowhere = try unknown.walk(to: "check_mail")
        #expect(there.screen == nowhere.screen)
        for _ in 0..<4 {
            for bench in [known, unknown] { bench.clock.move(by: 30 * .second) }
            #expect(there.press("resend") == nowhere.press("resend"))
            #expect(there.screen == nowhere.screen)
            for bench in [known, unknown] { bench.clock.move(by: 40 * .second) }
            #expect(there.screen == nowhere.screen)
            #expect(there.press("resend") == nowhere.press("resend"))
            #expect(there.screen == nowhere.screen)
        }
        // Only the mail tells the difference.
        let subject = Material.project.catalogs.words(
            "mail.already_registered.subject",
            in: there.language
        )
        #expect(known.transport.letters.last?.subject == subject.text)
        #expect(known.transport.letters.count == 6)
        #expect(unknown.transport.letters.count == 4)
    }

    @Test
    func `a step that sends at the very beginning counts what others have sent`() throws {
        var parts = WalkBench.Parts()
        parts.texts = SmallFlows.inviting
        let bench = try WalkBench(parts)
        let input: [FieldName: FieldValue] = ["guest": .text("anna@example.com")]
        let first = try bench.begin(input)
        let second = try bench.begin(input)
        #expect(first.state.unsent == nil)
        #expect(second.state.unsent != nil)
        #expect(bench.transport.letters.count == 1)
        #expect(try bench.engine.journalFinding(of: second.sessionID) == nil)
    }

    @Test
    func `the strictest of several scopes says when the next may go out`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        for number in 1...4 {
            try bench.go(walk, to: "check_mail", ["email": "b\(number)@example.com"])
            #expect(walk.press("change_email") == .moved)
        }
        for _ in 0..<4 {
            bench.clock.move(by: .hour)
            _ = try bench.walk(to: "check_mail", ["email": "anna@example.com"])
        }
        try bench.go(walk, to: "check_mail", ["email": "anna@example.com"])
        // The session would be free a day after the start, the address an hour later.
        #expect(walk.state.unsent == .usedUp(readyAt: WalkBench.start + .day + .hour))
    }

    @Test
    func `a timer that enters a sending step is counted even beside an answer`() throws {
        var parts = WalkBench.Parts()
        parts.texts = SmallFlows.reminding
        let bench = try WalkBench(parts)
        let input: [FieldName: FieldValue] = ["guest": .text("anna@example.com")]
        let first = try bench.begin(input)
        let second = try bench.begin(input)
        bench.clock.move(by: .hour)
        #expect(first.answer("Anna", at: AnswerPath("nickname")) == .refused)
        #expect(second.answer("Boris", at: AnswerPath("nickname")) == .refused)
        #expect(bench.transport.letters.count == 1)
    }

    @Test
    func `a screen that sends nothing does not ask how much was sent`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "address")
        let before = bench.store.countings
        _ = walk.screen
        #expect(bench.store.countings == before)
    }
}
