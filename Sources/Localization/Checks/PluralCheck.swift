import Documents

/// Finds plurals without a category that the language needs.
enum PluralCheck {
    static func findings(
        _ entry: Catalog.Entry,
        _ key: MessageKey,
        _ language: LanguageTag
    ) -> [Diagnostic] {
        guard case .flat(let program) = entry.program.body else { return [] }
        var findings: [Diagnostic] = []
        for branches in program.plurals {
            let needed = branches.rule.categoriesOfIntegers()
            let missing = needed.filter { category in
                category != .other && !branches.written.contains(category)
                    && !isCovered(category, by: branches)
            }
            guard !missing.isEmpty else { continue }
            let names = missing.map(\.keyword).joined(separator: ", ")
            let all = (needed + [.other]).reduce(into: [String]()) { names, category in
                if !names.contains(category.keyword) { names.append(category.keyword) }
            }
            findings.append(
                Diagnostic(
                    "L012",
                    at: entry.place.range,
                    "`\(key.rawValue)` has a plural without \(names)",
                    help: "`\(language.rawValue)` needs \(all.joined(separator: ", "))"
                )
            )
        }
        return findings
    }

    /// Whether branches of `=N` are there for all numbers of a category, as `=1` is for English `one`.
    private static func isCovered(_ category: PluralCategory, by branches: PluralBranches) -> Bool {
        let numbers = (0...110 as ClosedRange<UInt64>).filter {
            branches.rule.category(of: $0) == category.rawValue
        }
        return numbers.allSatisfy { number in
            branches.exact.contains { $0.value - branches.offset == Double(number) }
        }
    }
}
