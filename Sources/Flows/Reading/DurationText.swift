/// Reads and writes durations as authors write them: `90s 10m 24h 7d`, combined largest first.
package enum DurationText {
    /// Why a text is no duration.
    package struct Mistake: Error, Equatable {
        package let reason: String
    }

    /// A day, an hour, a minute and a second in milliseconds, largest first.
    private static let units: [(letter: UInt8, milliseconds: Int64)] = [
        (UInt8(ascii: "d"), 86_400_000), (UInt8(ascii: "h"), 3_600_000),
        (UInt8(ascii: "m"), 60_000), (UInt8(ascii: "s"), 1_000),
    ]
    /// A hundred years: longer is a slip of the pen, and would overflow sums with a date.
    private static let longest: Int64 = 36_525 * 86_400_000

    /// The duration in milliseconds; a failure says what is wrong with the text.
    package static func milliseconds(
        _ text: String,
        allowsNothing: Bool = false
    ) -> Result<Int64, Mistake> {
        var total: Int64 = 0
        var number: Int64?
        var nextUnit = 0
        for byte in text.utf8 {
            if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                let (shifted, overflow) = (number ?? 0).multipliedReportingOverflow(by: 10)
                guard !overflow, shifted <= longest else { return tooLong }
                number = shifted + Int64(byte - UInt8(ascii: "0"))
                continue
            }
            guard let unit = units.firstIndex(where: { $0.letter == byte }) else {
                return .failure(Mistake(reason: "units are d, h, m and s"))
            }
            guard let count = number else {
                return .failure(Mistake(reason: "a number stands before each unit"))
            }
            guard unit >= nextUnit else {
                return .failure(Mistake(reason: "the largest unit comes first, each once"))
            }
            let (part, overflow) = count.multipliedReportingOverflow(by: units[unit].milliseconds)
            guard !overflow, part <= longest - total else { return tooLong }
            total += part
            number = nil
            nextUnit = unit + 1
        }
        guard number == nil else { return .failure(Mistake(reason: "the unit is missing")) }
        guard total > 0 || allowsNothing && !text.isEmpty else {
            return .failure(Mistake(reason: "it must be longer than nothing"))
        }
        return .success(total)
    }

    /// The duration as an author would write it; days only from the second on, as in `24h` and `7d`.
    ///
    /// What is less than a second is left out, unless it is asked for: it is told as `5ms`, which nobody writes.
    package static func text(of milliseconds: Int64, withMilliseconds: Bool = false) -> String {
        var rest = max(0, milliseconds)
        var text = ""
        for unit in units where unit.letter != UInt8(ascii: "d") || rest >= 2 * unit.milliseconds {
            let (count, remainder) = rest.quotientAndRemainder(dividingBy: unit.milliseconds)
            if count > 0 { text += "\(count)\(Character(Unicode.Scalar(unit.letter)))" }
            rest = remainder
        }
        if withMilliseconds, rest > 0 { text += "\(rest)ms" }
        return text.isEmpty ? "0s" : text
    }

    private static var tooLong: Result<Int64, Mistake> {
        .failure(Mistake(reason: "it is longer than a hundred years"))
    }
}
