import Flows
import Logging
import Secrets

extension SessionEngine {
    /// Lets time do what is due, then finishes a call that a crash cut off.
    func settle(_ session: inout LiveSession) throws(SessionFailure) {
        if let moment = session.machine.nextDeadline(of: session.state), moment <= clock() {
            try take(.timePassed, in: &session)
        }
        if let key = session.state.pendingCall, case .call(let effect) = session.step.kind {
            try perform(CallOrder(key: key, effect: effect), in: &session)
        }
    }

    /// Delivers letters, then asks the host; what it answers is the next event.
    func carryOut(_ advance: Advance, in session: inout LiveSession) throws(SessionFailure) {
        if advance.outputs.contains(where: \.isSend) { deliverLetters() }
        for case .call(let order) in advance.outputs { try perform(order, in: &session) }
    }

    private func perform(
        _ order: CallOrder,
        in session: inout LiveSession
    ) throws(SessionFailure) {
        let result = host.perform(try call(order, in: session))
        log.debug("\(session.id): \(order.effect) ended as \(result.outcome)")
        let event = FlowEvent.effectEnded(
            key: order.key,
            outcome: result.outcome,
            gives: given(result.gives, by: order.effect, in: session)
        )
        // What the host says counts whichever device holds the walk meanwhile.
        let device = session.device
        defer { session.device = device }
        // Who is disturbed twice leaves the answer to whoever settles the session next: the host is asked again,
        // with the same key. What has led here is saved, so it must not seem to have failed.
        for _ in 0..<2 {
            do throws(SessionFailure) {
                try take(event, in: &session)
                return
            } catch .store(.conflict) {
                session = try read(session.id)
                // Another terminal has brought the same answer, or has only done something beside it.
                guard session.state.pendingCall == order.key else { return }
            } catch {
                throw error
            }
        }
    }

    /// What a host gives, by the names that the whole flow has for it.
    private func given(
        _ values: [FieldName: FieldValue],
        by effect: EffectName,
        in session: LiveSession
    ) -> [FieldName: FieldValue] {
        let definition = session.machine.definition
        let values = comparingAgreements(in: values, of: definition)
        guard let run = definition.run(of: effect.text) else { return values }
        return Dictionary(
            // An account belongs to the whole flow.
            values.map { name, value in
                let isAccount = name.text.hasPrefix(FieldName.accountPrefix)
                return (isAccount ? name : FieldName(run.prefix + name.text), value)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Says of the agreements of an account whether there is a newer version than the one that was accepted.
    private func comparingAgreements(
        in values: [FieldName: FieldValue],
        of definition: FlowDefinition
    ) -> [FieldName: FieldValue] {
        var compared = values
        for case (let name, .consent(let accepted)) in values
        where name.text.hasPrefix(FieldName.accountPrefix) {
            let change = FieldName.change(of: name)
            guard definition.fields.contains(where: { $0.name == change }) else { continue }
            let newest = documentVersions[accepted.document] ?? accepted.version
            compared[change] = .bool(newest > accepted.version)
        }
        return compared
    }

    private func call(
        _ order: CallOrder,
        in session: LiveSession
    ) throws(SessionFailure) -> EffectCall {
        let definition = session.machine.definition
        let effect = definition.effect(order.effect)
        var values: [FieldName: FieldValue] = [:]
        var secrets: [FieldName: SecretBytes] = [:]
        var takes: [FieldDefinition] = []
        for slot in (effect?.needs ?? []) + (effect?.mayUse ?? []) {
            var field = definition.fields[slot]
            field.name = FieldName(definition.origin(of: field.name.text).name)
            values[field.name] = session.state.fields[slot] ?? field.defaultValue
            takes.append(field)
            if field.isRelayed, case .sealed(let reference)? = values[field.name] {
                secrets[field.name] = try relayed(reference, of: session)
            }
        }
        return EffectCall(
            key: "\(session.id).\(order.key)",
            session: session.id,
            effect: EffectName(definition.origin(of: order.effect.text).name),
            values: values,
            secrets: secrets,
            takes: takes,
            setOnce: Set(takes.filter(\.isSetOnce).map(\.name)),
            writes: effect.map { writes(of: $0, in: session) } ?? [:],
            endsSessions: effect?.endsSessions ?? false,
            webhook: effect?.webhook,
            endings: effect.map { endings(of: $0, in: definition) } ?? [],
            locale: session.state.locale,
            now: clock()
        )
    }

    /// What an effect writes to an account, with the values of the moment.
    private func writes(
        of effect: EffectDefinition,
        in session: LiveSession
    ) -> [FieldName: FieldValue] {
        var writes: [FieldName: FieldValue] = [:]
        for write in effect.writes {
            switch write.source {
            case .constant(let value): writes[write.field] = value
            case .slot(let slot):
                writes[write.field] =
                    session.state.fields[slot]
                    ?? session.machine.definition.fields[slot].defaultValue
            }
        }
        return writes
    }

    /// The ways in which an effect may end, by the names that it has by itself.
    private func endings(
        of effect: EffectDefinition,
        in definition: FlowDefinition
    ) -> [EffectEnding] {
        let usual = effect.usualOutcome.name
        return effect.outcomes.map { outcome in
            let gives = outcome.gives.map { slot in
                var field = definition.fields[slot]
                field.name = FieldName(definition.origin(of: field.name.text).name)
                return field
            }
            return EffectEnding(
                outcome: outcome.name,
                gives: gives,
                isUsual: outcome.name == usual
            )
        }
    }
}

extension LiveSession {
    /// The step it stands at.
    var step: StepDefinition { machine.definition.steps[state.step] }
}

extension FlowOutput {
    /// Whether something is to be sent.
    var isSend: Bool {
        if case .send = self { true } else { false }
    }
}
