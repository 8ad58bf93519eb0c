extension PluralForms {
    /// A number that shows a form, with the category that it takes.
    public struct Sample: Sendable, Hashable {
        /// The number.
        public let value: MessageArgument
        /// What CLDR calls its form.
        public let category: PluralCategory
    }

    /// Numbers that show every form, smallest first: 0; the first number of every category; the next one that counts
    /// as 1 does, such as 21 in Russian; and for what is counted, 1.5.
    public var samples: [Sample] {
        var numbers: Set<Int> = [0, 1]
        for category in ofIntegers {
            let own = self[category].integers
            // Nothing at all is a sample where it is alone in its category.
            if let first = own.first(where: { $0 > 0 }) ?? own.first { numbers.insert(first) }
            // A category of the number 1 alone needs no other sample.
            if category != .other, own.contains(1), let next = own.first(where: { $0 > 1 }) {
                numbers.insert(next)
            }
        }
        if numbers.max() == 1 { numbers.insert(2) }
        let whole = numbers.sorted().map { number in
            Sample(value: .integer(Int64(number)), category: category(of: number))
        }
        guard let half = PluralCategory.allCases.first(where: { self[$0].decimal == 1.5 }) else {
            return whole
        }
        return whole + [Sample(value: .number(1.5), category: half)]
    }

    private func category(of number: Int) -> PluralCategory {
        PluralCategory.allCases.first { self[$0].integers.contains(number) } ?? .other
    }
}
