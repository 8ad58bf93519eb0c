public import Flows

/// The ways in which an awaited effect may end, with samples of what it gives.
struct EffectSamples {
    let walk: VirtualWalk
    let candidates: SampleCandidates
    let conditions: ConditionsAhead
    /// What is not to be varied.
    let canned: [EffectName: SampleOutcome]

    /// The events that end the call of the present step; none where nothing is awaited.
    var events: [PathEvent] {
        guard walk.state.pendingCall != nil, case .call(let name) = walk.step.kind,
            let effect = walk.machine.definition.effect(name)
        else { return [] }
        let canned = canned[name]
        return effect.outcomes.filter { canned == nil || $0.name == canned?.outcome }.flatMap {
            outcome in
            gives(of: outcome, fixed: canned?.gives ?? []).map {
                .effect(name, outcome.name, gives: $0)
            }
        }
    }

    /// What an outcome may give: first of all plain values, then one set for each way conditions can go.
    private func gives(of outcome: OutcomeDefinition, fixed: [SampleAnswer]) -> [[SampleAnswer]] {
        let fields = walk.machine.definition.fields
        let open = outcome.gives.map { slot -> [Sample?] in
            if let known = fixed.first(where: { $0.field == fields[slot].name }) {
                return [known.sample]
            }
            // No scenario can say what an account has accepted.
            if case .consent = fields[slot].type { return [nil] }
            let samples = candidates.candidates(for: slot, in: walk.state, now: walk.now)
            return samples + (fields[slot].isOptional || samples.isEmpty ? [nil] : [])
        }
        let plain = open.map { $0.first ?? nil }
        var choices = [plain]
        for (index, slot) in outcome.gives.enumerated() where isVaried(slot) {
            let base = choices
            for value in open[index].dropFirst() {
                choices += base.prefix(Self.setsPerValue).map { choice in
                    var other = choice
                    other[index] = value
                    return other
                }
            }
        }
        var seen: Set<[ConditionsAhead.Truth]> = []
        return choices.filter { choice in
            var state = walk.state
            for (slot, sample) in zip(outcome.gives, choice) {
                state.fields[slot] = sample?.value ?? state.fields[slot]
            }
            return seen.insert(
                conditions.truths(
                    of: state,
                    from: walk.state.step,
                    rules: walk.machine.rules,
                    now: walk.now
                )
            ).inserted
        }.map { choice in
            zip(outcome.gives, choice).compactMap { slot, sample in
                sample.map { SampleAnswer(field: fields[slot].name, sample: $0) }
            }
        }
    }

    private static let setsPerValue = 8

    private func isVaried(_ slot: Int) -> Bool {
        conditions.readAhead[walk.state.step].contains(slot)
    }
}

/// How an effect is to end on every generated path.
public struct SampleOutcome: Hashable, Sendable {
    /// The outcome.
    public let outcome: OutcomeName
    /// What it gives; what is left out is given by samples.
    public let gives: [SampleAnswer]

    /// Makes an outcome.
    public init(_ outcome: OutcomeName, gives: [SampleAnswer] = []) {
        self.outcome = outcome
        self.gives = gives
    }
}
