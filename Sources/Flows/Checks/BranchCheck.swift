import Documents
import Expressions

/// W32: every branch can be taken, and every condition can go both ways.
enum BranchCheck {
    static func run(_ flow: CheckedFlow) -> ConditionVerdict {
        var verdict = ConditionVerdict()
        for step in flow.reachable.sorted() { verdict += ofStep(step, flow) }
        for slot in flow.definition.fields.indices { verdict += ofField(slot, flow) }
        return verdict
    }

    private static func ofStep(_ index: Int, _ flow: CheckedFlow) -> ConditionVerdict {
        let step = flow.definition.steps[index]
        guard step.hasConditions else { return ConditionVerdict() }
        let entry = flow.assignment.onEntry[index]
        let possible = flow.maybeSet(at: index)
        let conditions = { (added: [Int]) in
            ConditionCheck(
                ConditionFacts(flow: flow, certain: entry.union(added), possible: possible)
            )
        }
        var verdict = ConditionVerdict()
        for send in step.sends { verdict += conditions([]).check(send) }
        for event in step.events {
            let what = (
                always: "the button `\(event.name)` is always there",
                never: "the button `\(event.name)` is never there"
            )
            verdict += conditions([]).check(event.condition, what)
            let given = flow.definition.surelyGiven(by: event, at: step)
            verdict += conditions(given).check(event.route)
        }
        if let next = step.next {
            let answered = step.asked.filter { !flow.definition.fields[$0].isOptional }
            verdict += conditions(answered).check(next)
        }
        return verdict
    }

    private static func ofField(_ slot: Int, _ flow: CheckedFlow) -> ConditionVerdict {
        let field = flow.definition.fields[slot]
        guard field.hasConditions else { return ConditionVerdict() }
        let asking = flow.reachable.filter { flow.definition.steps[$0].asked.contains(slot) }
        guard let first = asking.first else { return ConditionVerdict() }
        var certain: Set<Int> = []
        var possible: Set<Int>?
        // An account field is written for all flows: what is always set in this one decides nothing.
        if !field.isAccountField {
            let onEntry = flow.assignment.onEntry
            certain = asking.reduce(onEntry[first]) { $0.intersection(onEntry[$1]) }
            possible = asking.reduce(into: []) { $0.formUnion(flow.maybeSet(at: $1)) }
        }
        let facts = ConditionFacts(flow: flow, certain: certain, possible: possible)
        return ofField(field, facts)
    }

    private static func ofField(_ field: FieldDefinition, _ facts: ConditionFacts)
        -> ConditionVerdict
    {
        var facts = facts
        facts.own = field
        let check = ConditionCheck(facts)
        var verdict = check.check(field.rules)
        switch field.type {
        case .choice(let options):
            for option in options {
                let what = (
                    always: "`\(option.value)` is always on offer",
                    never: "`\(option.value)` is never on offer"
                )
                verdict += check.check(option.condition, what)
            }
        case .list(let inner, _):
            for inner in inner { verdict += ofField(inner, facts) }
        case .text, .name, .email, .phone, .date, .country, .postcode, .document, .bool, .integer,
            .money, .file, .captcha, .consent, .code, .secret:
            break
        }
        return verdict
    }
}

extension StepDefinition {
    /// Whether something here depends on a condition.
    fileprivate var hasConditions: Bool {
        next?.branches.isEmpty == false
            || sends.contains { $0.condition != nil || $0.exception != nil }
            || events.contains { $0.condition != nil || !$0.route.branches.isEmpty }
    }
}

extension FieldDefinition {
    /// Whether there are rules, or something on offer depends on a condition.
    fileprivate var hasConditions: Bool {
        if !rules.isEmpty { return true }
        return switch type {
        case .choice(let options): options.contains { $0.condition != nil }
        case .list(let inner, _): inner.contains { $0.hasConditions }
        default: false
        }
    }
}
