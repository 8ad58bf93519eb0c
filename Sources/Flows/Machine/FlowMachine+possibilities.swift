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
        let step = steps[state.step]
        let allowsBack = step.definition.allowsBack
        guard previous == state.returnsTo else { return allowsBack ? state.trail : nil }
        let isWhole = step.asked.allSatisfy { slot in
            fields[slot].isWhole(state.fields[slot])
        }
        if isWhole { return state.trail }
        let behind = state.trail.prefix { $0 != state.step }
        return allowsBack && !behind.isEmpty ? Array(behind) : nil
    }

    /// The slots whose answers a review shows and has complete: those of the finished forms behind it.
    public func reviewed(in state: FlowState) -> [Int] {
        var slots: [Int] = []
        for index in state.trail where state.finished.contains(index) {
            for slot in steps[index].asked where !slots.contains(slot) { slots.append(slot) }
        }
        return slots
    }

    /// What is missing in a field; nothing for a proof, which holds for one submit only.
    package func gaps(at slot: Int, in state: FlowState) -> [FieldProblem] {
        fields[slot].isVerdict ? [] : fields[slot].gaps(in: state.fields[slot])
    }

    /// The step and the limit that a button must respect: it leads straight to a step that would send.
    ///
    /// - Throws: ``MachineFailure`` when a condition can't be evaluated.
    public func limit(
        behind event: EventDefinition,
        in state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> (step: Int, limit: LimitDefinition)? {
        var transition = Transition(machine: self, state: state, now: now)
        return try transition.limit(behind: try transition.target(of: RoutePlan(event.route)))
    }
}
