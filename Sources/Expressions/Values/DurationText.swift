/// Lengths of time as CEL reads, writes and bounds them.
enum DurationText {
    /// Ten thousand years: the range of `google.protobuf.Duration`, to which CEL holds itself.
    private static let limit = Duration.seconds(315_576_000_000)

    /// A length of time, unless it is longer than ten thousand years.
    static func bounded(_ duration: Duration) -> Duration? {
        duration.magnitude <= limit ? duration : nil
    }

    /// Reads a length of time such as `1h30m`, `-1.5s` or `250ms`.
    ///
    /// Units are `h m s ms us ns`. `nil` for anything else, and beyond ten thousand years.
    static func duration(_ text: String) -> Duration? {
        var bytes = text.utf8[...]
        let isNegative = bytes.first == 0x2D
        if isNegative || bytes.first == 0x2B { bytes.removeFirst() }
        if bytes.elementsEqual("0".utf8) { return .zero }
        guard !bytes.isEmpty else { return nil }
        var total = Duration.zero
        while !bytes.isEmpty {
            guard let part = part(of: &bytes), let sum = bounded(total + part) else { return nil }
            total = sum
        }
        return isNegative ? .zero - total : total
    }

    /// A length of time in seconds, as CEL writes it: `1000000s`, `-1.5s`.
    static func text(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.magnitude.components
        let sign = duration < .zero ? "-" : ""
        return "\(sign)\(seconds)\(decimals(nanoseconds: Int(attoseconds / 1_000_000_000)))s"
    }

    /// One number with its unit.
    private static func part(of bytes: inout Substring.UTF8View) -> Duration? {
        var whole: Int64 = 0
        var decimals: Int64 = 0
        var scale: Int64 = 1
        var count = 0
        var isFraction = false
        while let byte = bytes.first {
            if byte == 0x2E, !isFraction {
                isFraction = true
            } else if (0x30...0x39).contains(byte) {
                let digit = Int64(byte - 0x30)
                count += 1
                // Twelve digits of hours are already beyond the limit; decimals beyond nine are less
                // than the nanosecond that counts.
                guard whole < 1_000_000_000_000_000_000 / 10 else { return nil }
                if !isFraction {
                    whole = whole * 10 + digit
                } else if scale < 1_000_000_000 {
                    decimals = decimals * 10 + digit
                    scale *= 10
                }
            } else {
                break
            }
            bytes.removeFirst()
        }
        let name = bytes.prefix { !(0x30...0x39).contains($0) && $0 != 0x2E }
        guard count > 0, let unit = nanoseconds(of: String(name)) else { return nil }
        bytes.removeFirst(name.count)
        let total = Int128(whole) * unit + Int128(decimals) * unit / Int128(scale)
        // More seconds than 64 bits hold must not reach Duration, which would trap.
        guard total < Int128(1_000_000_000) * 1_000_000_000_000 else { return nil }
        return .seconds(Int64(total / 1_000_000_000)) + .nanoseconds(Int64(total % 1_000_000_000))
    }

    private static func nanoseconds(of unit: String?) -> Int128? {
        switch unit {
        case "h": 3_600_000_000_000
        case "m": 60_000_000_000
        case "s": 1_000_000_000
        case "ms": 1_000_000
        case "us", "\u{B5}s", "\u{3BC}s": 1_000
        case "ns": 1
        default: nil
        }
    }
}

extension Duration {
    fileprivate var magnitude: Duration { self < .zero ? .zero - self : self }
}
