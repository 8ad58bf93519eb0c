/// The forms of plurals: missing, never taken, and counted otherwise than in English (L012, L013, L018, L019).
enum PluralRules {
    static func problems(_ inspection: MessageInspection) -> [MessageProblem] {
        var problems: [MessageProblem] = []
        for argument in inspection.arguments {
            guard let (branches, isOrdinal) = argument.plural else { continue }
            let form = Form(
                argument: argument,
                branches: branches,
                isOrdinal: isOrdinal,
                forms: inspection.facts.forms(isOrdinal: isOrdinal),
                selectors: PluralSelectors(branches.list),
                hasDecimals: !isOrdinal && inspection.kind(of: argument.name) == .number,
                tag: inspection.language
            )
            if let original = inspection.original,
                let problem = form.difference(from: original.arguments)
            {
                problems.append(problem)
                // Its forms are those of what was meant.
                if problem.code == "L019" { continue }
            }
            if let problem = form.missing { problems.append(problem) }
            problems += form.neverTaken
        }
        return problems
    }

    /// A plural beside the categories of its language.
    private struct Form {
        let argument: MessageTree.Argument
        let branches: MessageTree.Branches
        let isOrdinal: Bool
        let forms: PluralForms
        let selectors: PluralSelectors
        /// Whether the number may have decimals.
        let hasDecimals: Bool
        let tag: LanguageTag

        private var language: String { tag.englishName }
        private var head: Range<Int> { argument.range.lowerBound..<argument.headEnd }
        private var noun: String { isOrdinal ? "ordinal" : "plural" }

        var missing: MessageProblem? {
            let needed = hasDecimals ? forms.all : forms.ofIntegers
            let missing = forms.missing(
                among: selectors,
                offset: branches.offset,
                withDecimals: hasDecimals
            )
            guard let first = missing.first else { return nil }
            let names = missing.map { "`\($0.keyword)`" }.joined(separator: ", ")
            let all = (needed.filter { $0 != .other } + [.other]).map(\.keyword)
            let numbers = forms[first].integers.map { $0 + branches.offset }
                .filter { number in !branches.list.contains { $0.exact == number } }
            let value: MessageArgument? =
                numbers.first.map { .integer(Int64($0)) }
                ?? forms[first].decimal.map { .number($0) }
            let listed = numbers.prefix(4).map { String($0) }.joined(separator: ", ")
            let remark =
                numbers.isEmpty
                ? "decimals fall back to `other`"
                : "\(listed)\(numbers.count > 4 ? " …" : "") fall back to `other`"
            return MessageProblem(
                "L012",
                at: head,
                "the \(language) \(noun) has no form\(missing.count == 1 ? "" : "s") \(names)",
                help: "add " + missing.map { "\($0.keyword) {…}" }.joined(separator: " "),
                label: "\(language) needs \(all.joined(separator: ", "))",
                sample: value.map { .init([argument.name: $0], remark: remark) }
            )
        }

        var neverTaken: [MessageProblem] {
            branches.list.enumerated().compactMap { index, branch in
                guard let category = branch.category, category != .other else { return nil }
                let isKnown = forms[category].isTaken
                let isCovered = forms.isCovered(
                    category,
                    by: selectors,
                    offset: branches.offset,
                    withDecimals: hasDecimals
                )
                guard !isKnown || isCovered else { return nil }
                // What stands behind it is moved to its place.
                let end =
                    index + 1 < branches.list.count
                    ? branches.list[index + 1].selectorRange.lowerBound
                    : branch.wholeRange.upperBound
                return MessageProblem(
                    "L013",
                    at: branch.selectorRange.lowerBound..<end,
                    isKnown
                        ? "the branch `\(branch.selector)` is never taken: each of its numbers has a branch of its own"
                        : "the branch `\(branch.selector)` is never taken: the \(language) \(noun) has no such form",
                    help: "remove it",
                    replacement: ""
                )
            }
        }

        func difference(from original: [MessageTree.Argument]) -> MessageProblem? {
            let same = original.lazy.filter { $0.name == argument.name }.compactMap(\.plural)
            guard let first = same.first else { return nil }
            guard same.contains(where: { $0.isOrdinal == isOrdinal }) else {
                return MessageProblem(
                    "L019",
                    at: head,
                    isOrdinal
                        ? "`\(argument.name)` is numbered here, and counted in the English message"
                        : "`\(argument.name)` is counted here, and numbered in the English message",
                    help: isOrdinal ? "write plural" : "write selectordinal"
                )
            }
            guard !same.contains(where: { $0.branches.offset == branches.offset }) else {
                return nil
            }
            let offset = first.branches.offset
            return MessageProblem(
                "L018",
                at: head,
                "`\(argument.name)` is counted less \(branches.offset), and in the English message less \(offset)",
                help: offset == 0 ? "remove the offset" : "write offset:\(offset)"
            )
        }
    }
}

extension LanguageTag {
    /// The language's name for authors; its tag where it has none here.
    var englishName: String { Self.englishNames[base] ?? rawValue }

    private static let englishNames = [
        "en": "English", "ru": "Russian", "zh": "Chinese", "id": "Indonesian", "cs": "Czech",
    ]
}
