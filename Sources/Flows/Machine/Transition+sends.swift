/// What goes out when a step is entered.
extension Transition {
    /// How many links a state remembers, each with what became of it.
    private static let linksKept = 64

    /// Sends what a step sends, or keeps why it may not.
    mutating func send(for entered: StepDefinition) throws(MachineFailure) {
        guard !entered.sends.isEmpty else { return }
        // A code proves one visit: what was proven on the last may have been another number.
        for slot in entered.sends.compactMap(\.code) { state.fields[slot] = nil }
        let limit = entered.sends.lazy.compactMap(\.limit).first
        let refused = limit?.refusal(after: history(of: state.step), now: now)
        for (index, send) in entered.sends.enumerated()
        where try machine.rules.goesOut(send, state: state, now: moment) {
            if send.limit != nil, let refused {
                state.unsent = refused
                continue
            }
            // While time catches up, a step may be left before its letter could be written.
            if send.carriesProof, let death = state.deadlines.first?.at, death <= now { continue }
            try order(send, at: index)
            if send.limit != nil { sentNow.append(state.step) }
        }
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
        // A code stands among the links under the name of its field.
        let code = send.code.map { EventName(definition.fields[$0].name.text) }
        if let event = send.link ?? code {
            let hashes = send.link == nil ? fresh.codeHashes : fresh.tokenHashes
            guard nextToken < hashes.count else { throw .noFreshToken }
            state.links.append(
                LinkRecord(
                    hash: hashes[nextToken],
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
