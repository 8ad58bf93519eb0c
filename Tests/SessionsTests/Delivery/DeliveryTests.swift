import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("Delivery")
struct DeliveryTests {
    private static let down = DeliveryFailure(reason: "no disk", isTemporary: true)

    private func row(_ bench: WalkBench, _ walk: Walk) throws -> OutboxRow {
        try #require(try bench.store.letters(of: walk.sessionID).last)
    }

    @Test
    func `a letter that can't be delivered is tried again with growing waits, then parked`() throws
    {
        let bench = try WalkBench()
        bench.transport.fail(Self.down)
        let walk = try bench.walk(to: "check_mail")
        var now = WalkBench.start
        for wait in [10 * Int64.second, .minute, 10 * .minute, .hour] {
            let waiting = try row(bench, walk)
            #expect(waiting.status == .waiting && waiting.failure == "no disk")
            #expect(waiting.dueAt == now + wait)
            bench.clock.set(now + wait - 1)
            bench.engine.deliverLetters()
            #expect(try row(bench, walk).attempts == waiting.attempts)
            now += wait
            bench.clock.set(now)
            bench.engine.deliverLetters()
        }
        let parked = try row(bench, walk)
        #expect(parked.status == .parked && parked.attempts == 5)
        // It is there still, and is not tried any more.
        #expect(try !bench.engine.openLetter(parked).paragraphs.isEmpty)
        bench.transport.fail(nil)
        bench.clock.move(by: .day)
        bench.engine.deliverLetters()
        #expect(bench.transport.letters.isEmpty)
    }

    @Test(arguments: [
        (isTemporary: true, words: "hasn’t gone out yet"),
        (isTemporary: false, words: "couldn’t deliver the email to"),
    ])
    func `the waiting screen says that it did not go out, until it has`(
        isTemporary: Bool,
        words: String
    ) throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        #expect(walk.screen.notices.isEmpty)
        bench.transport.fail(DeliveryFailure(reason: "down", isTemporary: isTemporary))
        bench.clock.move(by: .minute)
        #expect(walk.press("resend") == .moved)
        let notice = try #require(walk.screen.notices.first).text
        #expect(notice.contains(words) && notice.contains("anna.novakova@example.com"))
        bench.transport.fail(nil)
        bench.clock.move(by: .minute)
        if isTemporary { bench.engine.deliverLetters() } else { _ = walk.press("resend") }
        #expect(walk.screen.notices.isEmpty)
    }

    @Test
    func `a resend that came too soon is told only until it is possible`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        #expect(walk.press("resend") == .refused)
        #expect(walk.screen.notices.first?.text.contains("60 seconds") == true)
        bench.clock.move(by: 59 * .second)
        #expect(walk.screen.notices.first?.text.contains("1 second") == true)
        bench.clock.move(by: .second)
        #expect(walk.screen.notices.isEmpty)
    }

    @Test
    func `it goes out as soon as that is possible again, with the same name`() throws {
        let bench = try WalkBench()
        bench.transport.fail(Self.down)
        let walk = try bench.walk(to: "check_mail")
        let id = try row(bench, walk).id
        #expect(walk.lastLetter == nil)
        bench.transport.fail(nil)
        bench.clock.move(by: 10 * .second)
        _ = try bench.again().resume(walk.sessionID)
        #expect(bench.transport.letters.map(\.id) == [id])
        #expect(walk.openLink(try bench.token()) == .moved)
    }

    @Test
    func `what will never succeed is parked at once`() throws {
        let bench = try WalkBench()
        bench.transport.fail(DeliveryFailure(reason: "no such box", isTemporary: false))
        let walk = try bench.walk(to: "check_mail")
        #expect(try row(bench, walk).status == .parked)
        #expect(try row(bench, walk).attempts == 1)
    }

    @Test
    func `a resend goes out although the letter before it is parked`() throws {
        let bench = try WalkBench()
        bench.transport.fail(DeliveryFailure(reason: "no such box", isTemporary: false))
        let walk = try bench.walk(to: "check_mail")
        bench.transport.fail(nil)
        bench.clock.move(by: .minute)
        #expect(walk.press("resend") == .moved)
        #expect(bench.transport.letters.count == 1)
        #expect(walk.openLink(try bench.token()) == .moved)
    }

    @Test
    func `outside a sandbox a delivered letter is erased, and is shown nowhere`() throws {
        var parts = WalkBench.Parts()
        parts.isSandbox = false
        let bench = try WalkBench(parts)
        let walk = try bench.walk(to: "check_mail")
        let row = try row(bench, walk)
        #expect(row.status == .delivered && row.body.isEmpty)
        #expect(walk.lastLetter == nil && walk.letterPlace == nil)
        #expect(walk.openLink(try bench.token()) == .moved)
    }

    @Test
    func `outside a sandbox a letter that waits is not shown either`() throws {
        var parts = WalkBench.Parts()
        parts.isSandbox = false
        let bench = try WalkBench(parts)
        bench.transport.fail(Self.down)
        let walk = try bench.walk(to: "check_mail")
        #expect(try !row(bench, walk).body.isEmpty)
        #expect(walk.lastLetter == nil && !walk.canOpenOwnLink)
    }

    @Test
    func `in a sandbox it can be read while its link is open, also after a restart`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let again = try bench.again().resume(walk.sessionID)
        for walk in [walk, again] {
            #expect(walk.lastLetter == bench.transport.letters.first)
            #expect(walk.letterPlace == "/mail/\(try row(bench, walk).id).eml")
        }
        #expect(again.openLink(try bench.token()) == .moved)
        #expect(try row(bench, walk).body.isEmpty)
        #expect(again.lastLetter == nil)
    }

    @Test
    func `the welcome goes out once, however often the end is looked at`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "registered")
        for _ in 0..<3 {
            bench.clock.move(by: .day)
            _ = try bench.again().resume(walk.sessionID)
            _ = walk.refresh()
        }
        #expect(bench.transport.letters.count == 2)
        #expect(bench.transport.letters.last?.id == "\(walk.sessionID).\(walk.state.sequence).0")
    }

    @Test
    func `the mailbox of a known provider is offered, of an unknown one not`() throws {
        let bench = try WalkBench()
        let known = try bench.walk(to: "check_mail", ["email": "anna@GMAIL.com"])
        #expect(known.mailbox?.name == "Gmail")
        let unknown = try bench.walk(to: "check_mail", ["email": "anna@example.com"])
        #expect(unknown.mailbox == nil)
        #expect(try bench.begin().mailbox == nil)
    }

    @Test
    func `the mailbox is offered outside a sandbox as well`() throws {
        var parts = WalkBench.Parts()
        parts.isSandbox = false
        let walk = try WalkBench(parts).walk(to: "check_mail", ["email": "anna@gmail.com"])
        #expect(walk.mailbox?.address == "https://mail.google.com/")
    }

    @Test
    func `one letter that fails does not keep the others back`() throws {
        let bench = try WalkBench()
        bench.transport.fail(Self.down)
        for number in 0..<3 {
            _ = try bench.walk(to: "check_mail", ["email": "anna\(number)@example.com"])
        }
        bench.transport.fail(nil)
        bench.clock.move(by: .minute)
        bench.engine.deliverLetters()
        #expect(Set(bench.transport.letters.map(\.recipient)).count == 3)
    }
}
