/// How a language counts, as rules want to know it; made once for each language that is checked.
struct Counting {
    /// What is known of one category.
    struct Members {
        /// Whole numbers of the category, the smallest first; not all where there are many.
        var integers: [Int] = []
        /// A number with decimals of the category.
        var decimal: Double?

        /// Whether any number has the category.
        var isTaken: Bool { !integers.isEmpty || decimal != nil }
    }

    /// The categories of one kind of number.
    struct Table {
        fileprivate var members: [Members]

        /// What is known of a category.
        subscript(category: PluralCategory) -> Members { members[category.rawValue] }

        /// The categories that whole numbers take, or all numbers do, in CLDR's order.
        func categories(withDecimals: Bool) -> [PluralCategory] {
            PluralCategory.allCases.filter {
                !self[$0].integers.isEmpty || (withDecimals && self[$0].decimal != nil)
            }
        }
    }

    /// How things are counted.
    let cardinals: Table
    /// How things are numbered.
    let ordinals: Table

    /// A language that knows no categories.
    static let none = Counting(
        cardinals: Table(members: PluralCategory.allCases.map { _ in Members() }),
        ordinals: Table(members: PluralCategory.allCases.map { _ in Members() })
    )

    /// How a language counts.
    static func of(_ language: LanguageTag) -> Counting {
        let formats = LanguageFormats.of(language)
        return Counting(
            cardinals: table(formats.plurals(ordinal: false)),
            ordinals: table(formats.plurals(ordinal: true))
        )
    }

    private static func table(_ rule: PluralRule) -> Table {
        var members = PluralCategory.allCases.map { _ in Members() }
        for number in Array(0...200) + [1000, 1_000_000] {
            members[rule.category(of: UInt64(number))].integers.append(number)
        }
        for number in [1.5, 0.5, 0.1, 2.1, 10.2, 21.1] {
            let category = rule.category(ofShown: number, .number)
            if members[category].decimal == nil { members[category].decimal = number }
        }
        return Table(members: members)
    }
}
