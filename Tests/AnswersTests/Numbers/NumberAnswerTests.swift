import Expressions
import Flows
import Testing

@testable import Answers

@Suite("IntegerAnswer, MoneyAnswer and CodeAnswer")
struct NumberAnswerTests {
    private func integer(_ typed: String, _ language: String = "en") -> String {
        Readers.outcome(
            Readers.read(typed, .integer(minimum: -5, maximum: 1_000_000), language)
        )
    }

    private func money(_ typed: String, _ language: String = "en", _ currency: String = "USD")
        -> AnswerReading
    {
        Readers.read(
            typed,
            .money(currency: currency, minimum: 210_000, maximum: 50_000_000),
            language
        )
    }

    @Test(arguments: [
        ("42", "en", "42"), ("-5", "en", "-5"), ("\u{2212}5", "ru", "-5"), ("+7", "en", "7"),
        ("１２３", "zh", "123"), ("1,000", "en", "1000"), ("1 000", "ru", "1000"),
        ("1\u{202F}000", "cs", "1000"), ("1.000", "id", "1000"), ("5,0", "ru", "5"),
        ("1,5", "ru", "!not_whole"), ("1.5", "en", "!not_whole"), ("1.000", "ru", "!unreadable"),
        ("12,34,567", "en", "!unreadable"), ("1 00", "ru", "!unreadable"),
        ("--5", "en", "!unreadable"),
        ("٤", "en", "!unreadable"), ("five", "en", "!unreadable"), ("5.", "en", "!unreadable"),
        ("-6", "en", "!min"), ("1000001", "en", "!max"), ("99999999999999999999", "en", "!max"),
        ("-99999999999999999999", "en", "!min"), ("9223372036854775808", "en", "!max"),
        ("1234567890123456789012345678901", "en", "!unreadable"),
    ])
    func `a whole number is read as the reader's language writes it`(
        typed: String,
        language: String,
        outcome: String
    ) {
        #expect(integer(typed, language) == outcome)
    }

    @Test(arguments: [
        ("500", "en", "500 USD"), ("$500", "en", "500 USD"), ("500 USD", "ru", "500 USD"),
        ("usd 21", "en", "21 USD"), ("1,250.50", "en", "1250.5 USD"),
        ("1 250,50", "ru", "1250.5 USD"),
        ("1.250,50", "id", "1250.5 USD"), ("1 250,5 $", "cs", "1250.5 USD"),
        ("21.5", "ru", "21.5 USD"),
        ("２１．５０", "zh", "21.5 USD"), ("500 EUR", "en", "!currency"), ("500 ₽", "ru", "!currency"),
        ("500 abcd", "en", "!unreadable"), ("21.505", "en", "!decimals"), ("20.99", "en", "!min"),
        ("5000.01", "en", "!max"), ("99999999999999999999", "en", "!max"), ("-500", "en", "!min"),
        ("1.234", "ru", "!unreadable"), ("1,2,3", "en", "!unreadable"), ("$", "en", "!unreadable"),
    ])
    func `an amount is read with or without its currency`(
        typed: String,
        language: String,
        outcome: String
    ) {
        #expect(Readers.outcome(money(typed, language)) == outcome)
    }

    @Test func `a currency without decimals takes none`() {
        #expect(Readers.outcome(money("500.5", "en", "JPY")) == "!decimals")
        #expect(Readers.arguments(money("500.5", "en", "JPY")) == ["digits": .integer(0)])
        #expect(Readers.outcome(money("500 円", "en", "JPY")) == "500 JPY")
    }

    @Test func `bounds are told`() {
        #expect(
            Readers.arguments(Readers.read("9", .integer(minimum: 10, maximum: 20)))
                == ["min": .integer(10)]
        )
        guard case .money(let least)? = Readers.arguments(money("1"))["min"] else {
            Issue.record("no bound")
            return
        }
        #expect(String(describing: least) == "21 USD")
    }

    @Test(arguments: [
        ("123456", "123456"), ("123 456", "123456"), ("１２３-４５６", "123456"),
        ("12345", "!length"), ("1234567", "!length"), ("12345a", "!characters"),
        ("١٢٣٤٥٦", "!characters"), ("12\u{0}456", "!characters"), ("", "empty"),
    ])
    func `a code is digits in any grouping`(typed: String, outcome: String) {
        #expect(Readers.outcome(Readers.read(typed, .code(digits: 6))) == outcome)
    }
}
