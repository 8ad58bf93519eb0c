/// Calls to the host, and the promises that are made about them.
extension Transition {
    /// Asks the host; but never again for what is done once and has been done.
    mutating func call(_ name: EffectName) throws(MachineFailure) {
        guard let effect = definition.effect(name) else { return }
        if effect.isOncePerFlow, let done = state.succeeded.first(where: { $0.effect == name }),
            let event = step.event(EventName(done.outcome.text))
        {
            notePromises(event: event.name)
            return try follow(event.route)
        }
        for outcome in effect.outcomes where outcome.isSuccess {
            try watchPromises(of: effect, outcome: outcome.name, after: 1)
        }
        let key = nextKey
        state.pendingCall = key
        outputs.append(.call(CallOrder(key: key, effect: name)))
    }

    /// Takes the outcome of a call.
    mutating func endEffect(
        _ key: String,
        _ name: OutcomeName,
        _ gives: [FieldName: FieldValue]
    ) throws(MachineFailure) {
        guard key == state.pendingCall, case .call(let effectName) = step.kind,
            let effect = definition.effect(effectName)
        else { return refusal = .stale }
        guard let outcome = effect.outcomes.first(where: { $0.name == name }),
            let event = step.event(EventName(name.text))
        else { throw .unknownOutcome(effect: effectName, outcome: name) }
        for (index, promise) in definition.promises.enumerated()
        where promise.effect == effectName && promise.outcome == name {
            state.promises[index].count += 1
        }
        try watchPromises(of: effect, outcome: name, after: 0)
        state.pendingCall = nil
        try take(gives, of: outcome, effect: effectName)
        if outcome.isSuccess {
            state.succeeded.append(SuccessRecord(effect: effectName, outcome: name))
            fix(effect)
        }
        notePromises(event: event.name)
        try follow(event.route)
    }

    /// Opens the promises that waited for an event of the present step.
    mutating func notePromises(event: EventName) {
        for (index, promise) in definition.promises.enumerated() {
            if let before = promise.onlyAfter, before.step == state.step, before.event == event {
                state.promises[index].isOpen = true
            }
        }
    }

    /// Closes the promises whose proof rests on a field that was changed.
    mutating func voidPromises(restingOn slot: Int) {
        for (index, promise) in definition.promises.enumerated() {
            guard let before = promise.onlyAfter else { continue }
            if definition.slots(behind: before).contains(slot) {
                state.promises[index].isOpen = false
            }
        }
    }

    /// Stops the walk rather than break a promise.
    ///
    /// Before a call one outcome more is still to come; the call is then not made.
    private func watchPromises(
        of effect: EffectDefinition,
        outcome: OutcomeName,
        after more: Int
    ) throws(MachineFailure) {
        for (promise, record) in zip(definition.promises, state.promises)
        where promise.effect == effect.name && promise.outcome == outcome {
            guard record.isOpen, record.count + more <= promise.atMost ?? .max else {
                throw .promiseBroken(effect: effect.name, outcome: outcome)
            }
        }
    }

    /// Keeps what an outcome gives: the checker counts on every value that is not optional.
    private mutating func take(
        _ gives: [FieldName: FieldValue],
        of outcome: OutcomeDefinition,
        effect: EffectName
    ) throws(MachineFailure) {
        for slot in outcome.gives {
            let field = definition.fields[slot]
            guard let value = gives[field.name] else {
                if field.isRequired, state.fields[slot] == nil {
                    throw .given(effect: effect, outcome: outcome.name, field: field.name)
                }
                continue
            }
            guard field.misfits(value).isEmpty else {
                throw .given(effect: effect, outcome: outcome.name, field: field.name)
            }
            state.fields[slot] = value
        }
    }

    /// Fixes what is set once and was taken by an effect that succeeded.
    private mutating func fix(_ effect: EffectDefinition) {
        let taken = (effect.needs + effect.mayUse).filter { slot in
            definition.fields[slot].isSetOnce && state.fields[slot] != nil
        }
        state.fixed = Set(state.fixed + taken).sorted()
    }
}
