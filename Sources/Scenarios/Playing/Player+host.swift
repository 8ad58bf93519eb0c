import Flows

/// The host, as a scenario says what it does.
extension Player {
    /// Ends a call as the scenario says.
    mutating func answer(_ order: CallOrder) throws(PlayFailure) {
        guard let effect = definition.effect(order.effect) else { return }
        callsUnderWay += 1
        defer { callsUnderWay -= 1 }
        guard callsUnderWay <= 50 else { throw .circle(definition.steps[state.step].name) }
        observer.look(at: self)
        let number = calls[effect.name, default: 0]
        calls[effect.name] = number + 1
        let canned = given.effects[effect.name] ?? []
        let chosen = canned.indices.contains(number) ? canned[number] : canned.last
        let name = chosen.map(\.outcome) ?? effect.usualOutcome.name
        // Without an outcome nobody ever answers.
        guard let name, let end = try end(order.key, of: effect, name, chosen?.gives ?? [:]) else {
            return
        }
        if let chosen, chosen.after > 0 {
            lateEnds.append(LateEnd(at: now + chosen.after, event: end))
        } else {
            try take(end)
        }
    }

    /// Lets the call that nobody has answered end after all.
    ///
    /// - Parameters:
    ///   - outcome: How it ends; it takes the place of what was given for this call.
    ///   - wait: How long from now, in milliseconds.
    /// - Throws: `PlayFailure` where the outcome does not give what it must.
    mutating func endOpenCall(as outcome: CannedOutcome, in wait: Int64) throws(PlayFailure) {
        guard let key = state.pendingCall, case .call(let name) = step.kind,
            let effect = definition.effect(name), let number = calls[name],
            given.effects[name]?.indices.contains(number - 1) == true, let end = outcome.outcome,
            let event = try self.end(key, of: effect, end, outcome.gives)
        else { return }
        given.effects[name]?[number - 1] = outcome
        lateEnds.append(LateEnd(at: now + wait, event: event))
    }

    /// The event that ends a call; `nil` where there is no such outcome.
    private func end(
        _ key: String,
        of effect: EffectDefinition,
        _ name: OutcomeName,
        _ texts: [FieldName: ScenarioText]
    ) throws(PlayFailure) -> FlowEvent? {
        guard let outcome = effect.outcomes.first(where: { $0.name == name }) else { return nil }
        var gives: [FieldName: FieldValue] = [:]
        for slot in outcome.gives {
            let field = definition.fields[slot]
            if let text = texts[field.name] {
                gives[field.name] = try stage.value(text, of: field)
            } else if !field.isOptional {
                gives[field.name] = SampleValue.of(field)
            }
        }
        return .effectEnded(key: key, outcome: name, gives: gives)
    }
}
