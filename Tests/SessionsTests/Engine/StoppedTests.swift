import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("A session that can't go on")
struct StoppedTests {
    private func bench() throws -> WalkBench {
        var parts = WalkBench.Parts()
        parts.texts = SmallFlows.dividing
        return try WalkBench(parts)
    }

    @Test
    func `a rule that can't be evaluated stops it, durably and with words`() throws {
        let bench = try bench()
        let walk = try bench.begin()
        #expect(walk.answer("0", at: AnswerPath("number")) == .failed("failure.machine"))
        #expect(walk.session.status == .stopped)
        let words = walk.words("failure.machine", [:]).text
        let again = try bench.again().resume(walk.sessionID)
        for walk in [walk, again] {
            #expect(walk.screen.notices.map(\.text) == [words])
            #expect(walk.screen.fields.isEmpty)
            #expect(walk.submit() == .failed("failure.machine"))
            #expect(walk.answer("1", at: AnswerPath("number")) == .failed("failure.machine"))
        }
        #expect(try bench.engine.sessions().map(\.status) == [.stopped])
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `what is said can still be read in another language`() throws {
        let bench = try bench()
        let walk = try bench.begin()
        _ = walk.answer("0", at: AnswerPath("number"))
        walk.choose(language: LanguageTag("ru"))
        let words = Material.project.catalogs.words("failure.machine", in: LanguageTag("ru")).text
        #expect(walk.screen.notices.map(\.text) == [words])
    }

    @Test
    func `a secret's rule that can't be evaluated stops it`() throws {
        let bench = try bench()
        let walk = try bench.begin()
        walk.reply("1", to: "number")
        #expect(walk.submit() == .moved)
        let reply = walk.answer(secret: "sixsix", repeated: nil, at: AnswerPath("word"))
        #expect(reply == .failed("failure.machine"))
        #expect(try bench.store.session(walk.sessionID)?.status == .stopped)
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `one that stops while it is read is read all the same`() throws {
        let bench = try bench()
        let walk = try bench.begin()
        walk.reply("5", to: "number")
        #expect(walk.submit() == .moved)
        bench.clock.move(by: .hour)
        let again = try bench.again().resume(walk.sessionID)
        #expect(again.session.status == .stopped)
        #expect(again.screen.notices.count == 1)
        // It is not tried again: nothing more is written.
        let sequence = again.state.sequence
        #expect(try bench.resume(walk.sessionID).state.sequence == sequence)
        #expect(try bench.store.session(walk.sessionID)?.nextDeadline == nil)
    }

    @Test
    func `a host that names an outcome nobody knows stops it`() throws {
        let bench = try WalkBench()
        let walk = try bench.begin()
        walk.fill()
        bench.host.answer("find_account", with: EffectResult("perhaps"))
        #expect(walk.submit() == .failed("failure.machine"))
        #expect(walk.session.status == .stopped)
        #expect(try bench.again().resume(walk.sessionID).screen.notices.count == 1)
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }
}
