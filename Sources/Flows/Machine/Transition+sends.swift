/// What goes out when a step is entered.
extension Transition {
    /// How many links a state remembers, each with what became of it.
    private static let linksKept = 64

    /// Sends what a step sends, or keeps why it may not.
    mutating func send(for entered: StepDefinition) throws(MachineFailure) {
        guard !entered.sends.isEmpty else { return }
        let limit = entered.sends.lazy.compactMap(\.limit).first
        let refused = limit?.refusal(after: history(of: state.step), now: now)
        for (index, send) in entered.sends.enumerated()
        where try machine.rules.goesOut(send, state: state, now: moment) {
            if let limit = send.limit, let refused = refused ?? usedUp(limit) {
                state.unsent = refused
                continue
            }
            // While time catches up, a step may be left before its letter could be written.
            if send.link != nil, let death = state.deadlines.first?.at, death <= now { continue }
            try order(send, at: index)
            if send.limit != nil { sentNow.append(state.step) }
        }
    }

    /// Whether the letters of this entry have used the limit up: they need not stand apart, but each counts.
    private func usedUp(_ limit: LimitDefinition) -> Refusal? {
        guard case .usedUp(let readyAt) = limit.refusal(after: history(of: state.step), now: now)
        else { return nil }
        return .usedUp(readyAt: readyAt)
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
    var nextKey: String { "\(state.sequence).\(outputs.count)" }
}
