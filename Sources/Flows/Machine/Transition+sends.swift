/// What goes out when a step is entered.
extension Transition {
    /// How many links a state remembers, each with what became of it.
    private static let linksKept = 64

    /// Sends what a step sends, or keeps why it may not.
    mutating func send(for entered: StepPlan) throws(MachineFailure) {
        let sends = entered.definition.sends
        guard !sends.isEmpty else { return }
        // A code proves one visit: what was proven on the last may have been another number.
        for slot in entered.codes { set(slot, to: nil) }
        let refused = entered.limit?.refusal(after: history(of: state.step), now: now)
        for index in sends.indices
        where try letsOut(if: sends[index].condition, unless: sends[index].exception) {
            let isLimited = sends[index].limit != nil
            if isLimited, let refused = refused ?? usedUp(entered.limit) {
                state.unsent = refused
                continue
            }
            // A code stands among the links under the name of its field.
            let code = sends[index].code.map { EventName(machine.definition.fields[$0].name.text) }
            let link = sends[index].link ?? code
            // While time catches up, a step may be left before its letter could be written.
            if link != nil, let death = state.deadlines.first?.at, death <= now { continue }
            try order(at: index, link: link, isCode: code != nil)
            if isLimited { sentNow.append(state.step) }
        }
    }

    /// Whether the letters of this entry have used the limit up: they need not stand apart, but each counts.
    private func usedUp(_ limit: LimitDefinition?) -> Refusal? {
        guard
            case .usedUp(let readyAt)? = limit?.refusal(after: history(of: state.step), now: now)
        else { return nil }
        return .usedUp(readyAt: readyAt)
    }

    /// The step and the limit that whoever goes to a target must respect, since the step would send.
    mutating func limit(
        behind target: Route.Target
    ) throws(MachineFailure) -> (step: Int, limit: LimitDefinition)? {
        guard case .step(let index) = target, machine.steps[index].limit != nil else { return nil }
        let sends = machine.steps[index].definition.sends
        for send in sends.indices {
            guard let limit = sends[send].limit else { continue }
            if try letsOut(if: sends[send].condition, unless: sends[send].exception) {
                return (index, limit)
            }
        }
        return nil
    }

    private mutating func order(
        at index: Int,
        link: EventName?,
        isCode: Bool
    ) throws(MachineFailure) {
        var order = SendOrder(
            key: nextKey,
            step: state.step,
            send: index,
            recipient: step.definition.sends[index].recipient,
            token: nil,
            expiresAt: nil,
            at: now
        )
        if let event = link {
            let hashes = isCode ? fresh.codeHashes : fresh.tokenHashes
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
    var nextKey: String {
        let (sequence, count) = (state.sequence, outputs.count)
        guard sequence < 1_000_000_000, count < 10_000 else { return "\(sequence).\(count)" }
        // Written by hand, since everything that is asked for has a key: 15 bytes need no room of their own.
        return String(unsafeUninitializedCapacity: 15) { bytes in
            var end = Self.write(sequence, into: bytes, at: 0)
            bytes[end] = UInt8(ascii: ".")
            end = Self.write(count, into: bytes, at: end + 1)
            return end
        }
    }

    /// Writes a number that is not negative; the place behind it.
    private static func write(
        _ number: Int,
        into bytes: UnsafeMutableBufferPointer<UInt8>,
        at start: Int
    ) -> Int {
        var end = start
        var rest = number
        repeat {
            bytes[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
            end += 1
        } while rest > 0
        bytes[start..<end].reverse()
        return end
    }
}
