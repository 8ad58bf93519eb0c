import Expressions
import Flows
import Testing

@testable import Sessions

/// The balance of an account, paid in and out from several terminals.
@Suite("Balance")
struct BalanceTests {
    private func dollars(_ amount: Int64) -> FieldValue {
        .money(Money(tenThousandths: amount * 10_000, currency: "USD"))
    }

    private func topUp(
        _ amount: Int64,
        by method: String = "paypal",
        seen: (balance: Int64, boleto: Int64) = (0, 0),
        key: String? = nil,
        to account: HostedAccount
    ) throws -> EffectResult {
        try account.perform(
            "top_up",
            [
                "amount": dollars(amount), "method": .text(method),
                "balance": dollars(seen.balance),
                "boleto_this_month": dollars(seen.boleto),
            ],
            key: key
        )
    }

    @Test func `two terminals together do not pay in more than one was allowed`() throws {
        let account = try HostedAccount()
        // Both have seen an empty wallet, which may hold 500.
        let first = try topUp(300, to: account)
        #expect(first.outcome == "arrived" && first.gives["new_balance"] == dollars(300))
        let second = try topUp(300, to: account)
        #expect(second.outcome == "changed" && second.gives.isEmpty)
        #expect(try account.fields()["balance"] == dollars(300))
        #expect(try topUp(200, seen: (300, 0), to: account).outcome == "arrived")
        #expect(try account.fields()["balance"] == dollars(500))
    }

    @Test func `what came this month is what was seen as well`() throws {
        let account = try HostedAccount()
        #expect(try topUp(300, by: "boleto", to: account).outcome == "arrived")
        let price: [FieldName: FieldValue] = ["price": dollars(300), "order": .text("o1")]
        #expect(try account.perform("pay_from_balance", price).outcome == "paid")
        // The wallet is as empty as it was.
        #expect(try topUp(300, by: "boleto", to: account).outcome == "changed")
        #expect(try topUp(300, by: "boleto", seen: (0, 300), to: account).outcome == "arrived")
    }

    @Test func `a call that comes again after a crash pays in once, and ends as it did`() throws {
        let account = try HostedAccount()
        #expect(try topUp(300, key: "k", to: account).outcome == "arrived")
        let again = try topUp(300, key: "k", to: account)
        #expect(again.outcome == "arrived" && again.gives["new_balance"] == dollars(300))
        #expect(try account.fields()["balance"] == dollars(300))
    }

    @Test func `the whole price or nothing, and once`() throws {
        let account = try HostedAccount()
        let price: [FieldName: FieldValue] = ["price": dollars(300), "order": .text("o1")]
        #expect(try account.perform("pay_from_balance", price).outcome == "not_enough")
        #expect(try topUp(300, to: account).outcome == "arrived")
        #expect(try account.perform("pay_from_balance", price, key: "p").outcome == "paid")
        let again = try account.perform("pay_from_balance", price, key: "p")
        #expect(again.outcome == "paid" && again.gives["new_balance"] == dollars(0))
        #expect(try account.perform("pay_from_balance", price).outcome == "not_enough")
    }
}
