/// Calls to the host, and the promises that are made about them.
extension Transition {
    /// Asks the host; but never again for what is done once and has been done.
    mutating func call(_ step: StepPlan) throws(MachineFailure) {
        guard let plan = step.effect else { return }
        let effect = plan.definition
        if effect.isOncePerFlow,
            let done = state.succeeded.first(where: { $0.effect == effect.name }),
            let event = step.event(EventName(done.outcome.text))
        {
            notePromises(event: step.definition.events[event].name)
            return try follow(step.routes[event])
        }
        for index in effect.outcomes.indices where effect.outcomes[index].isSuccess {
            try watchPromises(of: effect.name, effect.outcomes[index].name, after: 1)
        }
        // Whoever has done meanwhile what was asked with the same key and the same values says so again.
        let left = state.leftCall.flatMap { left in
            left.effect == effect.name && left.values == values(takenBy: plan) ? left.key : nil
        }
        let key = left ?? nextKey
        state.pendingCall = key
        outputs.append(.call(CallOrder(key: key, effect: effect.name)))
    }

    /// Leaves a call whose outcome has not come, if there is one; what is done once is remembered by its key.
    mutating func leaveCall() {
        guard let key = state.pendingCall else { return }
        state.pendingCall = nil
        guard let plan = step.effect, plan.definition.isOncePerFlow else { return }
        state.leftCall = LeftCall(
            key: key,
            effect: plan.definition.name,
            values: values(takenBy: plan)
        )
    }

    private func values(takenBy plan: EffectPlan) -> [FieldValue?] {
        plan.takes.map { state.fields[$0] ?? machine.fields[$0].defaultValue }
    }

    /// Takes the outcome of a call.
    mutating func endEffect(
        _ key: String,
        _ name: OutcomeName,
        _ gives: [FieldName: FieldValue]
    ) throws(MachineFailure) {
        let step = step
        guard key == state.pendingCall, let plan = step.effect else { return refusal = .stale }
        let effect = plan.definition
        guard let place = effect.outcomes.firstIndex(where: { $0.name == name }),
            let event = step.event(EventName(name.text))
        else { throw .unknownOutcome(effect: effect.name, outcome: name) }
        for index in machine.definition.promises.indices
        where machine.definition.promises[index].watches(effect.name, name) {
            state.promises[index].count += 1
        }
        try watchPromises(of: effect.name, name, after: 0)
        state.pendingCall = nil
        if state.leftCall?.key == key { state.leftCall = nil }
        try take(gives, of: effect.outcomes[place], effect: effect.name)
        if effect.outcomes[place].isSuccess {
            state.succeeded.append(SuccessRecord(effect: effect.name, outcome: name))
            fix(plan.fixes)
        }
        notePromises(event: step.definition.events[event].name)
        try follow(step.routes[event])
    }

    /// Opens the promises that waited for an event of the present step.
    mutating func notePromises(event: EventName) {
        for index in machine.definition.promises.indices {
            if let before = machine.definition.promises[index].onlyAfter,
                before.step == state.step, before.event == event
            {
                state.promises[index].isOpen = true
            }
        }
    }

    /// Closes the promises whose proof rests on a field that was changed.
    mutating func voidPromises(restingOn slot: Int) {
        for index in machine.promisesBehind[slot] { state.promises[index].isOpen = false }
    }

    /// Stops the walk rather than break a promise.
    ///
    /// Before a call one outcome more is still to come; the call is then not made.
    private func watchPromises(
        of effect: EffectName,
        _ outcome: OutcomeName,
        after more: Int
    ) throws(MachineFailure) {
        for (index, record) in state.promises.enumerated()
        where machine.definition.promises[index].watches(effect, outcome) {
            let most = machine.definition.promises[index].atMost ?? .max
            guard record.isOpen, record.count + more <= most else {
                throw .promiseBroken(effect: effect, outcome: outcome)
            }
        }
    }

    /// Keeps what an outcome gives: the checker counts on every value.
    private mutating func take(
        _ gives: [FieldName: FieldValue],
        of outcome: OutcomeDefinition,
        effect: EffectName
    ) throws(MachineFailure) {
        for slot in outcome.gives {
            let field = machine.fields[slot]
            // A value of an earlier call says nothing about this one.
            guard let value = gives[field.name], field.misfits(value).isEmpty else {
                throw .given(effect: effect, outcome: outcome.name, field: field.name)
            }
            set(slot, to: value)
            show(slot)
        }
    }

    /// Fixes what is set once and was taken by an effect that succeeded.
    private mutating func fix(_ slots: [Int]) {
        for slot in slots where state.fields[slot] != nil && !state.fixed.contains(slot) {
            state.fixed.append(slot)
        }
        state.fixed.sort()
    }
}

extension Promise {
    /// Whether it is about an outcome.
    fileprivate func watches(_ effect: EffectName, _ outcome: OutcomeName) -> Bool {
        self.effect == effect && self.outcome == outcome
    }
}
