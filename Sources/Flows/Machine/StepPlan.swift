import Documents

/// A step with what events ask about it, worked out once.
///
/// A class, so that looking at a part of a step copies nothing.
final class StepPlan: Sendable {
    let definition: StepDefinition
    /// The slots that a form asks, in their order; empty for any other step.
    let asked: [Int]
    /// Their names beside them.
    let askedNames: [FieldName]
    /// Those of them that hold for one submit only.
    let verdicts: [Int]
    /// Those of them in which a value known already may stand, each with the slot it comes from.
    let prefilled: [(slot: Int, source: Int)]
    /// Whether it is a form, or a review.
    let isForm: Bool
    let isReview: Bool
    /// The slots of the codes that it sends.
    let codes: [Int]
    /// The limit under which it sends, if it does.
    let limit: LimitDefinition?
    /// Where a form, a review or a branch goes on.
    let next: RoutePlan?
    /// Where its events lead, in their order.
    let routes: [RoutePlan]
    /// The promises that each of its events opens.
    let opens: [[Int]]
    /// What it calls, if it does.
    let effect: EffectPlan?
    /// Where it leads if all goes well; `nil` for an end.
    let expected: RoutePlan?
    /// Whether a person stops here on the way.
    let isShown: Bool

    init(_ definition: StepDefinition, of flow: FlowDefinition, fields: [FieldPlan]) {
        self.definition = definition
        asked = definition.asked
        askedNames = asked.map { flow.fields[$0].name }
        verdicts = asked.filter { fields[$0].isVerdict }
        prefilled = asked.compactMap { slot in flow.fields[slot].prefill.map { (slot, $0) } }
        isForm = if case .form = definition.kind { true } else { false }
        isReview = if case .review = definition.kind { true } else { false }
        codes = definition.sends.compactMap(\.code)
        limit = definition.sends.lazy.compactMap(\.limit).first
        let next = definition.next.map { RoutePlan($0) }
        let routes = definition.events.map { RoutePlan($0.route) }
        self.next = next
        self.routes = routes
        opens = definition.events.map { event in
            flow.promises.indices.filter {
                guard let before = flow.promises[$0].onlyAfter else { return false }
                return flow.steps[before.step].name == definition.name && before.event == event.name
            }
        }
        let effect: EffectPlan? =
            if case .call(let name) = definition.kind {
                flow.effect(name).map { EffectPlan($0, of: flow) }
            } else {
                nil
            }
        self.effect = effect
        switch definition.kind {
        case .form, .review, .branch: expected = next
        case .waiting:
            let link = definition.events.firstIndex { $0.source == .link }
            expected = routes.isEmpty ? nil : routes[link ?? 0]
        case .call:
            let outcomes = effect?.definition.outcomes
            let usual = outcomes?.first(where: \.isSuccess) ?? outcomes?.first
            let event = usual.flatMap { outcome in
                definition.events.firstIndex { $0.name.text == outcome.name.text }
            }
            expected = event.map { routes[$0] }
        case .end: expected = nil
        }
        switch definition.kind {
        case .form, .review, .waiting: isShown = true
        case .call, .branch, .end: isShown = false
        }
    }

    /// The place of the event of a name, or `nil` where the step has none.
    func event(_ name: EventName) -> Int? {
        definition.events.indices.first { definition.events[$0].name == name }
    }
}

/// A route, as a class so that it is followed without copying its branches.
final class RoutePlan: Sendable {
    let branches: [Route.Branch]
    let otherwise: Route.Target
    /// Where it stands.
    let range: SourceRange

    init(_ route: Route) {
        range = route.range
        branches = route.branches
        otherwise = route.otherwise
    }
}

/// An effect with what events ask about it, worked out once.
final class EffectPlan: Sendable {
    let definition: EffectDefinition
    /// The slots it takes.
    let takes: [Int]
    /// The slots it takes that are fixed by its success.
    let fixes: [Int]
    /// The slots it takes that nobody keeps behind it.
    let relayed: [Int]
    /// The promises about each of its outcomes.
    let promises: [[Int]]

    init(_ definition: EffectDefinition, of flow: FlowDefinition) {
        self.definition = definition
        takes = definition.needs + definition.mayUse
        fixes = takes.filter { flow.fields[$0].isSetOnce }
        relayed = takes.filter { flow.fields[$0].isRelayed }
        promises = definition.outcomes.map { outcome in
            flow.promises.indices.filter {
                flow.promises[$0].effect == definition.name
                    && flow.promises[$0].outcome == outcome.name
            }
        }
    }
}

extension StepDefinition {
    /// The slots a form asks; empty for any other step.
    public var asked: [Int] {
        guard case .form(let fields) = kind else { return [] }
        return fields
    }
}
