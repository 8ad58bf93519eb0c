/// What can be done at a state, as the machine itself decides it.
extension FlowMachine {
    /// Whether Back leads somewhere.
    public func canGoBack(_ state: FlowState) -> Bool { wayBack(from: state) != nil }

    /// The trail behind the person, with the step that Back leads to at its end.
    ///
    /// A call that was made can't be taken back while its outcome is awaited. From an answer that is being
    /// changed the way leads back to the review, unless something is missing now: a review counts on the
    /// forms behind it.
    func wayBack(from state: FlowState) -> [Int]? {
        guard state.outcome == nil, state.pendingCall == nil, let previous = state.trail.last else {
            return nil
        }
        let step = definition.steps[state.step]
        guard previous == state.returnsTo else { return step.allowsBack ? state.trail : nil }
        let isWhole = step.asked.allSatisfy { slot in
            let field = definition.fields[slot]
            return field.isVerdict || field.gaps(in: state.fields[slot]).isEmpty
        }
        if isWhole { return state.trail }
        let behind = state.trail.prefix { $0 != state.step }
        return step.allowsBack && !behind.isEmpty ? Array(behind) : nil
    }

    /// The slots whose answers a review shows and has complete: those of the finished forms behind it.
    public func reviewed(in state: FlowState) -> [Int] {
        var seen: Set<Int> = []
        return state.trail.filter(state.finished.contains)
            .flatMap { definition.steps[$0].asked }
            .filter { seen.insert($0).inserted }
    }

    /// A machine that tells with each advance which ways were gone.
    public var keepingPassages: FlowMachine {
        var machine = self
        machine.keepsPassages = true
        return machine
    }

    /// The step and the limit that a button must respect: it leads straight to a step that would send.
    ///
    /// - Throws: ``MachineFailure`` when a condition can't be evaluated.
    public func limit(
        behind event: EventDefinition,
        in state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> (step: Int, limit: LimitDefinition)? {
        guard case .step(let target) = try rules.target(of: event.route, state: state, now: now)
        else { return nil }
        for send in definition.steps[target].sends {
            guard let limit = send.limit else { continue }
            if try rules.goesOut(send, state: state, now: now) { return (target, limit) }
        }
        return nil
    }
}

extension Route {
    /// The target of the branch of an index; behind the last stands `else`.
    func target(ofBranch index: Int) -> Target {
        branches.indices.contains(index) ? branches[index].target : otherwise
    }
}

extension FieldRules {
    /// Where a route leads.
    func target(
        of route: Route,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> Route.Target {
        route.target(ofBranch: try branch(of: route, state: state, now: now))
    }

    /// The index of the branch that is taken; behind the last stands `else`.
    func branch(of route: Route, state: FlowState, now: Int64) throws(MachineFailure) -> Int {
        for (index, branch) in route.branches.enumerated()
        where try holds(branch.condition, state: state, value: nil, now: now) {
            return index
        }
        return route.branches.count
    }

    /// Whether the conditions of a send let it go out.
    func goesOut(
        _ send: SendDefinition,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> Bool {
        if let condition = send.condition,
            try !holds(condition, state: state, value: nil, now: now)
        {
            return false
        }
        guard let exception = send.exception else { return true }
        return try !holds(exception, state: state, value: nil, now: now)
    }
}
