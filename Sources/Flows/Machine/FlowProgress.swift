/// How far a walk has come, counted in steps that a person sees.
extension FlowMachine {
    /// The place of the present step among the shown steps of the way that is to be expected, both from 1.
    ///
    /// The way follows conditions as far as they can be evaluated now. A step beside the way, such as an expired
    /// link, stands where the way is joined again. `nil` at an end.
    public func progress(of state: FlowState, now: Int64) -> (position: Int, count: Int)? {
        guard state.outcome == nil else { return nil }
        // One for both ways, so that what is known about the moment is found out once.
        var transition = Transition(machine: self, state: state, now: now)
        let way = expectedWay(from: 0, &transition)
        let shown = way.filter { definition.steps[$0].isShown }
        let ahead = expectedWay(from: state.step, &transition)
        guard let joined = ahead.first(where: way.contains) else { return nil }
        if let next = ahead.first(where: shown.contains), let place = shown.firstIndex(of: next) {
            return (place + 1, shown.count)
        }
        // Behind the last step that is shown, such as while the host works at the end.
        let passed = way.prefix { $0 != joined }.count { definition.steps[$0].isShown }
        return passed > 0 ? (passed, shown.count) : nil
    }

    /// The steps that follow if all goes well, until an end or a step that was met before.
    private func expectedWay(from first: Int, _ transition: inout Transition) -> [Int] {
        var way: [Int] = []
        var next: Int? = first
        while let index = next, !way.contains(index) {
            way.append(index)
            next = successor(of: definition.steps[index], &transition)
        }
        return way
    }

    private func successor(of step: StepDefinition, _ transition: inout Transition) -> Int? {
        let route: Route?
        switch step.kind {
        case .form, .review, .branch: route = step.next
        case .waiting:
            route = (step.events.first { $0.source == .link } ?? step.events.first)?.route
        case .call(let name):
            let effect = definition.effect(name)
            let outcome = effect?.outcomes.first(where: \.isSuccess) ?? effect?.outcomes.first
            route = outcome.flatMap { step.event(EventName($0.name.text)) }?.route
        case .end: route = nil
        }
        guard let route, case .step(let target) = transition.expectedTarget(of: route) else {
            return nil
        }
        return target
    }
}

extension StepDefinition {
    /// Whether a person stops here on the way.
    fileprivate var isShown: Bool {
        switch kind {
        case .form, .review, .waiting: true
        case .call, .branch, .end: false
        }
    }
}

extension Transition {
    /// Where a route will probably lead: a branch counts only if it can be evaluated and holds.
    fileprivate mutating func expectedTarget(of route: Route) -> Route.Target {
        for branch in route.branches where isReadable(branch.condition) {
            // A guess for a progress bar: what can't be evaluated yet is simply not foreseen.
            if (try? holds(branch.condition)) == true { return branch.target }
        }
        return route.otherwise
    }
}
