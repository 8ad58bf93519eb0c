/// Numbers as CEL's conversions read and write them.
enum NumberText {
    /// Reads a whole number such as `-42`.
    static func integer(_ text: String) -> Int64? {
        text.utf8.allSatisfy { $0.isDigit || $0 == 0x2B || $0 == 0x2D } ? Int64(text) : nil
    }

    /// Reads a decimal number such as `-84.32e7`; infinity, "not a number" and hexadecimals are none,
    /// nor is what is too large for a double.
    static func real(_ text: String) -> Double? {
        guard text.utf8.count <= 400,
            text.utf8.allSatisfy({
                $0.isDigit || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
            })
        else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A number in decimals without an exponent, as short as it can be told from its neighbours.
    static func text(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        let (mantissa, exponent) = parts(of: number.magnitude.description)
        var digits = mantissa.digits
        var point = mantissa.point + exponent
        if point <= 0 {
            digits = String(repeating: "0", count: 1 - point) + digits
            point = 1
        }
        if digits.count < point { digits += String(repeating: "0", count: point - digits.count) }
        let whole = digits.prefix(point)
        var fraction = digits.dropFirst(point)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let sign = number.sign == .minus ? "-" : ""
        return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The digits, the place of the point among them, and the exponent of `1.25e-07` and the like.
    private static func parts(
        of description: String
    ) -> (mantissa: (digits: String, point: Int), exponent: Int) {
        let halves = description.split(separator: "e")
        let decimals = (halves.first ?? "0").split(separator: ".")
        let digits = decimals.joined()
        let exponent = halves.count == 2 ? Int(halves[1]) ?? 0 : 0
        return ((digits, decimals.first?.count ?? 0), exponent)
    }
}
