import Documents
import Expressions
import Testing

@Suite("Values as text")
struct ValueTextTests {
    @Test(arguments: [
        ("null", "null"), ("true", "true"), ("-7", "-7"), ("1.5", "1.5"), ("2.0", "2.0"),
        ("-0.0", "-0.0"), ("1e21", "1000000000000000000000.0"), ("1.0 / 0.0", "Infinity"),
        ("'a\"b\\\\c'", "\"a\\\"b\\\\c\""), ("'a\\n\\r\\tb'", "\"a\\n\\r\\tb\""),
        ("'\\u001b\\u202e'", "\"\\u001B\\u202E\""), ("'\\U000E0001'", "\"\\U000E0001\""),
        ("'姓名'", "\"姓名\""),
        ("timestamp('2024-02-29T09:00:00.5Z')", "timestamp(\"2024-02-29T09:00:00.5Z\")"),
        ("duration('1h30m')", "duration(\"5400s\")"),
        ("held_unverified", "500 USD"),
        ("[1, 2]", "[1, 2]"), ("{'a': [true]}", "{\"a\": [true]}"), ("{1: 'x'}", "{1: \"x\"}"),
    ])
    func `a value is shown as expressions write it`(source: String, literal: String) throws {
        #expect(try evaluate(source).literal == literal)
    }

    @Test(arguments: [
        "1.5", "'a\\n\\u001b\"'", "timestamp('2024-02-29T09:00:00.5Z')", "duration('-1.5s')",
        "[[1], [2, 3]]", "{'a': 1.0}",
    ])
    func `what is shown means the same`(source: String) throws {
        let value = try evaluate(source)
        #expect(try evaluate(value.literal) == value)
    }

    @Test(arguments: [
        ("null", "null"), ("true", "true"), ("9223372036854775807", "9223372036854775807"),
        ("1.5", "1.5"), ("0.0 / 0.0", "\"NaN\""), ("'a\"'", "\"a\\\"\""),
        ("timestamp(0)", "\"1970-01-01T00:00:00Z\""), ("duration('90m')", "\"5400s\""),
        ("held_unverified", "\"500 USD\""), ("[1, 2]", "[1,2]"), ("{'a': 1}", "{\"a\":1}"),
        ("{2: 1}", "{\"2\":1}"),
    ])
    func `a value becomes JSON`(source: String, json: String) throws {
        #expect(JSONWriter.compact(try evaluate(source).json) == json)
    }

    @Test func `a record is shown by its names in order`() {
        let record = ExpressionValue.record(["months": .int(3), "brand": .string("visa")])
        #expect(record.literal == "{brand: \"visa\", months: 3}")
        #expect(JSONWriter.compact(record.json) == "{\"brand\":\"visa\",\"months\":3}")
    }

    @Test func `texts are read by type`() throws {
        #expect(ExpressionValue("x", as: .string) == .string("x"))
        #expect(
            ExpressionValue("1990-04-12", as: .timestamp)
                == .timestamp(try #require(ExpressionTimestamp(year: 1990, month: 4, day: 12)))
        )
        #expect(
            ExpressionValue("1990-04-12T01:00:00Z", as: .timestamp)
                == ExpressionTimestamp(seconds: 639_882_000).map { .timestamp($0) }
        )
        #expect(ExpressionValue("1h30m", as: .duration) == .duration(.seconds(5_400)))
        #expect(
            ExpressionValue("500 USD", as: .money)
                == .money(Money(tenThousandths: 5_000_000, currency: "USD"))
        )
    }

    @Test(arguments: [
        ("1990-02-30", ExpressionType.timestamp), ("90", .duration), ("500", .money), ("1", .int),
        ("true", .bool), ("", .timestamp),
    ])
    func `other texts are no value of the type`(text: String, type: ExpressionType) {
        #expect(ExpressionValue(text, as: type) == nil)
    }
}
