import Flows
import Testing

@testable import Sessions

/// What a reviewer may know of an account.
@Suite("Owner of an address")
struct OwnerTests {
    private static func call(
        _ effect: EffectName,
        _ values: [FieldName: FieldValue],
        now: Int64 = 1
    ) -> EffectCall {
        EffectCall(
            key: effect.text,
            session: SessionID("s"),
            effect: effect,
            values: values,
            endings: [],
            locale: "en",
            now: now
        )
    }

    private static func bench(
        _ values: [FieldName: FieldValue]
    ) throws -> AccountHost {
        let bench = try ChangedAccount.bench(ChangedAccount.moving)
        let host = AccountHost(store: bench.store, keys: bench.keys)
        var values = values
        values["email"] = .text("eva@b.cz")
        #expect(host.perform(call("create_account", values)).outcome == "done")
        return host
    }

    private static let day: Int64 = 86_400_000

    @Test func `what a document shows is told in one line, and nothing else is`() throws {
        let host = try Self.bench([
            "given_name": .text("Eva"), "family_name": .text("Malá"),
            "birth_date": .date(milliseconds: 31 * Self.day), "citizenship": .text("CZ"),
            "document_type": .text("passport"), "document_number": .text("39482716"),
            "city": .text("Brno"), "mobile": .text("+420601123456"),
        ])
        let result = host.perform(Self.call("find_owner", ["email": .text("Eva@b.cz")]))
        #expect(result.outcome == "answered")
        #expect(
            result.gives == [
                "is_known": .bool(true),
                "owner_facts": .text("Eva, Malá, 1970-02-01, CZ, passport, 39482716"),
            ]
        )
    }

    @Test func `an account that was opened without a document has less to compare`() throws {
        let host = try Self.bench(["given_name": .text("Eva")])
        let result = host.perform(Self.call("find_owner", ["email": .text("eva@b.cz")]))
        #expect(result.gives["owner_facts"] == .text("Eva"))
    }

    @Test func `of an address that nobody has, and of one that was given away, nothing is known`()
        throws
    {
        let host = try Self.bench(["given_name": .text("Eva")])
        let nobody: [FieldName: FieldValue] = [
            "is_known": .bool(false), "owner_facts": .text("-"),
        ]
        let other = host.perform(Self.call("find_owner", ["email": .text("ivo@b.cz")]))
        #expect(other.gives == nobody)
        let late = host.perform(
            Self.call("find_owner", ["email": .text("eva@b.cz")], now: 400 * Self.day)
        )
        #expect(late.gives == nobody)
    }
}
