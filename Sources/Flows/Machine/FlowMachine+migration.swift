/// Walks that began with an earlier version of the flow.
extension FlowMachine {
    /// The state of a walk in this version, where its flow says that people are moved there.
    ///
    /// - Parameters:
    ///   - state: The state in the earlier version.
    ///   - old: The earlier version.
    ///   - now: Milliseconds since 1970.
    /// - Returns: The state as if the step had just been entered; `nil` where the walk stays as it is: no move is
    ///   named, something is under way, or a value that the step counts on is missing or fits no more.
    /// - Throws: ``MachineFailure`` when a rule can't be evaluated.
    public func migrated(
        _ state: FlowState,
        from old: FlowDefinition,
        now: Int64
    ) throws(MachineFailure) -> FlowState? {
        guard state.outcome == nil, state.pendingCall == nil, state.returnsTo == nil,
            let migration = definition.migrations.first(where: { $0.from == old.version }),
            let move = migration.moves.first(where: { $0.old == old.steps[state.step].name })
        else { return nil }
        let comparison = VersionComparison(old: old, new: definition)
        guard comparison.obstacles(from: state.step, to: move.target).isEmpty,
            var moved = carried(state, over: comparison, to: move.target)
        else { return nil }
        try Transition.on(&moved, machine: self, now: now, fresh: Fresh()) {
            (transition) throws(MachineFailure) in
            try transition.enter(move.target, closingLinksAs: .superseded)
        }
        return moved
    }

    /// Everything a state knows, under the slots and indices of this version.
    private func carried(
        _ state: FlowState,
        over comparison: VersionComparison,
        to target: Int
    ) -> FlowState? {
        let old = comparison.old
        let moves = comparison.moves
        let place = { (index: Int) -> Int? in
            let name = old.steps[index].name
            return self.definition.steps.firstIndex { $0.name == moves[name] ?? name }
        }
        let slots = definition.fields.map { field in
            old.fields.firstIndex { $0.name == field.name && $0.isLike(field) }
        }
        var moved = state
        moved.sequence += 1
        moved.fields = zip(fields, slots).map { field, slot in
            slot.flatMap { state.fields[$0] }.flatMap { field.misfits($0).isEmpty ? $0 : nil }
        }
        let needed = DefiniteAssignment(definition).onEntry[target]
        guard
            needed.allSatisfy({
                moved.fields[$0] != nil || definition.fields[$0].defaultValue != nil
            })
        else { return nil }
        moved.fixed = slots.indices.filter { slot in
            slots[slot].map(state.fixed.contains) == true && moved.fields[slot] != nil
        }
        let carriedSlots = { (list: [Int]?) in
            list.map { old in slots.indices.filter { slots[$0].map(old.contains) == true } }
        }
        moved.prefilled = carriedSlots(state.prefilled)
        moved.cleared = carriedSlots(state.cleared)
        if let hidden = carriedSlots(state.handover?.hidden) { moved.handover?.hidden = hidden }
        let isShown = { (index: Int) in
            switch self.definition.steps[index].kind {
            case .form, .review: true
            case .call, .waiting, .branch, .end: false
            }
        }
        moved.trail = state.trail.compactMap(place).filter(isShown)
        moved.finished = state.finished.compactMap(place).filter { index in
            definition.steps[index].asked.allSatisfy { slot in
                let field = fields[slot]
                return field.isVerdict || field.gaps(in: moved.fields[slot]).isEmpty
            }
        }
        moved.attempts = state.attempts.compactMap { record in
            place(record.step).map { AttemptRecord(step: $0, count: record.count) }
        }
        moved.promises = definition.promises.map { promise in
            let record = comparison.record(of: promise, moves: moves)
            return record.flatMap { state.promises.indices.contains($0) ? state.promises[$0] : nil }
                ?? PromiseRecord(isOpen: promise.onlyAfter == nil, count: 0)
        }
        return moved
    }
}
