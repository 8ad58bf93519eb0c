package import Flows

extension SessionEngine {
    /// What has gone out before under each limit of the flow that an event may touch, by the index of the step.
    func history(
        for event: FlowEvent,
        of session: LiveSession,
        now: Int64
    ) throws(SessionFailure) -> [Int: SendHistory] {
        switch event {
        case .answered, .languageChosen:
            // These enter no step, unless time is due and enters one before them.
            let deadline = session.machine.nextDeadline(of: session.state)
            guard let deadline, deadline <= now else { return [:] }
        case .submitted, .pressed, .wentBack, .changeAsked, .answerFailed, .triesUsedUp,
            .linkOpened, .linkOpenedElsewhere, .effectEnded, .signalled, .timePassed:
            break
        }
        return try history(
            of: session.machine.sendCounts(for: event, in: session.state, now: now),
            session: session,
            now: now
        )
    }

    /// What has gone out before under the limits that the present screen speaks of.
    func shownHistory(
        of session: LiveSession,
        now: Int64
    ) throws(SessionFailure) -> [Int: SendHistory] {
        var shown: Set<Int> = [session.state.step]
        for case .step(let target) in session.step.events.map(\.route.otherwise) {
            shown.insert(target)
        }
        let counts = session.machine.sendCounts(for: nil, in: session.state)
        return try history(
            of: counts.filter { shown.contains($0.step) },
            session: session,
            now: now
        )
    }

    /// What has gone out before under some limits.
    func history(
        of counts: [SendCount],
        session: LiveSession,
        now: Int64
    ) throws(SessionFailure) -> [Int: SendHistory] {
        var histories: [Int: SendHistory] = [:]
        for count in counts {
            histories[count.step] = try history(of: count, .sends, session: session, now: now)
        }
        return histories
    }

    /// What was counted before under one limit.
    func history(
        of count: SendCount,
        _ counted: Counted,
        session: LiveSession,
        now: Int64
    ) throws(SessionFailure) -> SendHistory {
        let since = count.limit.within.map { now - $0 } ?? -1
        let names = scopeNames(of: count, session)
        var history = SendHistory()
        for name in names {
            let moments = try moments(in: counted.scope(name), since: since)
            if count.limit.isStricter(after: moments, than: history.inWindow) {
                history.inWindow = moments
            }
        }
        if count.limit.inAll != nil {
            let everyone = try moments(in: everyone(of: count, session: session), since: since)
            history.isFullUntil = count.limit.isFullUntil(after: everyone)
        }
        history.last = try moments(in: counted.together(names), since: since).last
        return history
    }

    /// The rows that count a send: one for each scope, and one for all scopes together.
    func sendRows(of order: SendOrder, state: FlowState, session: LiveSession) -> [SendRow] {
        var moved = session
        moved.state = state
        let counts = session.machine.sendCounts(for: nil, in: state)
        guard session.machine.definition.send(of: order).limit != nil,
            let count = counts.first(where: { $0.step == order.step })
        else { return [] }
        let scopes = scopeNames(of: count, moved)
        let everyone =
            count.limit.inAll.map { _ in [self.everyone(of: count, session: moved)] } ?? []
        return (scopes + [Counted.sends.together(scopes)] + everyone).map {
            SendRow(scope: keys.scope($0), at: order.at)
        }
    }

    private func moments(
        in scope: [String],
        since moment: Int64
    ) throws(SessionFailure) -> [Int64] {
        try store { () throws(StoreFailure) in
            try store.sends(inScope: keys.scope(scope), after: moment)
        }
    }

    /// What names the sends of a step to anybody.
    private func everyone(of count: SendCount, session: LiveSession) -> [String] {
        place(of: count, session: session) + ["everyone"]
    }

    /// The flow and the step: what a sub-flow sends counts together, whoever runs it.
    private func place(of count: SendCount, session: LiveSession) -> [String] {
        let definition = session.machine.definition
        let (flow, step) = definition.origin(of: definition.steps[count.step].name.text)
        return [flow.text, step]
    }

    /// What names the scopes of a limit; one by a field without a value counts nothing.
    func scopeNames(of count: SendCount, _ session: LiveSession) -> [[String]] {
        count.limit.scopes.compactMap { parts(of: $0, count: count, session: session) }
    }

    /// What names a scope: flow and step, then whose it is; `nil` where the field has no value.
    private func parts(
        of scope: LimitDefinition.Scope,
        count: SendCount,
        session: LiveSession
    ) -> [String]? {
        let definition = session.machine.definition
        let place = place(of: count, session: session)
        switch scope {
        case .session: return place + ["session", session.id.text]
        case .field(let slot):
            return count.values[slot].map {
                place + [
                    definition.origin(of: definition.fields[slot].name.text).name, $0.lowercased(),
                ]
            }
        }
    }
}

/// What a limit counts; each has rows of its own.
enum Counted {
    case sends, tries

    /// What names the rows of one scope.
    func scope(_ name: [String]) -> [String] {
        switch self {
        case .sends: name
        case .tries: ["try"] + name
        }
    }

    /// What names the rows of all scopes together.
    func together(_ names: [[String]]) -> [String] {
        [self == .sends ? "all" : "tries"] + names.flatMap(\.self)
    }
}

extension LimitDefinition {
    /// Whether less may go out after these moments than after those, or later.
    package func isStricter(after moments: [Int64], than others: [Int64]) -> Bool {
        guard moments.count >= times, others.count >= times else {
            return moments.count > others.count
        }
        return moments[moments.count - times] > others[others.count - times]
    }
}
