/// The plural categories that a language has, and the numbers that take them.
public struct PluralForms: Sendable {
    /// What is known of one category.
    struct Members: Sendable {
        /// Whole numbers of the category, the smallest first; not all where there are many.
        var integers: [Int] = []
        /// A number with decimals of the category.
        var decimal: Double?

        /// Whether any number has the category.
        var isTaken: Bool { !integers.isEmpty || decimal != nil }
    }

    /// The categories that whole numbers take, in CLDR's order.
    public let ofIntegers: [PluralCategory]
    /// The categories that numbers take, fractions included, and `other`; in CLDR's order.
    public let all: [PluralCategory]
    private let members: [Members]

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
        var members = PluralCategory.allCases.map { _ in Members() }
        // Some languages have a category for thousands or millions alone.
        for number in Array(0...200) + [1000, 1_000_000] {
            members[rule.category(of: UInt64(number))].integers.append(number)
        }
        // By these, CLDR's rules for the fractions of a language are told apart.
        for number in isOrdinal ? [] : [1.5, 0.5, 0.1, 1.1, 2.1, 2.5, 10.1, 10.2, 21.1] {
            let category = rule.category(ofShown: number, .number)
            if members[category].decimal == nil { members[category].decimal = number }
        }
        self.members = members
        ofIntegers = rule.categoriesOfIntegers()
        all = PluralCategory.allCases.filter { $0 == .other || members[$0.rawValue].isTaken }
    }

    /// What is known of a category.
    subscript(category: PluralCategory) -> Members { members[category.rawValue] }

    /// Whole numbers of a category, the smallest first: those up to 200, 1000 and a million.
    public func numbers(of category: PluralCategory) -> [Int] { self[category].integers }

    // MARK: - Of a message

    /// The categories that a plural needs and doesn't have, in CLDR's order.
    ///
    /// - Parameters:
    ///   - selectors: The branches that it has: categories and `=N`.
    ///   - offset: What is taken off the number.
    ///   - withDecimals: Whether the number may have decimals.
    /// - Returns: Those without a branch of their own, unless each of their numbers has one.
    public func missing(
        among selectors: [String],
        offset: Int = 0,
        withDecimals: Bool = false
    ) -> [PluralCategory] {
        missing(among: PluralSelectors(selectors), offset: offset, withDecimals: withDecimals)
    }

    func missing(
        among selectors: PluralSelectors,
        offset: Int,
        withDecimals: Bool
    ) -> [PluralCategory] {
        (withDecimals ? all : ofIntegers).filter { category in
            !selectors.has(category)
                && !isCovered(category, by: selectors, offset: offset, withDecimals: withDecimals)
        }
    }

    /// Whether `=N` is there for each number of a category, as `=1` is for English `one`.
    func isCovered(
        _ category: PluralCategory,
        by selectors: PluralSelectors,
        offset: Int,
        withDecimals: Bool
    ) -> Bool {
        guard !selectors.exact.isEmpty else { return false }
        let members = self[category]
        guard !members.integers.isEmpty, !withDecimals || members.decimal == nil else {
            return false
        }
        return members.integers.allSatisfy { selectors.exact.contains($0 + offset) }
    }
}

/// What the branches of a plural are for.
struct PluralSelectors {
    /// The numbers of `=N`.
    private(set) var exact: [Int] = []
    /// A bit for each category that has a branch.
    private var categories = 0

    init(_ branches: [MessageTree.Branch]) {
        for branch in branches { add(branch.category, branch.exact) }
    }

    /// The same of selectors as they are written.
    init(_ selectors: [String]) {
        for selector in selectors {
            let number = selector.hasPrefix("=") ? Int(selector.dropFirst()) : nil
            add(PluralCategory(keyword: selector), number)
        }
    }

    func has(_ category: PluralCategory) -> Bool { categories & 1 << category.rawValue != 0 }

    private mutating func add(_ category: PluralCategory?, _ number: Int?) {
        if let category { categories |= 1 << category.rawValue }
        if let number { exact.append(number) }
    }
}
