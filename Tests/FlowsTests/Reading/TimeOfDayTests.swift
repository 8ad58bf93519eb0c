import Flows
import Testing

@Suite("Times of day")
struct TimeOfDayTests {
    @Test(arguments: [
        "9:00 GMT+8": (540, 480), "09:30 GMT-3:30": (570, -210), "0:00 GMT+0": (0, 0),
        "23:59 GMT+14": (1439, 840),
    ])
    func `hours, minutes and the distance from GMT are read`(
        _ time: (text: String, parts: (minutes: Int, offset: Int))
    ) throws {
        let read = try #require(TimeOfDay(time.text))
        #expect(read.minutes == time.parts.minutes)
        #expect(read.offset == time.parts.offset)
    }

    @Test(arguments: [
        "", "9", "9:00", "9 GMT+8", "24:00 GMT+8", "9:60 GMT+8", "9:0 GMT+8", "9:00 GMT",
        "9:00 GMT8", "9:00 GMT+15", "9:00 UTC+8", "9:00  GMT+8", "-9:00 GMT+8", "9:00 GMT+-8",
        "٩:00 GMT+8", "9:00:00 GMT+8",
    ])
    func `anything else is no time`(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test
    func `it is a moment of the day that it is there now`() throws {
        let time = try #require(TimeOfDay("9:00 GMT+8"))
        let hour: Int64 = 3_600_000
        // At midnight in Greenwich it is 08:00 there, and at 17:00 it is 01:00 of the next day.
        #expect(time.moment(near: 0) == 1 * hour)
        #expect(time.moment(near: 15 * hour) == 1 * hour)
        #expect(time.moment(near: 17 * hour) == 25 * hour)
        #expect(time.moment(near: -20 * hour) == -23 * hour)
        #expect(time.moment(near: .max) == .max)
    }
}
