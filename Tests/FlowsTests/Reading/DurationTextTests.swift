import Testing

@testable import Flows

@Suite("DurationText")
struct DurationTextTests {
    @Test(arguments: [
        ("90s", 90_000), ("10m", 600_000), ("24h", 86_400_000), ("7d", 604_800_000),
        ("1h30m", 5_400_000), ("23h59m59s", 86_399_000), ("1d1s", 86_401_000),
    ])
    func `durations are read to the millisecond`(text: String, milliseconds: Int64) {
        #expect(DurationText.milliseconds(text) == .success(milliseconds))
    }

    @Test(arguments: [
        "", "5", "h", "24 h", "1.5h", "-1h", "30m1h", "1h1h", "0s", "10min", "9999999d",
        "99999999999999999999s", "3652500000000000h", "１h",
    ])
    func `anything else is refused`(text: String) {
        guard case .failure(let mistake) = DurationText.milliseconds(text) else {
            Issue.record("\(text) was read")
            return
        }
        #expect(!mistake.reason.isEmpty)
    }

    @Test(arguments: [
        ("90s", "1m30s"), ("24h", "24h"), ("47h", "47h"), ("48h", "2d"), ("7d", "7d"),
        ("49h30m", "2d1h30m"), ("23h59m59s", "23h59m59s"),
    ])
    func `a duration is written as an author would write it`(read: String, written: String) throws {
        let milliseconds = try DurationText.milliseconds(read).get()
        #expect(DurationText.text(of: milliseconds) == written)
        #expect(try DurationText.milliseconds(written).get() == milliseconds)
    }
}
