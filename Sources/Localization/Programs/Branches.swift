/// The branches of a plural argument.
///
/// A class so that choosing a branch copies nothing; it never changes.
final class PluralBranches: Sendable {
    /// What the category is chosen by.
    enum Basis: Sendable {
        /// The number as it looks in a style.
        case shown(NumberStyle.Named)
        /// The number as such; ICU does so where the number is shown by a skeleton.
        case value
    }

    let rule: PluralRule
    let basis: Basis
    let offset: Double
    /// The branches of `=N`, which are compared without the offset.
    let exact: [(value: Double, target: Int32)]
    /// The branches of the categories in CLDR's order; a category without one has that of `other`.
    let categories: [Int32]

    init(
        rule: PluralRule,
        basis: Basis,
        offset: Double,
        exact: [(value: Double, target: Int32)],
        categories: [Int32]
    ) {
        self.rule = rule
        self.basis = basis
        self.offset = offset
        self.exact = exact
        self.categories = categories
    }

    func moved(by distance: Int32) -> PluralBranches {
        PluralBranches(
            rule: rule,
            basis: basis,
            offset: offset,
            exact: exact.map { ($0.value, $0.target + distance) },
            categories: categories.map { $0 + distance }
        )
    }

    /// The largest magnitude below which every whole number is exact as a Double.
    private static let exactLimit = 9_007_199_254_740_992.0

    /// The branch of a whole number.
    func target(of value: Int64) -> Int32 {
        for branch in exact where branch.value == Double(value) { return branch.target }
        guard offset == 0 else { return category(of: Double(value) - offset) }
        // Above the limit ICU's rules calculate with doubles, and see other digits than are shown.
        let isExact = value.magnitude < UInt64(Self.exactLimit)
        switch basis {
        case .shown(let style) where style == .percent || !isExact:
            return categories[rule.category(ofShown: value, style)]
        case .value where !isExact:
            return categories[rule.category(of: Double(value))]
        case .shown, .value:
            return categories[rule.category(of: value.magnitude)]
        }
    }

    /// The branch of any number.
    func target(of value: Double) -> Int32 {
        for branch in exact where branch.value == value { return branch.target }
        return category(of: value - offset)
    }

    /// The branch of a value that is no number.
    var targetOfOther: Int32 { categories[PluralCategory.other.rawValue] }

    private func category(of value: Double) -> Int32 {
        switch basis {
        case .shown(let style):
            if style != .percent, let whole = Self.whole(value) {
                return categories[rule.category(of: whole.magnitude)]
            }
            return categories[rule.category(ofShown: value, style)]
        case .value:
            return categories[rule.category(of: value)]
        }
    }

    /// The whole number that a Double is exactly; `nil` where it is none.
    static func whole(_ value: Double) -> Int64? {
        guard value.magnitude < exactLimit, value.rounded(.towardZero) == value,
            !(value == 0 && value.sign == .minus)
        else { return nil }
        return Int64(value)
    }
}

/// The branches of a select argument.
///
/// A class so that choosing a branch copies nothing; it never changes.
final class SelectBranches: Sendable {
    /// The words and their branches, `other` not among them.
    let words: [(word: [UInt8], target: Int32)]
    /// The branch of any other word.
    let other: Int32

    init(words: [(word: [UInt8], target: Int32)], other: Int32) {
        self.words = words
        self.other = other
    }

    func moved(by distance: Int32) -> SelectBranches {
        SelectBranches(
            words: words.map { ($0.word, $0.target + distance) },
            other: other + distance
        )
    }

    /// The branch of a word.
    ///
    /// O(number of branches).
    func target(of word: String) -> Int32 {
        for branch in words where word.utf8.elementsEqual(branch.word) { return branch.target }
        return other
    }
}
