import Flows

/// The messages that a flow asks for, but that nobody who walks it can meet.
///
/// They are asked for all the same: other flows show them, or this one will once another is there.
struct UnseenMessages {
    private let keys: Set<String>

    init(_ flow: FlowDefinition, among names: Set<FlowName>) {
        var keys: Set<String> = []
        for field in flow.fields {
            // What is given is no question: its words stand inside of others.
            if field.origin == .given, case .choice(let options) = field.type {
                for option in options {
                    keys.insert("\(flow.name).\(field.name).option.\(option.value)")
                }
            }
            guard case .list = field.type else { continue }
            // A list is seen as its records; its own name stands in one refusal only.
            if !field.isSetOnce {
                for home in [flow.name.text, "field"] { keys.insert("\(home).\(field.name).label") }
            }
        }
        for field in flow.fields where field.origin == .given {
            guard case .choice(let options) = field.type else { continue }
            // They are seen as a part of other words.
            for option in options {
                keys.insert("\(flow.name).\(field.name).option.\(option.value)")
            }
        }
        if !Self.goesOnAfterSuccess(flow) { keys.insert("refused.\(Refusal.fixed("").reason)") }
        for step in flow.steps {
            guard case .end(_, let offers) = step.kind else { continue }
            // What is offered and not there yet is not on the screen.
            for offer in offers where !names.contains(offer) {
                keys.insert("\(flow.name).\(step.name).offer.\(offer)")
            }
        }
        self.keys = keys
    }

    /// Whether no person can meet a text.
    ///
    /// What an answer is missed for is asked for field by field elsewhere: each shows only one of its keys.
    func contains(_ text: DemandedText) -> Bool {
        text.keys.contains { keys.contains($0) || $0.hasSuffix(".error.missing") }
            || text.keys.first.map { $0.hasPrefix("error.") && $0.hasSuffix(".missing") } == true
    }

    /// Whether something can still be changed once a call has succeeded, and with it what is set once.
    private static func goesOnAfterSuccess(_ flow: FlowDefinition) -> Bool {
        flow.steps.contains { step in
            guard case .call(let name) = step.kind, let effect = flow.effect(name) else {
                return false
            }
            let successes = effect.outcomes.filter(\.isSuccess).map(\.name.text)
            return step.events.contains { event in
                successes.contains(event.name.text)
                    && event.route.targets.contains { target in
                        guard case .step(let index) = target else { return true }
                        if case .end = flow.steps[index].kind { return false }
                        return true
                    }
            }
        }
    }
}
