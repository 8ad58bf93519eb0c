import Flows
import Localization
import Screens
import Testing

@testable import Sessions

/// The end of an account, and of all that was kept of it.
@Suite("Accounts that are deleted")
struct DeletedAccountTests {
    @Test
    func `a deleted account is unreadable, and its sessions with it`() throws {
        let bench = try ChangedAccount.bench(ChangedAccount.settings)
        let other = try ChangedAccount.signedIn(bench)
        let walk = try ChangedAccount.signedIn(bench)
        let account = try #require(try ChangedAccount.account(bench))
        let stored = try bench.store.fields(of: account.id)
        #expect(walk.press("away") == .moved)
        #expect(walk.state.outcome == "gone")
        #expect(try ChangedAccount.account(bench) == nil)
        #expect(try bench.store.account(account.id) == nil)
        #expect(try bench.store.fields(of: account.id).isEmpty && !stored.isEmpty)
        #expect(throws: SessionFailure.noSession) { try bench.engine.read(other.sessionID) }
        #expect(throws: SessionFailure.noSession) { try bench.resume(other.sessionID) }
        #expect(
            other.press("name") == .failed("failure.no_session") || other.press("name") != .moved
        )
        // The walk that deleted it says its last words, and goes.
        #expect(try walk.account() == nil)
        #expect(try walk.erase())
        #expect(throws: SessionFailure.noSession) { try bench.engine.read(walk.sessionID) }
        // Nobody signs in there any more, and asking twice does no harm.
        let late = try bench.begin()
        #expect(late.answer("a@b.cz", at: AnswerPath("sign_in.email")) == .accepted)
        #expect(late.answer(ChangedAccount.pin, at: AnswerPath("sign_in.known")) == .problem)
        let call = try #require(bench.host.calls.last { $0.effect == "delete_account" })
        let host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(host.perform(call).outcome == "done")
        // The walk that made the account held the same data.
        #expect(try bench.engine.sessions().count { $0.status == .open } >= 1)
        for session in try bench.engine.sessions() where session.flow == "joining" {
            #expect(throws: SessionFailure.noSession) { try bench.engine.read(session.id) }
        }
    }
}
