import Expressions
import Testing

@Suite("Durations and timestamps as texts")
struct DurationTests {
    @Test(arguments: [
        ("1h30m", Duration.seconds(5_400)), ("-1.5s", .milliseconds(-1_500)), ("0", .zero),
        ("250ms", .milliseconds(250)), ("1us", .microseconds(1)), ("1µs", .microseconds(1)),
        ("+2ns", .nanoseconds(2)), (".5s", .milliseconds(500)),
        ("315576000000s", .seconds(315_576_000_000)),
    ])
    func `a length of time is read`(text: String, length: Duration) throws {
        #expect(try evaluate("duration('\(text)')") == .duration(length))
    }

    @Test(arguments: [
        "", "1", "s", "1d", "h1", "1h ", "--1s", "1.2.3s", "1e3s", "315576000001s",
        "99999999999999999999999999h", "9999999999999999h", ".s", "1h-1m",
    ])
    func `anything else is no length of time`(text: String) throws {
        let reason = try failure(of: "duration(citizenship)", ["citizenship": .string(text)])
        #expect(reason == .notADuration)
        #expect(problems(of: "duration('\(text)')").map(\.code) == ["E14"])
    }

    @Test(arguments: [
        "", "2024-02-29", "2024-02-29T09:00:00", "2024-02-29 09:00:00Z", "2023-02-29T09:00:00Z",
        "2024-02-29T24:00:00Z", "2024-02-29T09:60:00Z", "2024-02-29T09:00:60Z",
        "2024-02-29T09:00:00.Z",
        "2024-02-29T09:00:00.1234567890Z", "2024-02-29T09:00:00+0100", "2024-02-29T09:00:00+24:00",
        "0001-01-01T00:00:00+00:01", "٢٠٢٤-02-29T09:00:00Z", "2024-02-29T09:00:00Zx",
    ])
    func `what RFC 3339 does not allow is no moment`(text: String) throws {
        let reason = try failure(of: "timestamp(citizenship)", ["citizenship": .string(text)])
        #expect(reason == .notATimestamp)
    }

    @Test func `a length of time from outside that is too long fails and does not trap`() throws {
        let values: [String: ExpressionValue] = ["waiting": .duration(.seconds(Int64.max))]
        #expect(try failure(of: "waiting + waiting > waiting", values) == .outOfRange)
        #expect(try failure(of: "now + waiting > now", values) == .outOfRange)
        #expect(try failure(of: "string(waiting) == ''", values) == .outOfRange)
    }
}
