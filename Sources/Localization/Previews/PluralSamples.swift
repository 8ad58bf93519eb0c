/// Numbers that show every form a language has for counting.
public enum PluralSamples {
    /// How far samples are looked for: no language's categories begin later, but for millions.
    private static let limit: Int64 = 200

    /// A sample with the category that it takes.
    public struct Sample: Sendable, Hashable {
        /// The number.
        public let value: MessageArgument
        /// What CLDR calls its form.
        public let category: PluralCategory
    }

    /// The samples of a language, smallest first: 0; the first number of every category; the next one that counts as 1
    /// does, such as 21 in Russian; and 1.5.
    public static func of(_ language: LanguageTag, ordinal: Bool = false) -> [Sample] {
        let rule = LanguageFormats.of(language).plurals(ordinal: ordinal)
        func category(_ number: Int64) -> PluralCategory {
            PluralCategory(rawValue: rule.category(of: number.magnitude)) ?? .other
        }
        var numbers: [Int64] = [0, 1]
        for wanted in rule.categoriesOfIntegers() {
            // Some languages have a category for nothing alone, or for millions.
            let all = [Int64](1...limit) + [0, 1_000_000]
            if let first = all.first(where: { category($0) == wanted }) { numbers.append(first) }
        }
        // A category of the number 1 alone needs no other sample.
        let one = category(1)
        let next = (2...limit).first { category($0) == one }
        if one != .other, let next { numbers.append(next) }
        if numbers.max() == 1 { numbers.append(2) }
        let whole = Set(numbers).sorted().map {
            Sample(value: .integer($0), category: category($0))
        }
        guard !ordinal else { return whole }
        let half = PluralCategory(rawValue: rule.category(of: 1.5)) ?? .other
        return whole + [Sample(value: .number(1.5), category: half)]
    }
}
