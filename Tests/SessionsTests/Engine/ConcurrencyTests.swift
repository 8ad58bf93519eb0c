import Flows
import Localization
import Screens
import Secrets
import Testing

@testable import Sessions

@Suite("Two terminals")
struct ConcurrencyTests {
    @Test
    func `the one that comes second is told that its screen was old, and sees the new one`() throws
    {
        let bench = try WalkBench()
        let first = try bench.begin()
        let second = try bench.again().resume(first.sessionID)
        #expect(first.reply("anna@example.com", to: "email") == .accepted)
        #expect(second.reply("boris@example.com", to: "email") == .refused)
        #expect(second.input.refusal == .stale)
        #expect(second.field("email")?.shown == "anna@example.com")
        #expect(second.reply("boris@example.com", to: "email") == .accepted)
        #expect(try bench.engine.journalFinding(of: first.sessionID) == nil)
    }

    @Test
    func `what was typed for a step that the other has left is forgotten`() throws {
        let bench = try WalkBench()
        let first = try bench.walk(to: "document")
        let second = try bench.again().resume(first.sessionID)
        #expect(second.reply("1", to: "document_number") == .problem)
        try bench.go(first, to: "address")
        #expect(second.refresh())
        #expect(second.screen.step == "address")
        #expect(second.input.problems.isEmpty && second.input.rejected.isEmpty)
        second.fill()
        #expect(second.submit() == .moved)
    }

    @Test
    func `a late click on a button of a screen that is gone does nothing`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let visit = walk.state.visit
        bench.clock.move(by: .minute)
        #expect(walk.press("resend") == .moved)
        let advance = try bench.engine.take(
            .pressed(visit: visit, event: "resend"),
            in: &walk.session
        )
        #expect(advance.refusal == .stale)
        #expect(bench.transport.letters.count == 2)
    }

    @Test
    func `a language chosen beside somebody else's answer is chosen, and the answer stays`() throws
    {
        let bench = try WalkBench()
        let first = try bench.begin()
        let second = try bench.again().resume(first.sessionID)
        #expect(first.reply("anna@example.com", to: "email") == .accepted)
        second.choose(language: LanguageTag("ru"))
        #expect(second.language == LanguageTag("ru"))
        #expect(second.field("email")?.shown == "anna@example.com")
        #expect(first.refresh())
        #expect(first.screen.language == LanguageTag("ru"))
    }

    @Test
    func `a terminal that looks while the host is asked does not spoil the answer`() throws {
        let bench = try WalkBench()
        let other = try bench.again()
        let walk = try bench.walk(to: "check_answers")
        let id = walk.sessionID
        let engine = other.engine
        bench.host.duringNextCall { _ = try? engine.load(id) }
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "registered")
        #expect(bench.transport.letters.count == 2)
        #expect(try bench.engine.journalFinding(of: id) == nil)
        let index = bench.keys.index(ofAddress: "anna.novakova@example.com")
        #expect(try bench.store.account(emailIndex: index) != nil)
    }

    @Test
    func `another language chosen while the host is asked does not lose the host's answer`() throws
    {
        let bench = try WalkBench()
        let engine = try bench.again().engine
        let walk = try bench.walk(to: "check_answers")
        let id = walk.sessionID
        bench.host.duringNextCall {
            guard var session = try? engine.read(id) else { return }
            _ = try? engine.take(.languageChosen("ru"), in: &session)
        }
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "registered")
        #expect(walk.language == LanguageTag("ru"))
    }

    @Test
    func `many at once on one link open it once`() async throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let hash = try #require(LinkText.token(in: try bench.token())).hash.bytes
        let engine = bench.engine
        let id = walk.sessionID
        let opened = await withTaskGroup(of: Bool.self, returning: Int.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    // Who is late is refused, or meets a session that has moved.
                    guard var session = try? engine.read(id) else { return false }
                    let advance = try? engine.take(.linkOpened(hash: hash), in: &session)
                    return advance.map { $0.refusal == nil } ?? false
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(opened == 1)
        #expect(try bench.engine.journalFinding(of: id) == nil)
    }
}
