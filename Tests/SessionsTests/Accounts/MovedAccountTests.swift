import Flows
import Localization
import Screens
import Testing

@testable import Sessions

/// An account that is found by another address from some moment on.
@Suite("Accounts with another address")
struct MovedAccountTests {
    private static func asked(_ address: String, on bench: WalkBench) throws -> Walk {
        let walk = try ChangedAccount.signedIn(bench)
        #expect(walk.answer(address, at: AnswerPath("email")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.screen.step == "wait")
        return walk
    }

    @Test
    func `the new address counts, the old one is told and free, and everybody else is signed out`()
        throws
    {
        let bench = try ChangedAccount.bench(ChangedAccount.moving)
        let other = try ChangedAccount.signedIn(bench)
        let walk = try Self.asked("Eva@b.cz", on: bench)
        #expect(walk.openOwnLink() == .moved)
        #expect(walk.state.outcome == "moved")
        #expect(bench.transport.letters.last?.recipient == "a@b.cz")
        #expect(other.answer("x@b.cz", at: AnswerPath("email")) == .failed("failure.signed_out"))
        #expect(try ChangedAccount.account(bench) == nil)
        let index = bench.keys.index(ofAddress: "eva@b.cz")
        let account = try #require(try bench.store.account(emailIndex: index))
        #expect(try bench.engine.accountFields(of: account)["email"] == .text("Eva@b.cz"))
        // The walk that has changed it goes with the account as well.
        #expect(try bench.store.session(walk.sessionID)?.owner == index)
        let again = try bench.begin()
        #expect(again.answer("eva@b.cz", at: AnswerPath("sign_in.email")) == .accepted)
        #expect(again.answer(ChangedAccount.pin, at: AnswerPath("sign_in.known")) == .accepted)
        #expect(again.submit() == .moved)
    }

    @Test
    func `an address that has an account is not told from another, and gets no link`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.moving)
        let letters = bench.transport.letters.count
        let walk = try Self.asked("A@b.cz", on: bench)
        #expect(bench.transport.letters.count == letters)
        #expect(walk.openOwnLink() != .moved)
        #expect(try ChangedAccount.account(bench)?.version == 0)
    }

    @Test
    func `whoever is faster with the same address keeps it`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.moving)
        let walk = try Self.asked("eva@b.cz", on: bench)
        let call = EffectCall(
            key: "faster",
            session: SessionID("s"),
            effect: "create_account",
            values: ["email": .text("eva@b.cz")],
            endings: [],
            locale: "en",
            now: bench.clock.now
        )
        let host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(host.perform(call).outcome == "done")
        #expect(walk.openOwnLink() == .moved)
        #expect(walk.state.outcome == "taken")
        let account = try #require(try ChangedAccount.account(bench))
        #expect(try bench.engine.accountFields(of: account)["email"] == .text("a@b.cz"))
    }
}
