/// The plural categories that a language has, and the numbers that take them.
public struct PluralForms: Sendable {
    private let rule: PluralRule
    /// The categories that whole numbers take, in CLDR's order.
    public let ofIntegers: [PluralCategory]
    /// The categories that numbers take, fractions included, and `other`; in CLDR's order.
    public let all: [PluralCategory]

    /// The categories of a language, for counting or for ordering.
    public init(_ language: LanguageTag, isOrdinal: Bool = false) {
        let rule = LanguageFormats.of(language).plurals(ordinal: isOrdinal)
        let integers = rule.categoriesOfIntegers()
        // CLDR's rules for the fractions of a language are told apart by these.
        let fractions = isOrdinal ? [] : [0.1, 0.5, 1.1, 1.5, 2.1, 2.5, 10.1, 21.1]
        let categories = Set(fractions.map { rule.category(of: $0) })
        self.rule = rule
        ofIntegers = integers
        all = PluralCategory.allCases.filter {
            $0 == .other || integers.contains($0) || categories.contains($0.rawValue)
        }
    }

    /// The first whole numbers of a category, from 0 to 200; empty where only fractions take it.
    public func integers(of category: PluralCategory, atMost count: Int) -> [Int] {
        Array(
            (0...200).lazy.filter { rule.category(of: UInt64($0)) == category.rawValue }
                .prefix(count)
        )
    }
}
