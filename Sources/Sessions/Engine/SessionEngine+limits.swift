public import Flows

extension SessionEngine {
    /// What has gone out before under each limit of the flow, by the index of the step.
    ///
    /// - Parameter event: The event that will be taken; its answers count for scopes that are fields.
    public func history(
        for event: FlowEvent?, of session: LiveSession, now: Int64
    ) throws(SessionFailure) -> [Int: SendHistory] {
        if event?.isQuiet == true, session.machine.nextDeadline(of: session.state) ?? .max > now {
            return [:]
        }
        var histories: [Int: SendHistory] = [:]
        for count in session.machine.sendCounts(for: event, in: session.state) {
            let since = count.limit.within.map { now - $0 } ?? 0
            var history = SendHistory()
            for scope in count.limit.scopes {
                guard let parts = parts(of: scope, count: count, session: session) else { continue }
                let moments = try store { () throws(StoreFailure) in
                    try store.sends(inScope: keys.scope(parts), after: since)
                }
                if moments.count > history.inWindow.count { history.inWindow = moments }
            }
            let all = count.limit.scopes.compactMap { parts(of: $0, count: count, session: session) }
            history.last = try store { () throws(StoreFailure) in
                try store.sends(inScope: keys.scope(["all"] + all.flatMap(\.self)), after: since)
            }.last
            histories[count.step] = history
        }
        return histories
    }

    /// The rows that count a send: one for each scope, and one for all scopes together.
    func sendRows(of order: SendOrder, state: FlowState, session: LiveSession) -> [SendRow] {
        var moved = session
        moved.state = state
        let counts = session.machine.sendCounts(for: nil, in: state)
        guard let count = counts.first(where: { $0.step == order.step }) else { return [] }
        let scopes = count.limit.scopes.compactMap { parts(of: $0, count: count, session: moved) }
        return (scopes + [["all"] + scopes.flatMap(\.self)]).map {
            SendRow(scope: keys.scope($0), at: order.at)
        }
    }

    /// What names a scope: flow and step, then whose it is, or `nil` where the field has no value.
    private func parts(
        of scope: LimitDefinition.Scope, count: SendCount, session: LiveSession
    ) -> [String]? {
        let definition = session.machine.definition
        let place = [definition.name.text, definition.steps[count.step].name.text]
        switch scope {
        case .session: return place + ["session", session.id.text]
        case .field(let slot):
            return count.values[slot].map {
                place + [definition.fields[slot].name.text, $0.lowercased()]
            }
        }
    }
}

extension FlowEvent {
    /// Whether the event itself enters no step, so that nothing goes out unless time moves the walk first.
    fileprivate var isQuiet: Bool {
        switch self {
        case .answered, .languageChosen: true
        case .submitted, .pressed, .wentBack, .changeAsked, .answerFailed, .linkOpened,
            .effectEnded, .signalled, .timePassed:
            false
        }
    }
}
