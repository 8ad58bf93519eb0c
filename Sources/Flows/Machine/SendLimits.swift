/// Limits are counted by the host's store; these tell what it must count, and what follows from the count.
extension LimitDefinition {
    /// Why the next may not go out now, or `nil` where it may.
    func refusal(after history: SendHistory?, now: Int64) -> Refusal? {
        guard let history else { return nil }
        let recent = moments(in: history, now: now)
        let spaced = history.last.map { $0 + apart } ?? now
        if recent.count >= times {
            return .usedUp(readyAt: within.map { max(recent[recent.count - times] + $0, spaced) })
        }
        if let ready = history.isFullUntil, now < ready {
            return .usedUp(readyAt: max(ready, spaced))
        }
        return now < spaced ? .tooSoon(readyAt: spaced) : nil
    }

    /// How many may still go out in the window that ends now.
    public func left(after history: SendHistory, now: Int64) -> Int {
        if let ready = history.isFullUntil, now < ready { return 0 }
        return max(0, times - moments(in: history, now: now).count)
    }

    /// Until when nothing more may go out to anybody, in milliseconds since 1970; `nil` where something may.
    ///
    /// `moments` are those at which something went out to anybody, within the window, oldest first.
    public func isFullUntil(after moments: [Int64]) -> Int64? {
        guard let inAll, let within, moments.count >= inAll else { return nil }
        return moments[moments.count - inAll] + within
    }

    /// When the next may go out, in milliseconds since 1970, or `nil` where none may any more.
    public func nextMoment(after history: SendHistory, now: Int64) -> Int64? {
        switch refusal(after: history, now: now) {
        case .tooSoon(let readyAt): readyAt
        case .usedUp(let readyAt): readyAt
        case nil, .stale, .noWayBack, .notHere, .used, .expired, .superseded, .forged,
            .otherSession, .codeNeeded, .wrongCode, .tooManyTries, .continuedElsewhere, .fixed,
            .ended:
            now
        }
    }

    private func moments(in history: SendHistory, now: Int64) -> [Int64] {
        guard let within else { return history.inWindow }
        return history.inWindow.filter { $0 > now - within }
    }
}

/// What a store must count before an event: the sends of a step, or what is tried there, by the values of the
/// limit's scopes.
public struct SendCount: Hashable, Sendable {
    /// The index of the step.
    public let step: Int
    /// The limit.
    public let limit: LimitDefinition
    /// The value of each scope that is a field, by slot; a field without a value is left out.
    public let values: [Int: String]
}

extension FlowMachine {
    /// What must be counted before an event is taken: one entry for each step with a limit.
    ///
    /// - Parameters:
    ///   - event: What is to be taken; `nil` for what the state itself holds.
    ///   - state: Where the walk stands.
    ///   - now: Milliseconds since 1970. When something is due before the event, its answers come too late.
    /// - Returns: What to count, by step and scope.
    public func sendCounts(
        for event: FlowEvent?,
        in state: FlowState,
        now: Int64 = .min
    ) -> [SendCount] {
        let answers = answers(with: event, in: state, now: now)
        return limitedSteps.map { index, limit in
            var values: [Int: String] = [:]
            for case .field(let slot) in limit.scopes {
                if case .text(let text)? = value(of: slot, in: state, answers) {
                    values[slot] = text
                }
            }
            return SendCount(step: index, limit: limit, values: values)
        }
    }

    /// What must be counted before a secret or code is tried at the present step, by what was answered there;
    /// `nil` where the walk alone counts.
    public func tryCount(in state: FlowState) -> SendCount? {
        guard let limit = definition.steps[state.step].attempts?.limit else { return nil }
        var values: [Int: String] = [:]
        for case .field(let slot) in limit.scopes {
            if case .text(let text)? = state.fields[slot] { values[slot] = text }
        }
        return SendCount(step: state.step, limit: limit, values: values)
    }

    /// The answers that an event brings, where it can still be taken.
    private func answers(
        with event: FlowEvent?,
        in state: FlowState,
        now: Int64
    ) -> [FieldName: FieldValue] {
        if let moment = nextMoveMoment(of: state), moment <= now { return [:] }
        if case .submitted(state.visit, let answers)? = event { return answers }
        if case .effectEnded(let key, _, let gives)? = event, key == state.pendingCall {
            return gives
        }
        return [:]
    }

    /// The value that a field has when a step is entered from here.
    ///
    /// What a flow that is run is given is taken when that begins, and not yet there before.
    private func value(
        of slot: Int,
        in state: FlowState,
        _ answers: [FieldName: FieldValue]
    ) -> FieldValue? {
        if let answer = answers[definition.fields[slot].name] { return answer }
        for run in definition.runs where !run.steps.contains(state.step) {
            guard let input = run.inputs.first(where: { $0.slot == slot }) else { continue }
            if let value = input.value { return value }
            guard let source = input.source else { continue }
            return value(of: source, in: state, answers)
        }
        return state.fields[slot]
    }
}
