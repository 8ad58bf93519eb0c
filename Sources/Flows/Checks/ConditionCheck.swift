import Documents
import Expressions

/// Finds the conditions of one place that always give the same, or that others leave nothing to.
struct ConditionCheck {
    /// What follows from a condition that always holds, and from one that never does.
    typealias Consequences = (always: String, never: String)

    private let facts: ConditionFacts

    init(_ facts: ConditionFacts) { self.facts = facts }

    /// Checks a condition by itself.
    func check(_ condition: Condition?, _ what: Consequences) -> [Diagnostic] {
        guard let condition, let outline = outline(condition) else { return [] }
        let impossible = impossibleValues(in: condition)
        guard impossible.isEmpty else { return impossible }
        if case .failing = outline { return [failing(condition)] }
        guard let cases = ConditionCases([outline], facts) else { return [] }
        let holds = cases.holding(outline)
        if !holds.contains(true) { return [never(condition, what.never)] }
        if !holds.contains(false) { return [always(condition, what.always)] }
        return []
    }

    /// Checks the conditions of something that is sent, each by itself and both together.
    func check(_ send: SendDefinition) -> [Diagnostic] {
        let name = send.name
        let found =
            check(send.condition, ("`\(name)` always goes out", "`\(name)` never goes out"))
            + check(send.exception, ("`\(name)` never goes out", "`\(name)` always goes out"))
        guard found.isEmpty, let condition = send.condition, let exception = send.exception,
            let holds = outline(condition), let keeps = outline(exception),
            let cases = ConditionCases([holds, keeps], facts)
        else { return found }
        let goesOut = zip(cases.holding(holds), cases.holding(keeps)).contains { $0 && !$1 }
        guard !goesOut else { return [] }
        return [
            Diagnostic(
                "W32",
                at: exception.range,
                "`\(name)` never goes out: `unless` holds whenever `if` does",
                help: "take out one of the two",
                related: [.init(range: condition.range, label: "the `if`")]
            )
        ]
    }

    /// Checks the branches of a route, in order.
    func check(_ route: Route) -> [Diagnostic] {
        let conditions = route.branches.map(\.condition)
        let impossible = conditions.flatMap(impossibleValues)
        guard impossible.isEmpty, !conditions.isEmpty else { return impossible }
        let outlines = conditions.compactMap(outline)
        guard outlines.count == conditions.count, let cases = ConditionCases(outlines, facts) else {
            let what = ("it is always taken here", "it is never taken")
            return conditions.flatMap { check($0, what) }
        }
        var findings: [Diagnostic] = []
        var open = Array(repeating: true, count: cases.count)
        var earlier: [(place: SourceRange, holds: [Bool])] = []
        for (condition, outline) in zip(conditions, outlines) {
            if case .failing = outline { return findings + [failing(condition)] }
            let holds = cases.holding(outline)
            let taken = zip(open, holds).map { $0 && $1 }
            if !taken.contains(true) {
                findings.append(neverTaken(condition, holds, earlier))
            } else if taken == open {
                return findings + [alwaysTaken(condition, isAlone: !holds.contains(false), earlier)]
            }
            open = zip(open, holds).map { $0 && !$1 }
            earlier.append((condition.range, holds))
        }
        return findings
    }

    /// Checks the rules of a field, each by itself and all together.
    func check(_ rules: [FieldRule]) -> [Diagnostic] {
        let found = rules.flatMap { rule in
            check(
                rule.condition,
                (
                    "the rule `\(rule.name)` refuses nothing",
                    "no answer can meet the rule `\(rule.name)`"
                )
            )
        }
        let outlines = rules.compactMap { outline($0.condition) }
        guard found.isEmpty, outlines.count == rules.count,
            let cases = ConditionCases(outlines, facts)
        else { return found }
        var open = Array(repeating: true, count: cases.count)
        for (rule, outline) in zip(rules, outlines) {
            open = zip(open, cases.holding(outline)).map { $0 && $1 }
            guard !open.contains(true) else { continue }
            return [
                Diagnostic(
                    "W32",
                    at: rule.condition.range,
                    "no answer can meet the rule `\(rule.name)` and those before it",
                    help: "let the rules leave something to answer"
                )
            ]
        }
        return []
    }

    // MARK: - Findings

    private func outline(_ condition: Condition) -> ConditionOutline? {
        facts.flow.places.conditions[condition.range]?.outline
    }

    private func failing(_ condition: Condition) -> Diagnostic {
        Diagnostic(
            "W32",
            at: condition.range,
            "this condition always fails: it reads nothing, and can't be evaluated",
            notes: ["a condition that fails stops the walk; it never counts as false"]
        )
    }

    private func never(_ condition: Condition, _ consequence: String) -> Diagnostic {
        Diagnostic(
            "W32",
            at: condition.range,
            "this condition never holds: \(consequence)",
            help: "mend the condition, or take out what depends on it"
        )
    }

    private func always(_ condition: Condition, _ consequence: String) -> Diagnostic {
        Diagnostic(
            "W32",
            at: condition.range,
            "this condition always holds: \(consequence)",
            help: "mend the condition, or leave it out"
        )
    }

    private func neverTaken(
        _ condition: Condition,
        _ holds: [Bool],
        _ earlier: [(place: SourceRange, holds: [Bool])]
    ) -> Diagnostic {
        guard holds.contains(true) else {
            return never(condition, "this branch can never be taken")
        }
        let cover = earlier.first { zip($0.holds, holds).allSatisfy { $0 || !$1 } }
        let others = cover.map { [$0] } ?? earlier
        return Diagnostic(
            "W32",
            at: condition.range,
            "this branch can never be taken: \(cover == nil ? "those before it take" : "one before it takes") all that it would",
            help: "take it out, or put it before",
            related: others.map { .init(range: $0.place, label: "taken here already") }
        )
    }

    private func alwaysTaken(
        _ condition: Condition,
        isAlone: Bool,
        _ earlier: [(place: SourceRange, holds: [Bool])]
    ) -> Diagnostic {
        guard !isAlone else {
            return always(condition, "what stands behind this branch is never taken")
        }
        return Diagnostic(
            "W32",
            at: condition.range,
            "this condition always holds here: the branches before it take all other cases",
            help: "write `else` in its place, and take out what stands behind it",
            related: earlier.map { .init(range: $0.place, label: "the other cases") }
        )
    }

    /// Constants that what they are compared with can't be.
    private func impossibleValues(in condition: Condition) -> [Diagnostic] {
        guard let text = facts.flow.places.conditions[condition.range],
            let comparisons = text.outline?.comparisons
        else { return [] }
        return comparisons.compactMap { term, comparison, operand in
            guard case .equal = comparison, case .name(let name) = term.source,
                case .string(let value) = operand.value
            else { return nil }
            let domain = facts.domain(of: term)
            guard !domain.contains(operand.value) else { return nil }
            return Diagnostic(
                "W32",
                at: text.places.range(operand.range),
                "`\(name)` is never \"\(value)\"",
                help: domain.advice(instead: value)
            )
        }
    }
}

extension ValueDomain {
    /// What to write instead of a text that it does not hold.
    fileprivate func advice(instead text: String) -> String? {
        switch self {
        case .texts(let texts):
            Spelling.nearest(to: text, among: texts).map { "did you mean `\($0)`?" }
                ?? "there is: \(texts.prefix(12).map { "`\($0)`" }.joined(separator: ", "))"
        case .countries: "a country is written as its two capital letters, such as \"CZ\""
        case .any, .integers, .amounts: nil
        }
    }
}
