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
        if case .linkOpenedElsewhere(let hash, let code) = event {
            return try openLink(hash, elsewhere: code)
        }
        guard state.outcome == nil else {
            if !event.isNothingButTime { refusal = .ended }
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
            try fail(field, isLast: false)
        case .triesUsedUp(let visit, let field):
            guard isPresent(visit) else { return }
            try fail(field, isLast: true)
        case .effectEnded(let key, let outcome, let gives):
            try endEffect(key, outcome, gives)
        case .signalled(let name):
            let step = step
            guard let event = step.event(name), step.definition.events[event].source == .signal
            else { return refusal = .notHere }
            try follow(step.routes[event])
        case .timePassed, .languageChosen, .linkOpened, .linkOpenedElsewhere:
            return
        }
    }

    /// Whether an event answers the present visit; refuses it otherwise.
    private mutating func isPresent(_ visit: Int) -> Bool {
        if visit != state.visit { refusal = .stale }
        return visit == state.visit
    }

    /// Notes that the person did something.
    mutating func touch() {
        state.lastEventAt = now
        state.hasExpired = false
    }

    private mutating func press(_ name: EventName) throws(MachineFailure) {
        let step = step
        guard let place = step.event(name), step.definition.events[place].source == .button else {
            return refusal = .notHere
        }
        if let condition = step.definition.events[place].condition, try !holds(condition) {
            return refusal = .notHere
        }
        let gone = passages.count
        let target = try target(of: step.routes[place])
        if let (step, limit) = try limit(behind: target),
            let reason = limit.refusal(after: history(of: step), now: now)
        {
            passages.removeSubrange(gone...)
            return refusal = reason
        }
        touch()
        guard case .step(let index) = target else { return }
        switch step.definition.kind {
        case .form, .review: leaveBehind(isFinished: false)
        case .call, .waiting, .branch, .end: break
        }
        try enter(index, closingLinksAs: .superseded)
    }

    /// Opens a link; elsewhere it takes a code, too, and the walk goes there with it.
    private mutating func openLink(
        _ hash: [UInt8],
        elsewhere code: CodeVerdict? = nil
    ) throws(MachineFailure) {
        guard let index = state.links.firstIndex(where: { $0.hash == hash }) else {
            return refusal = .forged
        }
        switch state.links[index].status {
        case .used: return refusal = .used
        case .superseded: return refusal = .superseded
        case .expired: return refusal = .expired
        case .blocked: return refusal = .tooManyTries
        case .open: break
        }
        let step = step
        guard state.outcome == nil, state.links[index].step == state.step,
            let event = step.event(state.links[index].event)
        else { return refusal = .superseded }
        if let code {
            guard isProof(code, at: index) else { return }
            handOver(by: state.links[index].event)
        }
        touch()
        state.links[index].status = .used
        openPromises(step.opens[event])
        try follow(step.routes[event])
    }

    /// Counts a wrong answer.
    ///
    /// After the last that is borne there is no way back: the step it leads to decides.
    private mutating func fail(_ name: FieldName, isLast: Bool) throws(MachineFailure) {
        let step = step
        guard step.asked.contains(where: { machine.fields[$0].name == name }) else {
            return refusal = .notHere
        }
        touch()
        problems.append(
            FieldProblem(field: name, reason: .type(reason: "wrong", arguments: [:]))
        )
        guard let attempts = step.definition.attempts else { return }
        // Where more than this walk is counted, whoever counts says which is the last.
        if attempts.limit != nil, !isLast { return }
        let failed = state.step
        // Back and forward again is no new beginning: the count belongs to the step, not to the visit.
        let count = (state.attempts.first { $0.step == failed }?.count ?? 0) + 1
        state.attempts.removeAll { $0.step == failed }
        guard isLast || count >= attempts.times else {
            return state.attempts.append(AttemptRecord(step: failed, count: count))
        }
        state.trail = []
        state.finished = []
        state.returnsTo = nil
        note(.attempts, to: attempts.target)
        try enter(attempts.target, closingLinksAs: .superseded)
    }
}
