import Documents
import Expressions

/// W32: every branch can be taken, and every condition can go both ways.
enum BranchCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        flow.definition.steps.flatMap { step in
            let conditions =
                step.events.map(\.condition) + step.sends.flatMap { [$0.condition, $0.exception] }
            let routes = step.events.map(\.route) + [step.next].compactMap(\.self)
            return conditions.compactMap { $0.flatMap { constant($0, flow) } }
                + routes.flatMap { branches($0, flow) }
        }
    }

    private static func branches(_ route: Route, _ flow: CheckedFlow) -> [Diagnostic] {
        var earlier: [String: SourceRange] = [:]
        return route.branches.compactMap { branch in
            let place = branch.condition.range
            if let finding = constant(branch.condition, flow) { return finding }
            guard let text = flow.conditions[place]?.text else { return nil }
            // Blanks decide nothing outside of quotes, and a wrong guess inside them only hides a warning.
            let key = String(text.filter { $0 != " " && $0 != "\n" })
            guard let first = earlier[key] else {
                earlier[key] = place
                return nil
            }
            return Diagnostic(
                "W32",
                at: place,
                "this branch can never be taken",
                related: [.init(range: first, label: "the same condition is taken before")]
            )
        }
    }

    /// A finding where a condition reads nothing that could change.
    private static func constant(_ condition: Condition, _ flow: CheckedFlow) -> Diagnostic? {
        let changing = ["now", "today", "locale", "years", "months", "days"]
        guard condition.expression.reads.isEmpty,
            let text = flow.conditions[condition.range]?.text,
            !changing.contains(where: { text.contains($0) })
        else { return nil }
        let slots = Array(
            repeating: ExpressionValue?.none,
            count: flow.definition.fields.count + 1
        )
        // A condition that always fails is as constant as one that always holds.
        let holds = try? condition.expression.evaluateCondition(
            slots,
            in: EvaluationContext(now: 0, zone: "UTC", locale: "en")
        )
        let result =
            switch holds {
            case true?: "always holds"
            case false?: "never holds"
            case nil: "always fails"
            }
        return Diagnostic(
            "W32",
            at: condition.range,
            "this condition \(result): it reads nothing that changes"
        )
    }
}
