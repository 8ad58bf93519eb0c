extension ExpressionTimestamp {
    /// Reads a moment such as `2009-02-13T23:31:30.5+01:00` (RFC 3339).
    ///
    /// `nil` where the text is anything else, or the moment outside the years 1 to 9999.
    public init?(text: String) {
        var digits = DigitReader(text)
        guard let year = digits.number(4), digits.take("-"), let month = digits.number(2),
            digits.take("-"), let day = digits.number(2), digits.take("T"),
            let hours = digits.number(2), digits.take(":"), let minutes = digits.number(2),
            digits.take(":"), let seconds = digits.number(2),
            hours < 24, minutes < 60, seconds < 60,
            let day = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        var nanoseconds = 0
        if digits.take(".") {
            guard let fraction = digits.fraction() else { return nil }
            nanoseconds = fraction
        }
        guard let offset = digits.offset(), digits.isAtEnd else { return nil }
        let local = day.daysSince1970 * 86_400 + hours * 3_600 + minutes * 60 + seconds
        self.init(seconds: Int64(local - offset), nanoseconds: Int32(nanoseconds))
    }

    /// The moment in UTC, as RFC 3339 writes it, with as many decimals as needed.
    public var text: String {
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let time = Int(seconds - days * 86_400)
        let day = CalendarDay(daysSince1970: Int(days))
        let date = [padded(day.year, 4), padded(day.month, 2), padded(day.day, 2)]
        let clock = [padded(time / 3_600, 2), padded(time / 60 % 60, 2), padded(time % 60, 2)]
        return date.joined(separator: "-") + "T" + clock.joined(separator: ":")
            + decimals(nanoseconds: Int(nanoseconds)) + "Z"
    }
}

/// A number with leading zeros.
private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// A part of a second as decimals: a full stop and digits, or nothing for 0.
func decimals(nanoseconds: Int) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = padded(nanoseconds, 9)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
}

/// Reads numbers of a known width from a text of ASCII.
struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ expected: Unicode.Scalar) -> Bool {
        guard let byte = rest.first, UInt32(byte) == expected.value else { return false }
        rest.removeFirst()
        return true
    }

    /// The number that exactly so many digits make.
    mutating func number(_ width: Int) -> Int? {
        var number = 0
        for _ in 0..<width {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    /// One to nine decimals, as nanoseconds.
    mutating func fraction() -> Int? {
        var number = 0
        var width = 0
        while width < 9, let digit = digit() {
            number = number * 10 + digit
            width += 1
        }
        guard width > 0 else { return nil }
        for _ in width..<9 { number *= 10 }
        return number
    }

    /// The offset from UTC that `Z`, `+01:00` or `-02:30` stand for, in seconds.
    mutating func offset() -> Int? {
        if take("Z") { return 0 }
        let isWest = take("-")
        guard isWest || take("+"), let hours = number(2), take(":"), let minutes = number(2),
            hours < 24, minutes < 60
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return isWest ? -seconds : seconds
    }

    private mutating func digit() -> Int? {
        guard let byte = rest.first, (0x30...0x39).contains(byte) else { return nil }
        rest.removeFirst()
        return Int(byte - 0x30)
    }
}
