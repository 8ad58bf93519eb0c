/// What can be done at a state, as the machine itself decides it.
extension FlowMachine {
    /// Whether Back leads somewhere.
    ///
    /// - Throws: ``MachineFailure`` when a rule can't be evaluated.
    public func canGoBack(_ state: FlowState, now: Int64) throws(MachineFailure) -> Bool {
        try Transition.looking(at: state, machine: self, now: now) {
            (transition) throws(MachineFailure) in
            try transition.wayBack() != nil
        }
    }

    /// The slots whose answers a review shows and has complete: those of the finished forms behind it.
    public func reviewed(in state: FlowState) -> [Int] {
        var slots: [Int] = []
        slots.reserveCapacity(fields.count)
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
        try Transition.looking(at: state, machine: self, now: now) {
            (transition) throws(MachineFailure) in
            try transition.limit(behind: try transition.target(of: RoutePlan(event.route)))
        }
    }
}
