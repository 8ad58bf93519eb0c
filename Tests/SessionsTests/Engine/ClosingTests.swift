import Flows
import Foundation
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("People under way in a flow that closes")
struct ClosingTests {
    /// A person with an address, who then does nothing.
    private static func sleeper(
        _ bench: WalkBench,
        language: String = "en"
    ) throws -> SessionID {
        let walk = try bench.begin(language: language)
        #expect(walk.answer("olga@example.org", at: AnswerPath("email")) == .accepted)
        #expect(walk.submit() == .moved)
        return walk.sessionID
    }

    private static let secondVersion = ClosingFlow.texts.replacing("version: 1", "version: 2")

    @Test(arguments: ClosingFlow.languages)
    func `who does nothing is written to, in the language of the walk`(language: String) throws {
        let bench = try WalkBench(ClosingFlow.parts)
        _ = try Self.sleeper(bench, language: language)
        bench.clock.set(ClosingFlow.notice - 1)
        bench.engine.wakeSessions()
        #expect(bench.transport.letters.isEmpty)
        bench.clock.set(ClosingFlow.notice)
        bench.engine.wakeSessions()
        let letter = try #require(bench.transport.letters.first)
        #expect(letter.recipient == "olga@example.org")
        #expect(letter.language == language)
        #expect(letter.senderName == "Paifang")
        let title = try #require(ClosingFlow.titles[language])
        #expect(letter.subject.hasPrefix(title))
        #expect(letter.subject.contains("31"))
        let body = letter.paragraphs.map { paragraph in
            if case .text(let text) = paragraph { text } else { "" }
        }
        #expect(body.count == 4)
        #expect(body[1].contains(title))
        // Midnight in UTC is two hours later in Prague in summer.
        #expect(body[2].contains("31"))
        #expect(body[2].contains("2:00") || body[2].contains("02.00"))
    }

    @Test
    func `once is once: after a restart, in another language, while it is walked on`() throws {
        let bench = try WalkBench(ClosingFlow.parts)
        let id = try Self.sleeper(bench)
        bench.clock.set(ClosingFlow.notice)
        let walk = try bench.resume(id)
        #expect(bench.transport.letters.count == 1)
        bench.engine.wakeSessions()
        let again = try bench.again()
        again.engine.wakeSessions()
        let other = try again.resume(walk.sessionID)
        other.choose(language: LanguageTag("ru"))
        again.clock.move(by: .day)
        #expect(other.answer("Al", at: AnswerPath("alias")) == .accepted)
        #expect(other.submit() == .moved)
        #expect(bench.transport.letters.count == 1)
        #expect(try again.engine.journalFinding(of: id) == nil)
    }

    @Test
    func `without an address nothing is sent, and nobody is woken for it again`() throws {
        let bench = try WalkBench(ClosingFlow.parts)
        let walk = try bench.begin()
        bench.clock.set(ClosingFlow.notice)
        #expect(try bench.store.sessions(dueAt: bench.clock.now) == [walk.sessionID])
        bench.engine.wakeSessions()
        #expect(try bench.store.sessions(dueAt: bench.clock.now) == [])
        let resumed = try bench.resume(walk.sessionID)
        #expect(resumed.answer("olga@example.org", at: AnswerPath("email")) == .accepted)
        #expect(resumed.submit() == .moved)
        #expect(bench.transport.letters.isEmpty)
        #expect(resumed.screen.step == "about")
    }

    @Test
    func `who was asleep until it had closed is not told any more`() throws {
        let bench = try WalkBench(ClosingFlow.parts)
        let id = try Self.sleeper(bench)
        bench.clock.set(ClosingFlow.until)
        bench.engine.wakeSessions()
        let walk = try bench.resume(id)
        #expect(bench.transport.letters.isEmpty)
        #expect(walk.screen.step == "about")
    }

    @Test
    func `a crash at the letter loses none and doubles none`() throws {
        let bench = try WalkBench(ClosingFlow.parts)
        _ = try Self.sleeper(bench)
        bench.clock.set(ClosingFlow.notice)
        for fault in [FaultyStore.Fault.before, .after] {
            bench.store.fail(atWrite: 1, fault)
            bench.engine.wakeSessions()
            #expect(bench.transport.letters.isEmpty)
        }
        bench.store.heal()
        // What was being delivered when it fell is delivered once the lease is over.
        bench.clock.move(by: .hour)
        bench.engine.wakeSessions()
        bench.engine.deliverLetters()
        #expect(Set(bench.transport.letters.map(\.id)).count == 1)
        bench.clock.move(by: .hour)
        bench.engine.wakeSessions()
        #expect(bench.transport.letters.count == 1)
    }

    @Test
    func `a walk under old texts is told by what these say`() throws {
        let bench = try WalkBench(ClosingFlow.parts)
        let id = try Self.sleeper(bench)
        let later = try bench.again {
            $0.texts = Self.secondVersion.replacing(", notice: 10d", "")
        }
        later.clock.set(ClosingFlow.notice)
        later.engine.wakeSessions()
        #expect(bench.transport.letters.count == 1)
        #expect(try later.store.session(id)?.version == 1)
    }

    @Test(arguments: [(isMoved: false, letters: 0), (isMoved: true, letters: 1)])
    func `a closing that a new version brings is told to those who are moved to it`(
        isMoved: Bool,
        letters: Int
    ) throws {
        var parts = ClosingFlow.parts
        parts.texts = parts.texts.replacing("open: {until: 2026-03-31, notice: 10d}\n", "")
            .replacing("closed: shut\n", "").replacing("  - {step: shut, end: closed}", "")
        let bench = try WalkBench(parts)
        let id = try Self.sleeper(bench)
        var second = Self.secondVersion
        if isMoved {
            second = second.replacing(
                "closed:",
                "migrate: {from: 1, steps: {about: about}}\nclosed:"
            )
            second.old = [parts.texts.flow]
        }
        let later = try bench.again { $0.texts = second }
        later.clock.set(ClosingFlow.notice + .day)
        _ = try later.resume(id)
        later.engine.wakeSessions()
        later.engine.wakeSessions()
        #expect(bench.transport.letters.count == letters)
        #expect(try later.engine.journalFinding(of: id) == nil)
    }

    @Test
    func `a walk that can't be read keeps nobody else asleep`() throws {
        let bench = try WalkBench(ClosingFlow.parts)
        _ = try Self.sleeper(bench)
        let other = try bench.again { $0.texts = Self.secondVersion }
        let second = try Self.sleeper(other)
        let engine = SessionEngine(
            flows: other.engine.flows,
            texts: other.engine.texts,
            machineOfTexts: { _ in nil },
            store: other.store,
            keys: other.keys,
            host: other.host,
            letters: other.engine.letters,
            transport: other.transport,
            clock: other.engine.clock,
            log: other.engine.log
        )
        bench.clock.set(ClosingFlow.notice)
        engine.wakeSessions()
        #expect(bench.transport.letters.count == 1)
        #expect(bench.transport.letters[0].id.hasPrefix(second.text))
    }

    @Test
    func `what else time brings to sleepers is done in the same way`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "check_mail")
        let touched = try bench.begin()
        bench.clock.move(by: .day)
        bench.engine.wakeSessions()
        #expect(try bench.engine.step(of: walk.sessionID) == "link_expired")
        #expect(try bench.store.session(touched.sessionID)?.sequence == 1)
    }
}
