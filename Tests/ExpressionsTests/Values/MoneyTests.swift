import Expressions
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(arguments: [
        ("500 USD", 5_000_000), ("0.25 EUR", 2_500), ("-1.0001 CZK", -10_001), ("007 IDR", 70_000),
        ("922337203685477.5807 USD", Int64.max), ("-922337203685477.5808 USD", Int64.min),
    ])
    func `an amount is read exactly`(text: String, amount: Int64) {
        #expect(Money(text)?.tenThousandths == amount)
    }

    @Test(arguments: [
        "", "500", "USD", "500USD", "500  USD", " 500 USD", "500 usd", "500 US", "500 USDT",
        "5,000 USD",
        "1.00001 USD", ".5 USD", "5. USD", "1.2.3 USD", "- USD", "--1 USD", "+1 USD", "٥ USD",
        "1e3 USD",
        "922337203685477.5808 USD", "99999999999999999999 USD",
    ])
    func `anything else is no amount`(text: String) {
        #expect(Money(text) == nil)
    }

    @Test(arguments: ["500 USD", "0.25 EUR", "-1.0001 CZK", "-0.5 USD", "100000000 USD"])
    func `an amount is written as it is read`(text: String) throws {
        #expect(try #require(Money(text)).description == text)
    }
}
