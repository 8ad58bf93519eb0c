import Flows
import Localization
import Screens
import Testing

@testable import Sessions

/// An account that is found again by a link, or by the answers to its questions.
@Suite("Accounts without their secret")
struct RestoredAccountTests {
    private static func proven(_ bench: WalkBench) throws -> Walk {
        let walk = try bench.begin()
        #expect(walk.answer("A@b.cz", at: AnswerPath("email")) == .accepted)
        #expect(walk.submit() == .moved)
        return walk
    }

    @Test
    func `a link and a new secret: the old one, other links and whoever is signed in are dead`()
        throws
    {
        let bench = try ChangedAccount.bench(ChangedAccount.forgotten)
        let settings = try bench.again { $0.texts = ChangedAccount.settings }
        let signedIn = try ChangedAccount.signedIn(settings)
        let ticket = try Self.proven(try bench.again { $0.texts = ChangedAccount.ticket })
        let rival = try Self.proven(bench)
        let walk = try Self.proven(bench)
        #expect(walk.openOwnLink() == .moved)
        #expect(walk.answer(secret: "1357", repeated: nil, at: AnswerPath("pin")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.state.outcome == "gone")
        #expect(rival.openOwnLink() == .failed("failure.signed_out"))
        #expect(signedIn.press("name") == .failed("failure.signed_out"))
        // "I have forgotten my password", somebody has written to support: that is still answered.
        #expect(ticket.press("answered") == .moved)
        #expect(ticket.state.outcome == "gone")
        _ = try ChangedAccount.signedIn(settings, "1357")
    }

    @Test
    func `an account that is not there is not changed`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.forgotten)
        let walk = try bench.begin()
        #expect(walk.answer("nobody@b.cz", at: AnswerPath("email")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.openOwnLink() == .moved)
        #expect(walk.answer(secret: "1357", repeated: nil, at: AnswerPath("pin")) == .accepted)
        #expect(walk.submit() == .moved)
        let call = try #require(bench.host.calls.last)
        #expect(call.effect == "reset")
        let host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(host.perform(call).outcome == OutcomeDefinition.unavailable)
    }

    // MARK: - Questions

    private static func asked(_ bench: WalkBench, _ address: String) throws -> Walk {
        let walk = try bench.begin()
        #expect(walk.answer(address, at: AnswerPath("email")) == .accepted)
        #expect(walk.submit() == .moved)
        return walk
    }

    /// What the walk asks, as plain words: values of fields do not show themselves.
    private static func questions(_ walk: Walk) -> [String] {
        ["first", "second"].compactMap { name in
            let slot = walk.definition.fields.firstIndex { $0.name.text == name }
            guard case .text(let question)? = slot.flatMap({ walk.state.fields[$0] }) else {
                return nil
            }
            return question
        }
    }

    @Test
    func `the questions are the person's, and the answers compared letter by letter`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.recovery)
        let walk = try Self.asked(bench, "a@b.cz")
        // In the order of the options, whatever order they were chosen in.
        #expect(Self.questions(walk) == ["pet", "town"])
        #expect(walk.answer("praha", at: AnswerPath("two")) == .problem)
        #expect(walk.answer("Praha", at: AnswerPath("two")) == .accepted)
        // The same letter, written as two code points.
        #expect(walk.answer("\u{0418}\u{0306}", at: AnswerPath("one")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.state.outcome == "known")
    }

    @Test
    func `the answer to another question is wrong`() throws {
        let walk = try Self.asked(try ChangedAccount.bench(ChangedAccount.recovery), "a@b.cz")
        #expect(walk.answer("Praha", at: AnswerPath("one")) == .problem)
    }

    @Test
    func `an address that nobody has is asked questions, the same each time, and none is right`()
        throws
    {
        let bench = try ChangedAccount.bench(ChangedAccount.recovery)
        let walk = try Self.asked(bench, "nobody@b.cz")
        let questions = Self.questions(walk)
        #expect(questions.count == 2 && Set(questions).count == 2)
        #expect(Self.questions(try Self.asked(bench, "Nobody@b.cz")) == questions)
        #expect(walk.answer("Praha", at: AnswerPath("one")) == .problem)
        let known = try Self.asked(bench, "a@b.cz")
        #expect(known.answer("praha", at: AnswerPath("one")) == .problem)
        // The screens tell nobody apart, but for the questions themselves.
        #expect(walk.screen.step == known.screen.step)
        #expect(walk.screen.title.text == known.screen.title.text)
        #expect(
            walk.field("one")?.problem?.text == known.field("one")?.problem?.text
                && walk.field("one")?.problem != nil
        )
        #expect(walk.screen.buttons.map(\.event) == known.screen.buttons.map(\.event))
    }

    @Test
    func `different addresses that nobody has are asked different questions`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.recovery)
        let all = try (0..<12).map { Self.questions(try Self.asked(bench, "n\($0)@b.cz")) }
        #expect(Set(all).count > 1)
    }

    @Test
    func `guesses at once on one answer are counted before they are compared`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.recovery)
        var wrong = 0
        for _ in 0..<8 {
            // Each begins anew, as somebody with many machines would.
            let walk = try Self.asked(bench, "a@b.cz")
            guard walk.screen.step == "prove" else { continue }
            if walk.answer("Brno", at: AnswerPath("two")) == .problem { wrong += 1 }
        }
        #expect(wrong == 4)
        let walk = try Self.asked(bench, "a@b.cz")
        #expect(walk.answer("Praha", at: AnswerPath("two")) == .moved)
        #expect(walk.state.outcome == "locked")
    }
}
