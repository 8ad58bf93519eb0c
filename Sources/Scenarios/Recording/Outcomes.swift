import Documents
import Flows

/// How the calls of one action may have ended.
struct Outcomes {
    /// The next outcome of each effect.
    let next: [EffectName: CannedOutcome]

    /// All that is likely: every call ends well, or one of them otherwise, or not yet.
    ///
    /// What came with an outcome stands in the real state; texts, and what is personal, are left to samples.
    static func all(for player: Player, _ moment: RecordedMoment) -> [Outcomes] {
        let effects = player.definition.effects
        let canned = { (outcome: OutcomeDefinition) in
            CannedOutcome(
                outcome: outcome.name,
                gives: gives(of: outcome, in: player.definition, moment)
            )
        }
        var usual: [EffectName: CannedOutcome] = [:]
        for effect in effects {
            usual[effect.name] = canned(effect.usualOutcome)
        }
        let others = effects.flatMap { effect in
            effect.outcomes.filter { $0.name != usual[effect.name]?.outcome }.map { outcome in
                Outcomes(next: usual.merging([effect.name: canned(outcome)]) { $1 })
            }
        }
        guard moment.state.pendingCall != nil else { return [Outcomes(next: usual)] + others }
        // A host that takes its time has not answered the last call yet.
        let open = effects.map { Outcomes(next: usual.merging([$0.name: .none]) { $1 }) }
        return open + [Outcomes(next: usual)] + others
    }

    /// What came with an outcome, as far as a file may say it.
    static func gives(
        of outcome: OutcomeDefinition,
        in flow: FlowDefinition,
        _ moment: RecordedMoment
    ) -> [FieldName: ScenarioText] {
        var gives: [FieldName: ScenarioText] = [:]
        for slot in outcome.gives {
            let field = flow.fields[slot]
            guard !field.isPersonal, !field.isSecret, let value = moment.state.fields[slot] else {
                continue
            }
            switch field.type {
            // What no condition can decide on but word by word: it may say who somebody is.
            case .text, .name, .email, .phone, .postcode, .document, .list: continue
            case .date, .country, .choice, .bool, .integer, .money, .file, .captcha, .consent,
                .code, .secret:
                break
            }
            gives[field.name] = ScenarioText(
                FieldText.of(value, field: field),
                at: .start(of: StandIns.place)
            )
        }
        return gives
    }

    /// The outcomes that come behind those of calls that have ended.
    func effects(after player: Player) -> [EffectName: [CannedOutcome]] {
        var effects: [EffectName: [CannedOutcome]] = [:]
        for (name, outcome) in next {
            effects[name] = (player.given.effects[name] ?? []) + [outcome]
        }
        return effects
    }

    /// The outcomes of the calls that have really ended, one for each.
    static func met(by player: Player) -> [EffectName: [CannedOutcome]] {
        var effects: [EffectName: [CannedOutcome]] = [:]
        for (name, count) in player.calls where count > 0 {
            var all = player.given.effects[name] ?? []
            while all.count < count, let last = all.last { all.append(last) }
            effects[name] = Array(all.prefix(count))
        }
        return effects
    }

    // MARK: - Text

    /// Outcomes as scenarios write them.
    static func written(_ effects: [EffectName: [CannedOutcome]]) -> JSONValue {
        .object(
            effects.sorted { $0.key < $1.key }.map { name, outcomes in
                var all = outcomes.map { outcome in
                    let gives: [JSONValue.Member] =
                        if case .object(let members) = object(outcome.gives) { members } else { [] }
                    var members = [
                        JSONValue.Member("outcome", .string(outcome.outcome?.text ?? "none"))
                    ]
                    if outcome.after > 0 {
                        members.append(
                            .init("after", .string(DurationText.text(of: outcome.after)))
                        )
                    }
                    return JSONValue.object(members + gives)
                }
                // The last holds for all that follow.
                while all.count > 1, all.last == all[all.count - 2] { all.removeLast() }
                return .init(name.text, all.count == 1 ? all[0] : .array(all))
            }
        )
    }

    /// Texts by field.
    static func object(_ texts: [FieldName: ScenarioText]) -> JSONValue {
        .object(
            texts.sorted { $0.key < $1.key }.map { .init($0.key.text, .string($0.value.text)) }
        )
    }
}
