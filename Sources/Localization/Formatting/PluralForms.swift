/// The plural categories that a language has, and the numbers that take them.
public struct PluralForms: Sendable {
    /// The categories that whole numbers take, in CLDR's order.
    public let ofIntegers: [PluralCategory]
    /// The categories that numbers take, fractions included, and `other`; in CLDR's order.
    public let all: [PluralCategory]
    /// The first whole numbers of each category, from 0 to 200; none where only fractions take it.
    public let integers: [PluralCategory: [Int]]

    private struct Name: Hashable {
        let language: LanguageTag
        let isOrdinal: Bool
    }

    private static let made = Locked([Name: PluralForms]())

    /// The categories of a language, for counting or for ordering; found out once.
    public static func of(_ language: LanguageTag, isOrdinal: Bool = false) -> PluralForms {
        let name = Name(language: language, isOrdinal: isOrdinal)
        if let found = made.withLock({ $0[name] }) { return found }
        let forms = PluralForms(LanguageFormats.of(language).plurals(ordinal: isOrdinal), isOrdinal)
        made.withLock { $0[name] = forms }
        return forms
    }

    private init(_ rule: PluralRule, _ isOrdinal: Bool) {
        let ofIntegers = rule.categoriesOfIntegers()
        // By these, CLDR's rules for the fractions of a language are told apart.
        let fractions = isOrdinal ? [] : [0.1, 0.5, 1.1, 1.5, 2.1, 2.5, 10.1, 21.1]
        let categories = Set(fractions.map { rule.category(of: $0) })
        self.ofIntegers = ofIntegers
        all = PluralCategory.allCases.filter {
            $0 == .other || ofIntegers.contains($0) || categories.contains($0.rawValue)
        }
        integers = Dictionary(grouping: 0...200) { number in
            PluralCategory(rawValue: rule.category(of: UInt64(number))) ?? .other
        }
        .mapValues { Array($0.prefix(6)) }
    }
}
