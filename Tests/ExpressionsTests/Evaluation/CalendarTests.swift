import Expressions
import Testing

@Suite("Calendar")
struct CalendarTests {
    private func date(_ year: Int, _ month: Int, _ day: Int) throws -> ExpressionValue {
        .timestamp(try #require(ExpressionTimestamp(year: year, month: month, day: day)))
    }

    @Test(arguments: [
        (2006, 3, 1, 17, 215), (2006, 2, 28, 18, 216), (2004, 2, 29, 20, 240),
        (2023, 3, 1, 0, 11), (2024, 1, 31, 0, 0), (2024, 2, 29, 0, 0), (2024, 3, 28, 0, 0),
        (2024, 3, 29, 0, -1), (2025, 2, 28, 0, -11), (2025, 3, 1, -1, -12), (1, 1, 1, 2023, 24277),
    ])
    func `years and months are full ones up to today`(
        year: Int,
        month: Int,
        day: Int,
        years: Int,
        months: Int
    ) throws {
        // Today is 29 February 2024.
        let values = ["birth_date": try date(year, month, day)]
        #expect(try evaluate("years(birth_date)", values) == .int(Int64(years)))
        #expect(try evaluate("months(birth_date)", values) == .int(Int64(months)))
    }

    @Test func `who was born on 29 February comes of age on 1 March`() throws {
        let values = ["birth_date": try date(2004, 2, 29)]
        for (day, isOfAge) in [("2022-02-28", false), ("2022-03-01", true)] {
            let moment = try #require(try seconds("\(day)T12:00:00Z"))
            let context = EvaluationContext(now: moment * 1_000, zone: "UTC", locale: "en")
            #expect(try holds("years(birth_date) >= 18", values, in: context) == isOfAge)
        }
    }

    @Test func `days are counted over leap days`() throws {
        #expect(
            try evaluate("days(birth_date)", ["birth_date": try date(2023, 2, 28)]) == .int(366)
        )
        #expect(try evaluate("days(birth_date)", ["birth_date": try date(2024, 3, 1)]) == .int(-1))
    }

    @Test(arguments: [
        ("Pacific/Auckland", "2024-03-01T00:00:00Z"), ("Europe/Prague", "2024-02-29T00:00:00Z"),
        ("America/Los_Angeles", "2024-02-29T00:00:00Z"), ("+14:00", "2024-03-01T00:00:00Z"),
        ("-12:30", "2024-02-28T00:00:00Z"), ("UTC", "2024-02-29T00:00:00Z"),
    ])
    func `today is the calendar day in the zone of the context`(zone: String, day: String) throws {
        let context = EvaluationContext(now: sampleContext.now, zone: zone, locale: "en")
        #expect(try evaluate("string(today)", in: context) == .string(day))
        #expect(
            context.today
                == ExpressionTimestamp(milliseconds: try #require(try seconds(day)) * 1_000)
        )
    }

    @Test func `daylight saving moves the hour`() throws {
        let hours =
            "[timestamp('2024-07-01T12:00:00Z').getHours('Europe/Prague'), "
            + "timestamp('2024-12-01T12:00:00Z').getHours('Europe/Prague')]"
        #expect(try evaluate(hours) == .list([.int(14), .int(13)]))
    }

    @Test func `an unknown zone is a failure, and only where it matters`() throws {
        let context = EvaluationContext(now: 0, zone: "Mars/Olympus", locale: "en")
        #expect(
            try failure(of: "birth_date < today", ["birth_date": try date(2000, 1, 1)], in: context)
                == .unknownTimeZone
        )
        #expect(try holds("now > timestamp(-1)", in: context))
        #expect(context.today == nil)
    }

    @Test(arguments: [
        ("getFullYear", 1969), ("getMonth", 11), ("getDate", 31), ("getDayOfMonth", 30),
        ("getDayOfWeek", 3), ("getDayOfYear", 364), ("getHours", 23), ("getMinutes", 58),
        ("getSeconds", 57), ("getMilliseconds", 250),
    ])
    func `the parts of a moment before 1970 are right`(function: String, value: Int) throws {
        let source = "timestamp('1969-12-31T23:58:57.25Z').\(function)()"
        #expect(try evaluate(source) == .int(Int64(value)))
    }

    @Test(arguments: [
        ("getHours", 25), ("getMinutes", 1_500), ("getSeconds", 90_001), ("getMilliseconds", 321),
    ])
    func `the parts of a length of time are whole units`(function: String, value: Int) throws {
        #expect(try evaluate("duration('25h1.321s').\(function)()") == .int(Int64(value)))
    }

    @Test func `every day of 400 years comes back`() throws {
        var seconds: Int64 = 0
        var wrong: [String] = []
        for year in 1970..<2370 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = ExpressionTimestamp(year: year, month: month, day: day) else {
                        continue
                    }
                    if date.seconds != seconds { wrong.append("\(year)-\(month)-\(day)") }
                    seconds += 86_400
                }
            }
        }
        #expect(wrong == [])
        #expect(seconds == 146_097 * 86_400)
    }

    @Test func `milliseconds are rounded down and kept in range`() {
        #expect(ExpressionTimestamp(milliseconds: -1).seconds == -1)
        #expect(ExpressionTimestamp(milliseconds: -1).nanoseconds == 999_000_000)
        #expect(ExpressionTimestamp(milliseconds: -1).milliseconds == -1)
        #expect(ExpressionTimestamp(milliseconds: .max).seconds == 253_402_300_799)
        #expect(ExpressionTimestamp(milliseconds: .min).seconds == -62_135_596_800)
    }

    private func seconds(_ text: String) throws -> Int64? {
        guard case .int(let seconds) = try evaluate("int(timestamp('\(text)'))") else { return nil }
        return seconds
    }
}
