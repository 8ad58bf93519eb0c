import Flows
import Screens
import Testing

@testable import Sessions

/// Flows that need an account, from the address and the secret to what the account has.
@Suite("Signed in")
struct SignedInTests {
    private static let fields = """
        fields:
          email: {type: email, privacy: personal}
          citizenship: {type: country, privacy: personal, set: once}
          nickname: {type: text, optional: true}
          pin: {type: secret, use: new, length: {min: 4, max: 8}}
        """
    private static let effects = """
        effects:
          create_account:
            needs: [email, citizenship, pin]
            may_use: [nickname]
            outcomes: {done: {gives: {account_id: text}, success: true}, email_taken: {}}
            once: flow
          open_account: {needs: [email], outcomes: {opened: {gives: account, success: true}}}
          change: {needs: [account.id], outcomes: {done: {success: true}}}
        """
    private static let signUp = FlowTexts(
        flow: """
            flow: joining
            version: 1
            fields: [email, citizenship, nickname, pin]
            steps:
              - {step: start, ask: [email, citizenship, nickname, pin]}
              - {step: make, call: create_account, events: {done: over, email_taken: over, unavailable: over}}
              - {step: over, end: done}
            """,
        fields: fields,
        effects: effects
    )
    private static let settings = {
        var texts = FlowTexts(
            flow: """
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
                """,
            fields: fields,
            effects: effects
        )
        texts.others = [
            """
            flow: sign-in
            version: 1
            fields: [email, {known: {type: secret, use: check, check: account.pin}}]
            steps:
              - step: enter
                ask: [email, known]
                attempts: {times: 5, per: [session, email], within: 24h, goto: locked}
              - {step: open, call: open_account, events: {opened: signed_in, unavailable: enter}}
              - {step: signed_in, end: signed_in}
              - {step: locked, end: locked}
            """
        ]
        return texts
    }()

    private static let pin = "2468"

    /// A bench with the settings, on which `a@b.cz` has an account.
    private static func bench(nickname: String = "Jana") throws -> WalkBench {
        let bench = try WalkBench(WalkBench.Parts(texts: signUp))
        let walk = try bench.begin()
        #expect(walk.answer("a@b.cz", at: AnswerPath("email")) == .accepted)
        #expect(walk.answer("CZ", at: AnswerPath("citizenship")) == .accepted)
        #expect(walk.answer(nickname, at: AnswerPath("nickname")) == .accepted)
        #expect(walk.answer(pin, at: AnswerPath("pin")) == .accepted)
        #expect(walk.submit() == .moved)
        return try bench.again { $0.texts = settings }
    }

    private static func signedIn(_ bench: WalkBench) throws -> Walk {
        let walk = try bench.begin()
        #expect(walk.screen.step == "sign_in.enter")
        #expect(walk.answer("A@b.cz", at: AnswerPath("sign_in.email")) == .accepted)
        #expect(walk.answer(pin, at: AnswerPath("sign_in.known")) == .accepted)
        #expect(walk.submit() == .moved)
        return walk
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
            names == ["account.id", "account.email", "account.citizenship", "account.nickname"]
        )
        let host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(host.serves(call))
        let result = host.perform(call)
        #expect(result.outcome == "opened")
        #expect(result.gives["account.citizenship"] == .text("CZ"))
        #expect(result.gives["account.pin"] == nil)
    }
}
