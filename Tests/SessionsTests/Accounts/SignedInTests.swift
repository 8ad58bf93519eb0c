import Flows
import Screens
import Testing

@testable import Sessions

/// Flows that need an account, from the address and the secret to what the account has.
@Suite("Signed in")
struct SignedInTests {
    private static let settings = ChangedAccount.texts(
        """
        flow: settings
        version: 1
        account: required
        expires: {after: 1h, goto: gone}
        fields:
          - again: {type: secret, use: check, check: account.pin}
          - called: {type: text, optional: true, prefill: account.nickname}
        steps:
          - step: start
            ask: [called, again]
            attempts: {times: 3, per: account, within: 24h, goto: gone}
            next:
              - {if: 'has(account.citizenship) && account.citizenship == "CZ"', goto: save}
              - {else: gone}
          - {step: save, call: change, events: {done: over, unavailable: gone}}
          - {step: over, end: done}
          - {step: gone, end: gone}
        """
    )
    private static let pin = ChangedAccount.pin

    private static func bench(nickname: String = "Jana") throws -> WalkBench {
        try ChangedAccount.bench(settings, nickname: nickname)
    }

    /// Whatever the case of the address is.
    private static func signedIn(_ bench: WalkBench) throws -> Walk {
        try ChangedAccount.signedIn(bench, as: "A@b.cz")
    }

    @Test
    func `what the account has is there, and its own secret is compared`() throws {
        let bench = try Self.bench()
        bench.host.answer("change", with: EffectResult("done"))
        let walk = try Self.signedIn(bench)
        #expect(walk.screen.step == "start")
        #expect(walk.field("called")?.shown == "Jana")
        #expect(walk.answer("1357", at: AnswerPath("again")) == .problem)
        #expect(walk.answer(Self.pin, at: AnswerPath("again")) == .accepted)
        #expect(walk.submit() == .moved)
        #expect(walk.state.outcome == "done")
        let call = try #require(bench.host.calls.last)
        #expect(call.effect == "change")
        guard case .text(let id)? = call.values["account.id"] else {
            Issue.record("no account")
            return
        }
        #expect(try bench.store.account(id) != nil)
        #expect(try bench.engine.journalFinding(of: walk.sessionID) == nil)
    }

    @Test
    func `what an account has not is empty`() throws {
        let walk = try Self.signedIn(try Self.bench(nickname: ""))
        #expect(walk.screen.step == "start")
        #expect(walk.field("called")?.isAnswered == false)
    }

    @Test
    func `guesses of an account count together, by whatever name it is known`() throws {
        let bench = try Self.bench().again { parts in
            parts.texts.flow = parts.texts.flow.replacing("times: 3", with: "times: 100")
            parts.texts.others = parts.texts.others.map {
                $0.replacing("times: 5", with: "times: 100")
            }
        }
        let walk = try Self.signedIn(bench)
        for _ in 0..<6 { #expect(walk.answer("1357", at: AnswerPath("again")) == .problem) }
        let door = try bench.begin()
        #expect(door.answer("a@b.cz", at: AnswerPath("sign_in.email")) == .accepted)
        for _ in 0..<4 { #expect(door.answer("1357", at: AnswerPath("sign_in.known")) == .problem) }
        // Ten a day, at whatever door.
        #expect(door.answer(Self.pin, at: AnswerPath("sign_in.known")) == .moved)
        #expect(door.state.outcome == "locked")
        #expect(walk.answer(Self.pin, at: AnswerPath("again")) == .moved)
        #expect(walk.state.outcome == "gone")
    }

    @Test
    func `an account that is gone meanwhile is not opened`() throws {
        let bench = try Self.bench()
        bench.host.answer("open_account", with: EffectResult("unavailable"))
        let walk = try Self.signedIn(bench)
        #expect(walk.screen.step == "sign_in.enter")
        #expect(walk.submit() == .problem)
    }

    @Test
    func `the host opens an account with all that was declared, and nothing else`() throws {
        let bench = try Self.bench()
        _ = try Self.signedIn(bench)
        let call = try #require(bench.host.calls.last { $0.effect == "open_account" })
        let names = call.endings.first { $0.outcome == "opened" }?.gives.map(\.name.text)
        #expect(
            names == [
                "account.id", "account.email", "account.citizenship", "account.nickname",
                "account.is_informed",
            ]
        )
        let host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(host.serves(call))
        let result = host.perform(call)
        #expect(result.outcome == "opened")
        #expect(result.gives["account.citizenship"] == .text("CZ"))
        #expect(result.gives["account.pin"] == nil)
    }
}
