import Testing

@testable import Flows

@Suite("CalendarDate")
struct CalendarDateTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -86_400_000), ("2000-02-29", 951_782_400_000),
        ("2026-03-01", 1_772_323_200_000),
    ])
    func `dates are read as midnight in UTC`(text: String, milliseconds: Int64) {
        #expect(CalendarDate.milliseconds(text) == milliseconds)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-01", "+026-01-01"])
    func `days that are none are refused`(text: String) {
        #expect(CalendarDate.milliseconds(text) == nil)
    }
}
