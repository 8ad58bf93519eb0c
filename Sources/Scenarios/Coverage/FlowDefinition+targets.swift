import Flows

extension FlowDefinition {
    /// The steps that some way leads to, by their indices.
    var targets: Set<Int> {
        var targets: Set<Int> = []
        for step in steps {
            for route in [step.next].compactMap(\.self) + step.events.map(\.route) {
                for case .step(let index) in route.targets { targets.insert(index) }
            }
            targets.formUnion(step.timers.map(\.target))
            if let attempts = step.attempts { targets.insert(attempts.target) }
        }
        if let expiry { targets.insert(expiry.target) }
        return targets
    }
}
