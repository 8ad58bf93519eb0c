import Flows
import Localization
import Screens
import Testing

@testable import Sessions

@Suite("AccountHost")
struct AccountHostTests {
    private func call(
        _ effect: EffectName,
        _ email: String,
        key: String = "k",
        endings: [OutcomeName] = []
    ) -> EffectCall {
        EffectCall(
            key: key,
            session: SessionID("s"),
            effect: effect,
            values: ["email": .text(email), "citizenship": .text("CZ")],
            setOnce: ["citizenship"],
            endings: endings.map { EffectEnding(outcome: $0, gives: [], isUsual: false) },
            locale: "en",
            now: 1
        )
    }

    private func host(_ bench: WalkBench) -> AccountHost {
        AccountHost(store: bench.store, keys: bench.keys)
    }

    @Test
    func `an account is found by its address, whatever its case`() throws {
        let bench = try WalkBench()
        let host = host(bench)
        #expect(host.perform(call("find_account", "a@b.cz")).gives["is_known"] == .bool(false))
        #expect(host.perform(call("create_account", "a@b.cz")).outcome == "done")
        #expect(host.perform(call("find_account", "A@B.cz")).gives["is_known"] == .bool(true))
        #expect(host.perform(call("find_account", "a@b.com")).gives["is_known"] == .bool(false))
    }

    @Test
    func `the same call makes the same account, however often it comes`() throws {
        let bench = try WalkBench()
        let host = host(bench)
        let first = host.perform(call("create_account", "a@b.cz"))
        let second = host.perform(call("create_account", "a@b.cz"))
        #expect(first.outcome == "done" && second.outcome == "done")
        #expect(first.gives["account_id"] == second.gives["account_id"])
    }

    @Test
    func `another call for the same address is told that it is taken`() throws {
        let host = host(try WalkBench())
        #expect(host.perform(call("create_account", "a@b.cz")).outcome == "done")
        let other = host.perform(call("create_account", "A@b.cz", key: "l"))
        #expect(other.outcome == "email_taken" && other.gives.isEmpty)
    }

    @Test
    func `what the store can't do now, and what nobody knows, is unavailable`() throws {
        let bench = try WalkBench()
        let host = host(bench)
        bench.store.fail(atWrite: 1, .before)
        #expect(host.perform(call("create_account", "a@b.cz")).outcome == "unavailable")
        bench.store.heal()
        #expect(host.perform(call("create_account", "a@b.cz")).outcome == "done")
        #expect(host.perform(call("send_rocket", "a@b.cz")).outcome == "unavailable")
    }

    @Test(arguments: [
        ("find_account", ["answered"], true), ("find_account", ["found"], false),
        ("create_account", ["done", "email_taken", "failed"], true),
        ("create_account", ["done"], false), ("send_rocket", ["done"], false),
    ])
    func `it provides what is declared as it ends here, and nothing else`(
        effect: String,
        outcomes: [String],
        isServed: Bool
    ) throws {
        let endings = (outcomes + ["unavailable"]).map { OutcomeName($0) }
        let call = call(EffectName(effect), "a@b.cz", endings: endings)
        let host = host(try WalkBench())
        #expect(host.serves(call) == isServed)
    }

    @Test
    func `an account whose making was not acknowledged is found, and not made again`() throws {
        let bench = try WalkBench()
        let host = host(bench)
        bench.store.fail(atWrite: 1, .after)
        let made = host.perform(call("create_account", "a@b.cz"))
        #expect(made.outcome == "done")
        let index = bench.keys.index(ofAddress: "a@b.cz")
        let account = try #require(try bench.store.account(emailIndex: index))
        #expect(made.gives["account_id"] == .text(account.id))
    }

    @Test
    func `the account holds what the sign-up has asked, and the fields that are set once`() throws {
        let bench = try WalkBench()
        let walk = try bench.walk(to: "registered")
        let index = bench.keys.index(ofAddress: "anna.novakova@example.com")
        let account = try #require(try bench.store.account(emailIndex: index))
        let fields = try bench.engine.accountFields(of: account)
        #expect(fields["family_name"] == .text("Nováková"))
        #expect(fields["refund_to_wallet"] == .bool(false))
        #expect(fields["captcha"] == nil)
        let fixed = try bench.store.fields(of: account.id).filter(\.isSetOnce).map(\.name)
        #expect(fixed == ["citizenship"])
        guard case .sealed(let reference)? = fields["payment_password"] else {
            Issue.record("no password")
            return
        }
        #expect(try bench.store.secret(reference)?.session == walk.sessionID)
        #expect(walk.state.fields.contains(.text(account.id)))
    }

    @Test
    func `two accounts have keys of their own`() throws {
        let bench = try WalkBench()
        let host = host(bench)
        _ = host.perform(call("create_account", "a@b.cz"))
        _ = host.perform(call("create_account", "c@d.cz", key: "l"))
        let records = try ["a@b.cz", "c@d.cz"].map {
            try #require(try bench.store.account(emailIndex: bench.keys.index(ofAddress: $0)))
        }
        var mixed = records[0]
        mixed.wrappedKey = records[1].wrappedKey
        #expect(throws: SessionFailure.damaged) { try bench.engine.accountFields(of: mixed) }
    }
}
