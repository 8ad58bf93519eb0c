/// A link that is opened on another device than the one that holds the walk.
extension Transition {
    /// Whether a code lets another device go on; a wrong one is counted, and the last that is borne kills the link.
    mutating func isProof(_ code: CodeVerdict, at link: Int) -> Bool {
        switch code {
        case .right: return true
        case .missing: refusal = .codeNeeded
        case .wrong:
            let count = (state.links[link].wrongCodes ?? 0) + 1
            state.links[link].wrongCodes = count
            if count >= LinkRecord.wrongCodesBorne { state.links[link].status = .blocked }
            hasCounted = true
            refusal = .wrongCode
        }
        return false
    }

    /// Gives the walk to another device, which sees nothing of what was answered before but the address.
    ///
    /// There is no way back to the forms before, and no review of them.
    mutating func handOver(by event: EventName) {
        let addresses = step.definition.sends.filter { $0.link == event }.map(\.recipient)
        let hidden = state.fields.indices.filter {
            state.fields[$0] != nil && !addresses.contains($0)
        }
        state.handover = Handover(count: state.holder + 1, hidden: hidden)
        state.trail = []
        state.finished = []
        state.returnsTo = nil
    }

    /// Hides what was handed from one slot to another, where that is hidden.
    mutating func handOn(_ source: Int?, to slot: Int) {
        show(slot)
        guard let source, state.isHidden(source) else { return }
        state.handover?.hidden.append(slot)
        state.handover?.hidden.sort()
    }

    /// Lets the answer of a slot be seen again, since it was given on the present device.
    mutating func show(_ slot: Int) {
        guard state.isHidden(slot) else { return }
        state.handover?.hidden.removeAll { $0 == slot }
    }
}
