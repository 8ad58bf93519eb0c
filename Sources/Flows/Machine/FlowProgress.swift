/// How far a walk has come, counted in steps that a person sees.
extension FlowMachine {
    /// The place of the present step among the shown steps of the way that is to be expected, both from 1.
    ///
    /// The way follows conditions as far as they can be evaluated now. A step beside the way, such as an expired
    /// link, stands where the way is joined again. `nil` at an end.
    public func progress(of state: FlowState, now: Int64) -> (position: Int, count: Int)? {
        guard state.outcome == nil else { return nil }
        // One for both ways, so that what is known about the moment is found out once.
        let (way, ahead) = Transition.looking(at: state, machine: self, now: now) { transition in
            (expectedWay(from: 0, &transition), expectedWay(from: state.step, &transition))
        }
        let shown = way.filter { steps[$0].isShown }
        guard let joined = ahead.first(where: way.contains) else { return nil }
        if let next = ahead.first(where: shown.contains), let place = shown.firstIndex(of: next) {
            return (place + 1, shown.count)
        }
        // Behind the last step that is shown, such as while the host works at the end.
        let passed = way.prefix { $0 != joined }.count { steps[$0].isShown }
        return passed > 0 ? (passed, shown.count) : nil
    }

    /// The steps that follow if all goes well, until an end or a step that was met before.
    private func expectedWay(from first: Int, _ transition: inout Transition) -> [Int] {
        var way: [Int] = []
        var next: Int? = first
        while let index = next, !way.contains(index) {
            way.append(index)
            next = successor(of: index, &transition)
        }
        return way
    }

    private func successor(of index: Int, _ transition: inout Transition) -> Int? {
        guard let route = steps[index].expected,
            case .step(let target) = transition.expectedTarget(of: route)
        else { return nil }
        return target
    }
}

extension Transition {
    /// Where a route will probably lead: a branch counts only if it can be evaluated and holds.
    fileprivate mutating func expectedTarget(of route: RoutePlan) -> Route.Target {
        for branch in route.branches where isReadable(branch.condition) {
            // A guess for a progress bar: what can't be evaluated yet is simply not foreseen.
            if (try? holds(branch.condition)) == true { return branch.target }
        }
        return route.otherwise
    }
}
