import Expressions

/// Conditions of a flow that is run, where the values written out for it decide them.
///
/// What can't happen in that run is left out of it, so that nothing has to look after ways that nobody can go.
extension FlowDefinition {
    mutating func settleConditions() {
        for run in runs {
            var values: [Int: ExpressionValue] = [:]
            for input in run.inputs { values[input.slot] = input.value?.expressionValue() }
            guard !values.isEmpty else { continue }
            let known = KnownValues(values)
            for index in run.steps { known.settle(&steps[index]) }
        }
    }
}

/// Values that are the same on every way.
private struct KnownValues {
    /// What conditions may read besides fields: it is another at each evaluation.
    private static let variables = ["now", "today", "locale", "years", "months", "days"]

    private let values: [Int: ExpressionValue]

    init(_ values: [Int: ExpressionValue]) { self.values = values }

    func settle(_ step: inout StepDefinition) {
        if let next = step.next { step.next = settled(next) }
        step.events = step.events.compactMap { event in
            var event = event
            event.route = settled(event.route)
            if let holds = event.condition.flatMap(verdict) {
                guard holds else { return nil }
                event.condition = nil
            }
            return event
        }
        step.sends = step.sends.compactMap { send in
            var send = send
            if let holds = send.condition.flatMap(verdict) {
                guard holds else { return nil }
                send.condition = nil
            }
            if let holds = send.exception.flatMap(verdict) {
                guard !holds else { return nil }
                send.exception = nil
            }
            return send
        }
    }

    private func settled(_ route: Route) -> Route {
        var settled = Route(otherwise: route.otherwise, range: route.range)
        for branch in route.branches {
            switch verdict(branch.condition) {
            case true?:
                settled.otherwise = branch.target
                return settled
            case false?: continue
            case nil: settled.branches.append(branch)
            }
        }
        return settled
    }

    /// Whether a condition always holds or never; `nil` where that is not decided yet.
    private func verdict(_ condition: Condition) -> Bool? {
        let read = condition.reads.map { values[$0] }
        let words = condition.expression.source.split { !$0.isLetter && $0 != "_" }.map(String.init)
        guard !read.contains(where: { $0 == nil }), !read.isEmpty,
            Self.variables.allSatisfy({ !words.contains($0) })
        else { return nil }
        // Nothing that it reads depends on the moment.
        let context = EvaluationContext(now: 0, zone: "UTC", locale: "en")
        return try? condition.evaluate(read, in: context)
    }
}
