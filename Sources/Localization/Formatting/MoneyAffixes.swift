import CICUBridge

/// Writes whole cents of a currency the way ICU was seen to: something before, grouped digits, a
/// separator, two digits, something behind.
///
/// A class so that handing it out costs one reference count; it never changes.
final class MoneyAffixes: Sendable {
    let currency: String
    private let before: [UInt8]
    private let beforeNegative: [UInt8]
    private let separator: [UInt8]
    private let behind: [UInt8]
    private let grouping: IntegerGrouping

    /// Learns from ICU's way of writing 1.23; `nil` where the rule found doesn't explain other amounts.
    init?(currency: String, grouping: IntegerGrouping?, _ language: OpaquePointer?) {
        guard let grouping,
            let positive = Self.written(12_300, currency, language),
            let negative = Self.written(-12_300, currency, language),
            let one = positive.firstIndex(of: 0x31),
            let two = positive.firstIndex(of: 0x32), two > one,
            positive.count > two + 1, positive[two + 1] == 0x33,
            let negativeOne = negative.firstIndex(of: 0x31)
        else { return nil }
        self.currency = currency
        self.grouping = grouping
        before = Array(positive[..<one])
        separator = Array(positive[(one + 1)..<two])
        behind = Array(positive[(two + 2)...])
        beforeNegative = Array(negative[..<negativeOne])
        let samples: [Int64] = [
            0, 100, -100, 9_999_900, 10_000_000, -12_345_678_900, 99_999_900, 100_000_000,
            1_234_567_890_123_400, -50_000_000,
        ]
        for sample in samples {
            let ours = ByteWriter.bytes { _ = append(sample, to: &$0) }
            guard ours == Self.written(sample, currency, language) else {
                return nil
            }
        }
    }

    private static func written(
        _ amount: Int64,
        _ currency: String,
        _ language: OpaquePointer?
    ) -> [UInt8]? {
        BridgedText.string { pf_format_money(language, decimal(amount), currency, $0, $1) }
            .map { Array($0.utf8) }
    }

    /// Appends an amount; `false`, and nothing appended, where it isn't a number of whole cents.
    func append(_ tenThousandths: Int64, to buffer: inout ByteWriter) -> Bool {
        let (cents, rest) = tenThousandths.magnitude.quotientAndRemainder(dividingBy: 100)
        guard rest == 0 else { return false }
        if tenThousandths < 0 {
            buffer.append(contentsOf: beforeNegative)
        } else {
            buffer.append(contentsOf: before)
        }
        grouping.append(cents / 100, to: &buffer)
        buffer.append(contentsOf: separator)
        IntegerGrouping.digits(cents % 100, atLeast: 2, to: &buffer)
        buffer.append(contentsOf: behind)
        return true
    }

    /// The amount as a plain decimal, such as `-12.3400`.
    static func decimal(_ tenThousandths: Int64) -> String {
        let (whole, rest) = tenThousandths.magnitude.quotientAndRemainder(dividingBy: 10_000)
        let fraction = String(rest + 10_000).dropFirst()
        return "\(tenThousandths < 0 ? "-" : "")\(whole).\(fraction)"
    }
}
