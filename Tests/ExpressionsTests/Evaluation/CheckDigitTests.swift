import Expressions
import Testing

@Suite("Check digits and months")
struct CheckDigitTests {
    private func value(_ source: String, _ text: String) throws -> ExpressionValue? {
        let scope = ExpressionScope(names: [("text", .string)])
        let expression = try CompiledExpression.compile(source, scope: scope)
        return try expression.evaluate(
            [.string(text)],
            in: EvaluationContext(now: 0, zone: "UTC", locale: "en")
        )
    }

    @Test(arguments: [
        "4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005", "3530111333300000", "18",
        "00", "79927398713",
    ])
    func `a right check digit is right, with spaces and hyphens or without`(number: String) throws {
        #expect(try value("luhn(text)", number) == .bool(true))
    }

    @Test(arguments: [
        "4111 1111 1111 1112", "79927398710", "1411111111111111", "0", "", " ", "-", "4111x1111",
        "４１１１", "4111\u{0}1111", "79927398713.",
    ])
    func `a wrong one, one alone and what is no number are not`(number: String) throws {
        #expect(try value("luhn(text)", number) == .bool(false))
    }

    @Test func `any length is looked at without overflow`() throws {
        #expect(try value("luhn(text)", String(repeating: "0", count: 200)) == .bool(true))
        #expect(try value("luhn(text)", String(repeating: "9", count: 199) + "8") == .bool(false))
    }

    @Test(arguments: [
        ("05/29", 2029, 6), ("5/29", 2029, 6), ("05 / 2029", 2029, 6), ("12/29", 2030, 1),
        ("01/00", 2000, 2), ("12/9998", 9999, 1),
    ])
    func `a month ends where the next one begins`(text: String, year: Int, month: Int) throws {
        let end = try #require(ExpressionTimestamp(year: year, month: month, day: 1))
        #expect(try value("monthEnd(text)", text) == .timestamp(end))
    }

    @Test(arguments: [
        "", "/", "13/29", "00/29", "5", "05-29", "05/9", "05/029", "005/29", "05/29/1", "aa/bb",
        "５/29", "12/9999", "-5/29",
    ])
    func `what is no month ended with the beginning of time, so nothing stops a walk`(
        text: String
    ) throws {
        let beginning = try #require(ExpressionTimestamp(year: 1, month: 1, day: 1))
        #expect(try value("monthEnd(text)", text) == .timestamp(beginning))
    }

    @Test(arguments: ["luhn(1)", "monthEnd(1)", "text.luhn()", "luhn()", "monthEnd(text, text)"])
    func `both take a text`(source: String) {
        #expect(throws: ExpressionProblems.self) { try value(source, "") }
    }
}
