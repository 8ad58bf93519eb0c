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
            openPromises(step.opens[event])
            return try follow(step.routes[event])
        }
        for index in plan.promises.indices where effect.outcomes[index].isSuccess {
            try watchPromises(of: plan, index, after: 1)
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
        if let plan = step.effect { keepCall(key, of: plan) }
    }

    /// Remembers a call of which nobody knows whether it was done.
    private mutating func keepCall(_ key: String, of plan: EffectPlan) {
        guard plan.definition.isOncePerFlow else { return }
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
        for promise in plan.promises[place] { state.promises[promise].count += 1 }
        try watchPromises(of: plan, place, after: 0)
        state.pendingCall = nil
        if state.leftCall?.key == key { state.leftCall = nil }
        // A host that can't be reached may have done all the same what it was asked.
        if name == OutcomeDefinition.unavailable { keepCall(key, of: plan) }
        // Whoever has only not been reached has not had it yet.
        if name != OutcomeDefinition.unavailable {
            for slot in plan.relayed { set(slot, to: nil) }
        }
        try take(gives, of: effect.outcomes[place], effect: effect.name)
        if effect.outcomes[place].isSuccess {
            state.succeeded.append(SuccessRecord(effect: effect.name, outcome: name))
            fix(plan.fixes)
        }
        openPromises(step.opens[event])
        try follow(step.routes[event])
    }

    /// Opens the promises that waited for an event.
    mutating func openPromises(_ promises: [Int]) {
        for index in promises { state.promises[index].isOpen = true }
    }

    /// Closes the promises whose proof rests on a field that was changed.
    mutating func voidPromises(restingOn slot: Int) {
        for index in machine.promisesBehind[slot] { state.promises[index].isOpen = false }
    }

    /// Stops the walk rather than break a promise.
    ///
    /// Before a call one outcome more is still to come; the call is then not made.
    private func watchPromises(
        of plan: EffectPlan,
        _ outcome: Int,
        after more: Int
    ) throws(MachineFailure) {
        for index in plan.promises[outcome] {
            let most = machine.definition.promises[index].atMost ?? .max
            guard state.promises[index].isOpen, state.promises[index].count + more <= most else {
                let effect = plan.definition
                throw .promiseBroken(effect: effect.name, outcome: effect.outcomes[outcome].name)
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
            if field.isOptional, gives[field.name] == nil {
                set(slot, to: nil)
                continue
            }
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
