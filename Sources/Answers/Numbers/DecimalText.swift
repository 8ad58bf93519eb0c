/// A decimal number as a person wrote it, taken apart without losing a digit.
struct DecimalText: Hashable {
    /// How a language separates decimals and thousands; white space separates thousands everywhere.
    struct Separators {
        let decimal: Unicode.Scalar
        /// `nil` where thousands are separated by white space only.
        let group: Unicode.Scalar?

        /// The separators of a language, by its primary subtag.
        init(language: String) {
            switch language {
            case "ru", "cs": (decimal, group) = (",", nil)
            case "id": (decimal, group) = (",", ".")
            default: (decimal, group) = (".", ",")
            }
        }
    }

    /// Whether there was a minus.
    let isNegative: Bool
    /// The digits before the decimal sign, at least one.
    let whole: [Int]
    /// The digits behind the decimal sign.
    let decimals: [Int]

    /// Reads a number; `nil` where it is none, or could be read in two ways.
    init?(_ text: String, separators: Separators) {
        var rest = text.narrowed.unicodeScalars[...]
        isNegative = rest.first == "-" || rest.first == "\u{2212}"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        var groups: [[Int]] = [[]]
        var signs: [Unicode.Scalar] = []
        for scalar in rest {
            if let digit = scalar.digit {
                groups[groups.count - 1].append(digit)
            } else if scalar.isWhite || ".,'’".unicodeScalars.contains(scalar) {
                signs.append(scalar.isWhite ? " " : scalar)
                groups.append([])
            } else {
                return nil
            }
        }
        guard groups.allSatisfy({ !$0.isEmpty }), groups.reduce(0, { $0 + $1.count }) <= 30 else {
            return nil
        }
        var decimals: [Int] = []
        if let sign = signs.last, let last = groups.last,
            let isDecimal = Self.isDecimal(sign, signs, last, separators)
        {
            if isDecimal {
                decimals = last
                signs.removeLast()
                groups.removeLast()
            }
        } else if !signs.isEmpty {
            return nil
        }
        guard Self.areGroups(groups, signs) else { return nil }
        whole = Array(groups.joined())
        self.decimals = decimals
    }

    /// The number without its decimals, scaled by a power of ten; `nil` where it does not fit.
    func scaled(places: Int) -> Int64? {
        var value: Int64 = 0
        let padding = Array(repeating: 0, count: max(0, places - decimals.count))
        for digit in whole + decimals.prefix(places) + padding {
            let (shifted, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflows) = shifted.addingReportingOverflow(Int64(digit))
            guard !isTooLarge, !overflows else { return nil }
            value = sum
        }
        return isNegative ? -value : value
    }

    // Whether the last sign begins the decimals; nil where nobody can tell ("1.234" in Russian, where
    // the point is neither).
    private static func isDecimal(
        _ sign: Unicode.Scalar,
        _ signs: [Unicode.Scalar],
        _ last: [Int],
        _ separators: Separators
    ) -> Bool? {
        guard sign == "." || sign == "," else { return false }
        guard signs.filter({ $0 == sign }).count == 1 else { return false }
        if sign == separators.decimal { return true }
        if last.count != 3 { return true }
        return sign == separators.group ? false : nil
    }

    private static func areGroups(_ groups: [[Int]], _ signs: [Unicode.Scalar]) -> Bool {
        guard !signs.isEmpty else { return true }
        return Set(signs).count == 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
            && (groups.first?.count ?? 0) <= 3
    }
}
