import Expressions
import Flows
import Sessions
import Testing

@testable import Webhooks

@Suite("EffectMessage and EffectAnswer")
struct EffectMessageTests {
    @Test func `values are written as flow files write them, and a secret is never told`() throws {
        let money = try #require(Money("12.50 USD"))
        let parts = [
            Calls.field("question", .choice([]), .asked),
            Calls.field("answer", .secret(.new, isRepeated: false), .asked),
        ]
        var fixed = Calls.field("citizenship", .country, .asked)
        fixed.isSetOnce = true
        let takes = [
            Calls.field("amount", .money(currency: "USD", minimum: 0, maximum: .max), .asked),
            Calls.field("birth_date", .date, .asked), fixed,
            Calls.field("agreement", .consent(document: "terms"), .asked),
            Calls.field("answers", .list(of: parts, count: 2), .asked),
            Calls.field("age", .integer(minimum: 0, maximum: 200), .asked),
            Calls.field("refund", .bool, .asked), Calls.field("nickname", .text, .asked),
        ]
        let call = Calls.create(
            values: [
                "amount": .money(money), "birth_date": .date(milliseconds: 638_496_000_000),
                "citizenship": .text("CZ"), "age": .integer(36), "refund": .bool(false),
                "agreement": .consent(
                    Consent(document: "terms", version: 3, at: 1_772_355_600_000, locale: "cs")
                ),
                "answers": .list([
                    [.text("first_pet"), .sealed(SecretReference("r1"))], [nil, nil],
                ]),
            ],
            takes: takes
        )
        let text = String(decoding: EffectMessage.bytes(of: call), as: UTF8.self)
        #expect(
            text.contains(
                """
                "values":{"amount":"12.5 USD","birth_date":"1990-03-27","citizenship":"CZ",\
                "agreement":{"document":"terms","version":3,"at":"2026-03-01T09:00:00Z","locale":"cs"},\
                "answers":[{"question":"first_pet","answer":{"sealed":"r1"}},{}],"age":36,"refund":false},\
                "set_once":["citizenship"]
                """
            )
        )
    }

    @Test(arguments: [
        (
            "{\"v\": \"2026-03-01\"}", FieldType.date,
            FieldValue.date(milliseconds: 1_772_323_200_000)
        ),
        ("{\"v\": true}", .bool, .bool(true)),
        ("{\"v\": 5}", .integer(minimum: 0, maximum: 9), .integer(5)),
        ("{\"v\": \"CZ\"}", .country, .text("CZ")),
        ("{\"v\": \"Jana\"}", .name, .text("Jana")),
    ])
    func `what an answer gives is read by the type of the field`(
        json: String,
        type: FieldType,
        value: FieldValue
    ) throws {
        #expect(try read(json, type) == value)
    }

    @Test func `an amount is read in its own currency only`() throws {
        let type = FieldType.money(currency: "USD", minimum: 0, maximum: .max)
        let amount = try #require(Money("500 USD"))
        #expect(try read("{\"v\": \"500 USD\"}", type) == .money(amount))
        #expect(throws: Webhook.Failure.self) { try read("{\"v\": \"500 EUR\"}", type) }
    }

    @Test(arguments: [
        ("{\"v\": \"2026-02-30\"}", FieldType.date), ("{\"v\": \"2026-03-01T10:00:00Z\"}", .date),
        ("{\"v\": 1}", .bool), ("{\"v\": \"true\"}", .bool),
        ("{\"v\": 10}", .integer(minimum: 0, maximum: 9)),
        ("{\"v\": 1.5}", .integer(minimum: 0, maximum: 9)),
        ("{\"v\": 99999999999999999999}", .integer(minimum: 0, maximum: 9)),
        ("{\"v\": \"cz\"}", .country), ("{\"v\": \"CZE\"}", .country), ("{\"v\": \"\"}", .text),
        ("{\"v\": \"a\\u0000b\"}", .text), ("{\"v\": \"a\\u001b[2J\"}", .text),
        ("{\"v\": null}", .text),
        ("{}", .text), ("{\"v\": {\"sealed\": \"r1\"}}", .secret(.new, isRepeated: false)),
    ])
    func `what does not fit its field is refused, and stops no walk`(
        json: String,
        type: FieldType
    ) {
        #expect(throws: Webhook.Failure.self) { try read(json, type) }
    }

    @Test func `a text longer than the field is refused`() {
        let text = String(repeating: "a", count: 201)
        #expect(throws: Webhook.Failure.self) { try read("{\"v\": \"\(text)\"}", .text) }
    }

    @Test func `an answer of a hundred thousand brackets is refused, not followed`() {
        let bomb = String(repeating: "[", count: 30_000)
        #expect(throws: Webhook.Failure.self) { try read(bomb, .text) }
    }

    private func read(_ gives: String, _ type: FieldType) throws -> FieldValue? {
        let call = Calls.create(gives: [Calls.field("v", type, .given)])
        let answer = "{\"outcome\": \"done\", \"gives\": \(gives)}"
        return try EffectAnswer.read(Array(answer.utf8), to: call).gives["v"]
    }
}
