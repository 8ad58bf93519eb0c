/// What each event does.
extension Transition {
    /// Takes an event after everything that was due has fired.
    mutating func take(_ event: FlowEvent) throws(MachineFailure) {
        if case .languageChosen(let locale) = event {
            state.locale = locale
            touch()
            return
        }
        if case .linkOpened(let hash) = event { return try openLink(hash) }
        guard state.outcome == nil else {
            if event != .timePassed { refusal = .ended }
            return
        }
        switch event {
        case .answered(let visit, let answers):
            guard isPresent(visit) else { return }
            try answer(answers)
        case .submitted(let visit, let answers):
            guard isPresent(visit) else { return }
            try submit(answers)
        case .pressed(let visit, let name):
            guard isPresent(visit) else { return }
            try press(name)
        case .wentBack(let visit):
            guard isPresent(visit) else { return }
            try goBack()
        case .changeAsked(let visit, let field):
            guard isPresent(visit) else { return }
            try change(field)
        case .answerFailed(let visit, let field):
            guard isPresent(visit) else { return }
            try fail(field)
        case .effectEnded(let key, let outcome, let gives):
            try endEffect(key, outcome, gives)
        case .signalled(let name):
            guard let event = step.event(name), event.source == .signal else {
                return refusal = .notHere
            }
            try follow(event.route, at: now, closingLinksAs: .superseded)
        case .timePassed, .languageChosen, .linkOpened:
            return
        }
    }

    /// Whether an event answers the present visit; refuses it otherwise.
    private mutating func isPresent(_ visit: Int) -> Bool {
        if visit != state.visit { refusal = .stale }
        return visit == state.visit
    }

    /// Notes that the person did something.
    mutating func touch() { state.lastEventAt = now }

    private mutating func press(_ name: EventName) throws(MachineFailure) {
        guard let event = step.event(name), event.source == .button else {
            return refusal = .notHere
        }
        if let condition = event.condition, try !holds(condition) { return refusal = .notHere }
        let target = try target(of: event.route)
        if case .step(let index) = target, let reason = try limitRefusal(entering: index) {
            return refusal = reason
        }
        touch()
        if case .step(let index) = target {
            try enter(index, at: now, closingLinksAs: .superseded)
        }
    }

    /// Why a step that sends something under a limit can't be entered by a button now.
    private func limitRefusal(entering index: Int) throws(MachineFailure) -> Refusal? {
        for send in definition.steps[index].sends {
            guard let limit = send.limit else { continue }
            if let condition = send.condition, try !holds(condition) { continue }
            if let exception = send.exception, try holds(exception) { continue }
            return limit.refusal(after: fresh.history[index], now: now)
        }
        return nil
    }

    private mutating func goBack() throws(MachineFailure) {
        guard step.allowsBack, let previous = state.trail.last else {
            return refusal = .noWayBack
        }
        touch()
        state.trail.removeLast()
        state.returnsTo = nil
        try enter(previous, at: now, closingLinksAs: .superseded)
    }

    private mutating func change(_ name: FieldName) throws(MachineFailure) {
        guard case .review = step.kind,
            let slot = definition.fields.firstIndex(where: { $0.name == name }),
            let asking = state.trail.first(where: { definition.steps[$0].asks(slot) })
        else { return refusal = .notHere }
        if state.fixed.contains(slot) { return refusal = .fixed(name) }
        touch()
        let trail = state.trail
        let review = state.step
        try enter(asking, at: now, closingLinksAs: .superseded)
        state.trail = trail + [review]
        state.returnsTo = review
    }

    private mutating func fail(_ name: FieldName) throws(MachineFailure) {
        touch()
        state.attempts += 1
        problems.append(
            FieldProblem(field: name, reason: .type(reason: "wrong", arguments: [:])))
        guard let attempts = step.attempts, state.attempts >= attempts.times else { return }
        try enter(attempts.target, at: now, closingLinksAs: .superseded)
    }

    private mutating func openLink(_ hash: [UInt8]) throws(MachineFailure) {
        guard let index = state.links.firstIndex(where: { $0.hash == hash }) else {
            return refusal = .forged
        }
        switch state.links[index].status {
        case .used: return refusal = .used
        case .superseded: return refusal = .superseded
        case .expired: return refusal = .expired
        case .open: break
        }
        guard state.outcome == nil, state.links[index].step == state.step,
            let event = step.event(state.links[index].event)
        else { return refusal = .superseded }
        touch()
        state.links[index].status = .used
        notePromises(step: state.step, event: event.name)
        try follow(event.route, at: now, closingLinksAs: .superseded)
    }

    private mutating func endEffect(
        _ key: String, _ name: OutcomeName, _ gives: [FieldName: FieldValue]
    ) throws(MachineFailure) {
        guard key == state.pendingCall, case .call(let effectName) = step.kind,
            let effect = definition.effect(effectName)
        else { return refusal = .stale }
        guard let outcome = effect.outcomes.first(where: { $0.name == name }),
            let event = step.event(EventName(name.text))
        else { throw .unknownOutcome(effect: effectName, outcome: name) }
        try watchPromises(effect: effectName, outcome: name)
        state.pendingCall = nil
        for slot in outcome.gives {
            state.fields[slot] = gives[definition.fields[slot].name] ?? state.fields[slot]
        }
        if outcome.isSuccess {
            state.succeeded.append(effectName)
            let taken = effect.needs + effect.mayUse
            let fixed = taken.filter { definition.fields[$0].isSetOnce }
            state.fixed = Set(state.fixed + fixed).sorted()
        }
        notePromises(step: state.step, event: event.name)
        try follow(event.route, at: now, closingLinksAs: .superseded)
    }

    /// Opens the promises that waited for this event.
    private mutating func notePromises(step: Int, event: EventName) {
        for (index, promise) in definition.promises.enumerated() {
            if let before = promise.onlyAfter, before.step == step, before.event == event {
                state.promises[index].isOpen = true
            }
        }
    }

    /// Stops the walk rather than break a promise.
    private mutating func watchPromises(
        effect: EffectName, outcome: OutcomeName
    ) throws(MachineFailure) {
        for (index, promise) in definition.promises.enumerated()
        where promise.effect == effect && promise.outcome == outcome {
            state.promises[index].count += 1
            let record = state.promises[index]
            guard record.isOpen, record.count <= promise.atMost ?? .max else {
                throw .promiseBroken(effect: effect, outcome: outcome)
            }
        }
    }
}

extension StepDefinition {
    /// Whether the step asks the field of a slot.
    func asks(_ slot: Int) -> Bool { asked.contains(slot) }

    /// The slots a form asks; empty for any other step.
    public var asked: [Int] {
        guard case .form(let fields) = kind else { return [] }
        return fields
    }
}
