import Documents
import Expressions
import Flows
import Testing

@testable import Sessions

/// Whether an account may be used: it sleeps, is suspended, or has ended.
@Suite("Standing of an account")
struct StandingTests {
    private static let day: Int64 = 86_400_000
    private static let told: [FieldName] = [
        "balance", "account_number", "last_used", "suspended_for", "held_until", "ended_for",
    ]

    private let bench: WalkBench
    private let host: AccountHost

    init() throws {
        bench = try WalkBench()
        host = AccountHost(store: bench.store, keys: bench.keys)
        #expect(perform("create_account", on: 0).outcome == "done")
    }

    /// A call about `a@b.cz` on a day after the account was made.
    private func perform(
        _ effect: EffectName,
        on day: Int64,
        _ values: [FieldName: String] = [:],
        key: String? = nil,
        outcomes: [OutcomeName] = [
            "opened", "inactive", "suspended", "resumed", "ended", "done", "email_taken",
            "no_account",
            "answered",
        ],
        locale: String = "cs"
    ) -> EffectResult {
        var all: [FieldName: FieldValue] = ["email": .text("a@b.cz")]
        for (name, value) in values { all[name] = .text(value) }
        let gives = Self.told.map {
            FieldDefinition(
                name: $0,
                type: .text,
                origin: .given,
                length: LengthBounds(),
                range: .start(of: "effects.yaml")
            )
        }
        return host.perform(
            EffectCall(
                key: key ?? "\(effect).\(day).\(values.count)",
                session: SessionID("s"),
                effect: effect,
                values: all,
                endings: outcomes.map { EffectEnding(outcome: $0, gives: gives) },
                locale: locale,
                now: day * Self.day
            )
        )
    }

    @Test func `twelve months after the last visit it is inactive, not a day earlier`() {
        #expect(perform("open_account", on: 364).outcome == "opened")
        // That was a visit: the months begin anew.
        #expect(perform("open_account", on: 364 + 364).outcome == "opened")
        let asleep = perform("open_account", on: 364 + 364 + 365)
        #expect(asleep.outcome == "inactive")
        #expect(asleep.gives["last_used"] == .date(milliseconds: (364 + 364) * Self.day))
        #expect(
            asleep.gives["balance"] == .money(Money(tenThousandths: 0, currency: "USD"))
        )
        #expect(asleep.gives["suspended_for"] == nil)
        // Whoever is not let in does not use it.
        #expect(perform("open_account", on: 364 + 364 + 366).outcome == "inactive")
    }

    @Test func `an address is free again once its account sleeps, and the old one is kept`() throws
    {
        let old = perform("open_account", on: 365).gives["account_number"]
        #expect(perform("find_account", on: 364).gives["is_known"] == .bool(true))
        #expect(perform("create_account", on: 364, key: "l").outcome == "email_taken")
        #expect(perform("find_account", on: 365).gives["is_known"] == .bool(false))
        #expect(perform("create_account", on: 365, key: "m").outcome == "done")
        #expect(perform("open_account", on: 366).outcome == "opened")
        guard case .text(let id)? = old else { return #expect(Bool(false), "no number") }
        #expect(try bench.store.account(id) != nil)
        #expect(
            try bench.store.account(emailIndex: bench.keys.index(ofAddress: "a@b.cz"))?.id != id
        )
    }

    @Test func `a suspended account is opened to nobody, and says why and until when`() {
        let suspended = perform(
            "change_standing",
            on: 10,
            ["change": "suspend", "suspend_for": "contact_data"]
        )
        #expect(suspended.outcome == "suspended")
        #expect(suspended.gives["held_until"] == .date(milliseconds: 190 * Self.day))
        let told = perform("open_account", on: 20)
        #expect(told.outcome == "suspended")
        #expect(told.gives["suspended_for"] == .text("contact_data"))
        // Another reason does not hold the money any longer.
        let again = perform(
            "change_standing",
            on: 30,
            ["change": "suspend", "suspend_for": "suspected_fraud"]
        )
        #expect(again.gives["held_until"] == .date(milliseconds: 190 * Self.day))
        #expect(again.gives["suspended_for"] == .text("suspected_fraud"))
        #expect(perform("open_account", on: 400).outcome == "suspended")
        #expect(perform("change_standing", on: 401, ["change": "resume"]).outcome == "resumed")
        #expect(perform("open_account", on: 402).outcome == "opened")
    }

    @Test func `an account that has ended stays so, until somebody lets it be used`() {
        let change = ["change": "end", "end_for": "marketplace_banned"] as [FieldName: String]
        #expect(perform("change_standing", on: 1, change).outcome == "ended")
        let told = perform("open_account", on: 500)
        #expect(told.outcome == "ended")
        #expect(told.gives["ended_for"] == .text("marketplace_banned"))
        #expect(perform("create_account", on: 500, key: "l").outcome == "email_taken")
    }

    @Test func `nobody is shut out without a reason, and nothing unknown is done`() {
        for values in [
            ["change": "suspend"], ["change": "end"], ["change": "forget"], [:],
        ] as [[FieldName: String]] {
            #expect(perform("change_standing", on: 1, values).outcome == "unavailable")
        }
        #expect(perform("open_account", on: 2).outcome == "opened")
        let other = ["email": "b@b.cz", "change": "resume"] as [FieldName: String]
        #expect(perform("change_standing", on: 3, other).outcome == "no_account")
    }

    @Test func `a flow that knows nothing of it opens no account that sleeps`() {
        let result = perform("open_account", on: 365, outcomes: ["opened"])
        #expect(result.outcome == "unavailable" && result.gives.isEmpty)
    }

    @Test func `letters are written in the language of the last visit`() throws {
        #expect(try bench.engine.language(ofAddress: "A@b.cz") == "cs")
        #expect(perform("open_account", on: 1, locale: "ru").outcome == "opened")
        #expect(try bench.engine.language(ofAddress: "a@b.cz") == "ru")
        #expect(try bench.engine.language(ofAddress: "c@b.cz") == nil)
    }
}
