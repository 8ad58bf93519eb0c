import Expressions
import Testing

/// The rules that the fields of the wallet sign-up need, with the values that their authors had in mind.
@Suite("Rules of the wallet sign-up")
struct FlowRuleTests {
    private static let answer = ExpressionType.record(["question": .string, "answer": .string])

    private func holds(
        _ rule: String,
        _ value: ExpressionValue,
        _ type: ExpressionType,
        length: Int = 100
    ) throws -> Bool {
        let scope = ExpressionScope(
            names: [("citizenship", .string), ("value", type)],
            lengths: ["value": length]
        )
        let expression = try CompiledExpression.compile(rule, scope: scope, expecting: .bool)
        return try expression.evaluateCondition([.string("RU"), value], in: sampleContext)
    }

    @Test(arguments: [
        (1990, true), (1900, false), (2030, false),
    ])
    func `a date of birth lies in the past and is plausible`(year: Int, isGood: Bool) throws {
        let date = try #require(ExpressionTimestamp(year: year, month: 5, day: 17))
        let inThePast = try holds("value < today", .timestamp(date), .timestamp)
        let plausible = try holds("years(value) < 120", .timestamp(date), .timestamp)
        #expect((inThePast && plausible) == isGood)
    }

    // REQ-1.10: digits only, not in sequence, no digit more than three times in all.
    @Test(arguments: [
        ("135790", true), ("123456", false), ("654321", false), ("0123456789", false),
        ("11122233", true), ("11112233", false), ("1a3579", false), ("１３５７９０", false),
        ("1212121", false), ("112233", true),
    ])
    func `a payment password keeps its three rules`(password: String, isGood: Bool) throws {
        let rules = [
            #"value.matches("^[0-9]+$")"#,
            "!'0123456789'.contains(value) && !'9876543210'.contains(value)",
            "!value.matches('0.*0.*0.*0|1.*1.*1.*1|2.*2.*2.*2|3.*3.*3.*3|4.*4.*4.*4|5.*5.*5.*5|"
                + "6.*6.*6.*6|7.*7.*7.*7|8.*8.*8.*8|9.*9.*9.*9')",
        ]
        let results = try rules.map { try holds($0, .string(password), .string, length: 30) }
        #expect(results.allSatisfy { $0 } == isGood)
    }

    @Test(arguments: [
        (["first_pet", "birth_city", "first_job"], true),
        (["first_pet", "birth_city", "first_pet"], false),
        ([], true),
    ])
    func `security questions are all different`(questions: [String], isGood: Bool) throws {
        let items = questions.map { ExpressionValue.record(["question": .string($0)]) }
        #expect(
            try holds(
                "value.all(a, value.exists_one(b, b.question == a.question))",
                .list(items),
                .list(Self.answer),
                length: 3
            ) == isGood
        )
    }

    @Test func `an option depends on citizenship`() throws {
        #expect(try holds("citizenship == \"RU\"", .null, .null))
        #expect(try !holds("citizenship in ['CZ', 'ID']", .null, .null))
    }
}
