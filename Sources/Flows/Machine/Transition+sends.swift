/// What goes out when a step is entered.
extension Transition {
    /// How many links a state remembers, each with what became of it.
    private static let linksKept = 64

    /// Sends what a step sends, or keeps why it may not.
    mutating func send(for entered: StepPlan) throws(MachineFailure) {
        let sends = entered.definition.sends
        guard !sends.isEmpty else { return }
        let refused = entered.limit?.refusal(after: history(of: state.step), now: now)
        for (index, send) in sends.enumerated() where try letsOut(send) {
            if send.limit != nil, let refused {
                state.unsent = refused
                continue
            }
            // While time catches up, a step may be left before its letter could be written.
            if send.link != nil, let death = state.deadlines.first?.at, death <= now { continue }
            try order(send, at: index)
            if send.limit != nil { sentNow.append(state.step) }
        }
    }

    /// The step and the limit that a button must respect: it leads straight to a step that would send.
    mutating func limit(
        behind target: Route.Target
    ) throws(MachineFailure) -> (step: Int, limit: LimitDefinition)? {
        try readings.limit(behind: target, in: machine, state: state, now: now)
    }

    private mutating func order(_ send: SendDefinition, at index: Int) throws(MachineFailure) {
        var order = SendOrder(
            key: nextKey,
            step: state.step,
            send: index,
            token: nil,
            expiresAt: nil,
            at: now
        )
        if let event = send.link {
            guard nextToken < fresh.tokenHashes.count else { throw .noFreshToken }
            state.links.append(
                LinkRecord(
                    hash: fresh.tokenHashes[nextToken],
                    step: state.step,
                    event: event,
                    sentAt: now,
                    status: .open
                )
            )
            // A state does not grow for ever; what it lets go of are links that died long ago.
            if state.links.count > Self.linksKept, state.links[0].status != .open {
                state.links.removeFirst()
            }
            order.token = nextToken
            order.expiresAt = state.deadlines.first?.at
            nextToken += 1
        }
        outputs.append(.send(order))
    }

    /// What has gone out under the limit of a step, this transition included.
    func history(of step: Int) -> SendHistory? {
        let count = sentNow.count { $0 == step }
        guard count > 0 else { return fresh.history[step] }
        var history = fresh.history[step] ?? SendHistory()
        history.inWindow += Array(repeating: now, count: count)
        history.last = now
        return history
    }

    /// The key of the next output; the same output of the same transition always has the same.
    var nextKey: String { String(state.sequence) + "." + String(outputs.count) }
}
