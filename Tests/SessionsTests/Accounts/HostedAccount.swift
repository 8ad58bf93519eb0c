import Flows
import Secrets
import Testing

@testable import Sessions

/// An account that calls of effects are made about, without a walk.
struct HostedAccount {
    let bench: WalkBench
    let host: AccountHost
    let id: FieldValue

    init() throws {
        bench = try WalkBench()
        host = AccountHost(store: bench.store, keys: bench.keys)
        let call = EffectCall(
            key: "made",
            session: SessionID("s"),
            effect: "create_account",
            values: ["email": .text("a@b.cz")],
            endings: [],
            locale: "en",
            now: 1
        )
        id = try #require(host.perform(call).gives["account_id"])
    }

    /// What the account has now.
    func fields() throws -> [FieldName: FieldValue] {
        guard case .text(let id) = id else { return [:] }
        return try bench.engine.accountFields(of: try #require(try bench.store.account(id)))
    }

    /// What comes of a call; each has a key of its own, unless it is given one.
    func perform(
        _ effect: EffectName,
        _ values: [FieldName: FieldValue] = [:],
        secrets: [FieldName: SecretBytes] = [:],
        key: String? = nil
    ) throws -> EffectResult {
        let version = try bench.store.account(emailIndex: bench.keys.index(ofAddress: "a@b.cz"))?
            .version
        return host.perform(
            EffectCall(
                key: key ?? "\(effect) \(version ?? 0)",
                session: SessionID("s"),
                effect: effect,
                values: values.merging([.accountID: id]) { given, _ in given },
                secrets: secrets,
                endings: ["arrived", "changed", "paid", "not_enough"].map {
                    EffectEnding(outcome: $0)
                },
                locale: "en",
                now: WalkBench.start
            )
        )
    }
}
