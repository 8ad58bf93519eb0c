/// An amount of money in one currency.
public struct Money: Hashable, Sendable, Codable {
    /// The amount in ten-thousandths of the currency's unit: 500 USD are 5,000,000.
    public let tenThousandths: Int64
    /// The currency, an ISO 4217 code such as `USD`.
    public let currency: String

    /// Makes an amount.
    public init(tenThousandths: Int64, currency: String) {
        self.tenThousandths = tenThousandths
        self.currency = currency
    }

    /// Reads an amount such as `500 USD` or `-0.25 EUR`.
    ///
    /// `nil` unless the text is a decimal number with at most four places, one space, and three Latin
    /// capitals, or where the amount does not fit.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 3,
            parts[1].allSatisfy({ (0x41...0x5A).contains($0) }),
            let amount = Money.amount(Array(parts[0]))
        else { return nil }
        self.init(tenThousandths: amount, currency: String(decoding: parts[1], as: UTF8.self))
    }

    private static func amount(_ bytes: [UInt8]) -> Int64? {
        let isNegative = bytes.first == 0x2D
        let number = isNegative ? bytes.dropFirst() : bytes[...]
        let parts = number.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2 else { return nil }
        var digits = Array(whole)
        if parts.count == 2 {
            guard (1...4).contains(parts[1].count) else { return nil }
            digits += parts[1]
        }
        let places = parts.count == 2 ? parts[1].count : 0
        digits += Array(repeating: 0x30, count: 4 - places)
        var amount: Int64 = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            let (shifted, isTooLarge) = amount.multipliedReportingOverflow(by: 10)
            let step = Int64(digit - 0x30)
            let (sum, overflows) =
                isNegative
                ? shifted.subtractingReportingOverflow(step) : shifted.addingReportingOverflow(step)
            guard !isTooLarge, !overflows else { return nil }
            amount = sum
        }
        return amount
    }
}

extension Money: CustomStringConvertible {
    /// The amount as it is written in flow files, such as `500 USD` or `0.25 EUR`.
    public var description: String {
        let magnitude = tenThousandths.magnitude
        let places = String(magnitude % 10_000)
        var decimals = String(repeating: "0", count: 4 - places.count) + places
        while decimals.hasSuffix("0") { decimals.removeLast() }
        let sign = tenThousandths < 0 ? "-" : ""
        return "\(sign)\(magnitude / 10_000)\(decimals.isEmpty ? "" : "." + decimals) \(currency)"
    }
}
