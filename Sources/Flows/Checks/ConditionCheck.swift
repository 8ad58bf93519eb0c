import Documents
import Expressions

/// Finds the conditions of one place that always give the same, or that others leave nothing to.
struct ConditionCheck {
    /// What follows from a condition that always holds, and from one that never does.
    typealias Consequences = (always: String, never: String)

    private let facts: ConditionFacts

    init(_ facts: ConditionFacts) { self.facts = facts }

    /// Checks a condition by itself.
    func check(_ condition: Condition?, _ what: Consequences) -> ConditionVerdict {
        guard let condition, let outline = outline(condition) else { return ConditionVerdict() }
        let impossible = impossibleValues(in: condition)
        guard impossible.isEmpty else { return ConditionVerdict(impossible) }
        if case .failing = outline { return ConditionVerdict([failing(condition)]) }
        guard var cases = ConditionCases([outline], facts) else { return .undecided(condition) }
        switch (cases.canHold([outline]), cases.canHold([.not(outline)])) {
        case (false?, _): return ConditionVerdict([never(condition, what.never)])
        case (_, false?): return ConditionVerdict([always(condition, what.always)])
        case (true?, true?): return ConditionVerdict()
        case (nil, _), (_, nil): return .undecided(condition)
        }
    }

    /// Checks the conditions of something that is sent, each by itself and both together.
    func check(_ send: SendDefinition) -> ConditionVerdict {
        let name = send.name
        var verdict = check(
            send.condition,
            ("`\(name)` always goes out", "`\(name)` never goes out")
        )
        verdict += check(
            send.exception,
            ("`\(name)` never goes out", "`\(name)` always goes out")
        )
        guard verdict.findings.isEmpty, let condition = send.condition,
            let exception = send.exception, let holds = outline(condition),
            let keeps = outline(exception), var cases = ConditionCases([holds, keeps], facts)
        else { return verdict }
        switch cases.canHold([holds, .not(keeps)]) {
        case true?: break
        case nil: verdict += .undecided(exception)
        case false?:
            verdict.findings.append(
                Diagnostic(
                    "W32",
                    at: exception.range,
                    "`\(name)` never goes out: `unless` holds whenever `if` does",
                    help: "take out one of the two",
                    related: [.init(range: condition.range, label: "the `if`")]
                )
            )
        }
        return verdict
    }

    /// Checks the branches of a route, in order.
    func check(_ route: Route) -> ConditionVerdict {
        let conditions = route.branches.map(\.condition)
        let impossible = conditions.flatMap(impossibleValues)
        guard impossible.isEmpty, !conditions.isEmpty else { return ConditionVerdict(impossible) }
        let outlines = conditions.compactMap(outline)
        guard outlines.count == conditions.count, var cases = ConditionCases(outlines, facts) else {
            let what = ("it is always taken here", "it is never taken")
            return conditions.reduce(into: ConditionVerdict()) { $0 += check($1, what) }
        }
        var verdict = ConditionVerdict()
        var open: [ConditionOutline] = []
        var earlier: [(place: SourceRange, outline: ConditionOutline)] = []
        for (condition, outline) in zip(conditions, outlines) {
            if case .failing = outline {
                verdict.findings.append(failing(condition))
                return verdict
            }
            switch (cases.canHold(open + [outline]), cases.canHold(open + [.not(outline)])) {
            case (false?, _):
                verdict.findings.append(neverTaken(condition, outline, earlier, &cases))
            case (_, false?):
                let isAlone = cases.canHold([.not(outline)]) == false
                verdict.findings.append(alwaysTaken(condition, isAlone: isAlone, earlier))
                return verdict
            case (true?, true?): break
            case (nil, _), (_, nil): verdict += .undecided(condition)
            }
            open.append(.not(outline))
            earlier.append((condition.range, outline))
        }
        return verdict
    }

    /// Checks the rules of a field, each by itself and all together.
    func check(_ rules: [FieldRule]) -> ConditionVerdict {
        var verdict = ConditionVerdict()
        for rule in rules {
            verdict += check(
                rule.condition,
                (
                    "the rule `\(rule.name)` refuses nothing",
                    "no answer can meet the rule `\(rule.name)`"
                )
            )
        }
        let outlines = rules.compactMap { outline($0.condition) }
        guard verdict.findings.isEmpty, outlines.count == rules.count,
            var cases = ConditionCases(outlines, facts)
        else { return verdict }
        for (count, rule) in rules.enumerated() {
            switch cases.canHold(Array(outlines[...count])) {
            case true?: continue
            case nil: verdict += .undecided(rule.condition)
            case false?:
                verdict.findings.append(
                    Diagnostic(
                        "W32",
                        at: rule.condition.range,
                        "no answer can meet the rule `\(rule.name)` and those before it",
                        help: "let the rules leave something to answer"
                    )
                )
            }
            return verdict
        }
        return verdict
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
        _ outline: ConditionOutline,
        _ earlier: [(place: SourceRange, outline: ConditionOutline)],
        _ cases: inout ConditionCases
    ) -> Diagnostic {
        guard cases.canHold([outline]) != false else {
            return never(condition, "this branch can never be taken")
        }
        let cover = earlier.first { cases.canHold([outline, .not($0.outline)]) == false }
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
        _ earlier: [(place: SourceRange, outline: ConditionOutline)]
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
