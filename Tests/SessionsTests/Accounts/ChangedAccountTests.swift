import Flows
import Localization
import Screens
import Testing

@testable import Sessions

/// What is written to an account, and who is signed out.
@Suite("Accounts that change")
struct ChangedAccountTests {
    @Test
    func `what was filled in is written, and the walk knows it at once`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.settings)
        let walk = try ChangedAccount.signedIn(bench)
        #expect(walk.press("name") == .moved)
        #expect(walk.answer("Eva", at: AnswerPath("nickname")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "menu")
        let fields = try bench.engine.accountFields(
            of: try #require(try ChangedAccount.account(bench))
        )
        #expect(fields["nickname"] == .text("Eva"))
        #expect(fields["is_informed"] == .bool(true))
        #expect(fields["citizenship"] == .text("CZ"))
        let slot = try #require(walk.definition.fields.firstIndex { $0.name == "account.nickname" })
        #expect(walk.state.fields[slot] == .text("Eva"))
        #expect(try walk.account()?.fields["nickname"] == .text("Eva"))
        #expect(try walk.account()?.fixed == ["citizenship"])
    }

    @Test
    func `a call that comes again after a crash changes nothing twice`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.settings)
        let walk = try ChangedAccount.signedIn(bench)
        #expect(walk.press("name") == .moved)
        #expect(walk.answer("Eva", at: AnswerPath("nickname")) == .accepted)
        #expect(walk.submit() == .moved)
        let call = try #require(bench.host.calls.last { $0.effect == "rename" })
        let host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(host.serves(call))
        let version = try ChangedAccount.account(bench)?.version
        #expect(host.perform(call).outcome == "done")
        #expect(try ChangedAccount.account(bench)?.version == version)
    }

    @Test
    func `what is set once is refused by the store, whoever asks`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.settings)
        let walk = try ChangedAccount.signedIn(bench)
        let slot = try #require(walk.definition.fields.firstIndex { $0.name == .accountID })
        let id = try #require(walk.state.fields[slot])
        let call = EffectCall(
            key: "k",
            session: walk.sessionID,
            effect: "anything",
            values: [.accountID: id],
            writes: ["citizenship": .text("RU"), "nickname": .text("Eva")],
            endings: [EffectEnding(outcome: "done")],
            locale: "en",
            now: 1
        )
        let host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(host.perform(call).outcome == OutcomeDefinition.unavailable)
        let fields = try bench.engine.accountFields(
            of: try #require(try ChangedAccount.account(bench))
        )
        #expect(fields["citizenship"] == .text("CZ") && fields["nickname"] == .text("Jana"))
    }

    // MARK: - Another secret

    private static func change(_ walk: Walk, to pin: String) -> WalkReply {
        #expect(walk.press("code") == .moved)
        #expect(walk.answer(ChangedAccount.pin, at: AnswerPath("old")) == .accepted)
        #expect(walk.answer(secret: pin, repeated: nil, at: AnswerPath("pin")) == .accepted)
        return walk.submit()
    }

    @Test
    func `the new secret counts, the old one no more, and the walk that gave it may go on`() throws
    {
        let bench = try ChangedAccount.bench(ChangedAccount.settings)
        let walk = try ChangedAccount.signedIn(bench)
        #expect(Self.change(walk, to: "1357") == .moved)
        #expect(walk.screen.step == "menu")
        let old = try bench.begin()
        #expect(old.answer("a@b.cz", at: AnswerPath("sign_in.email")) == .accepted)
        #expect(old.answer(ChangedAccount.pin, at: AnswerPath("sign_in.known")) == .problem)
        let new = try ChangedAccount.signedIn(bench, "1357")
        #expect(new.screen.step == "menu")
        // The walk lets go of the secret that it has given; the account does not.
        #expect(walk.press("code") == .moved)
        #expect(walk.answer("1357", at: AnswerPath("old")) == .accepted)
        #expect(walk.answer(secret: "9753", repeated: nil, at: AnswerPath("pin")) == .accepted)
        _ = try ChangedAccount.signedIn(bench, "1357")
    }

    @Test
    func `the old secret is not taken as a new one, and not told to who has not given it`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.settings)
        let walk = try ChangedAccount.signedIn(bench)
        #expect(walk.press("code") == .moved)
        // Without the old one nobody learns that this is it.
        #expect(
            walk.answer(secret: ChangedAccount.pin, repeated: nil, at: AnswerPath("pin"))
                == .accepted
        )
        #expect(walk.answer(ChangedAccount.pin, at: AnswerPath("old")) == .accepted)
        #expect(
            walk.answer(secret: ChangedAccount.pin, repeated: nil, at: AnswerPath("pin"))
                == .problem
        )
    }

    @Test
    func `everybody else is signed out, also who has the walk open just then`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.settings)
        let other = try ChangedAccount.signedIn(bench)
        let begun = try bench.begin()
        let walk = try ChangedAccount.signedIn(bench)
        #expect(Self.change(walk, to: "1357") == .moved)
        #expect(other.press("name") == .failed("failure.signed_out"))
        #expect(other.press("name") == .failed("failure.signed_out"))
        #expect(other.screen.notices.contains { $0.key == "failure.signed_out" })
        let resumed = try bench.resume(other.sessionID)
        #expect(resumed.submit() == .failed("failure.signed_out"))
        #expect(try bench.engine.journalFinding(of: other.sessionID) == nil)
        // Who has only begun to sign in, and said nothing yet, is nobody's.
        #expect(begun.answer("a@b.cz", at: AnswerPath("sign_in.email")) == .accepted)
    }
}
