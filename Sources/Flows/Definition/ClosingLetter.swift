/// The letter to people under way when their flow is about to close to newcomers.
///
/// It belongs to no step: it goes out once in a walk, to the field `email`, when the notice begins.
public struct ClosingLetter: Sendable {
    /// When it goes out, in milliseconds since 1970.
    public let from: Int64
    /// The moment of closing; from then on it goes out no more.
    public let until: Int64
    /// What is sent.
    public let send: SendDefinition
}

extension FlowDefinition {
    /// The letter about closing; `nil` for a flow without a notice, or without an address to write to.
    public var closingLetter: ClosingLetter? {
        guard let from = opening?.noticeFrom, let until = opening?.until,
            let slot = ownSlots.first(where: { fields[$0].name == "email" }),
            case .email = fields[slot].type
        else { return nil }
        return ClosingLetter(from: from, until: until, send: closingSend(to: slot))
    }

    /// What an order of this flow's machine sends.
    public func send(of order: SendOrder) -> SendDefinition {
        guard let index = order.send else { return closingSend(to: order.recipient) }
        return steps[order.step].sends[index]
    }

    private func closingSend(to slot: Int) -> SendDefinition {
        SendDefinition(channel: .mail, name: "closing", recipient: slot, range: range)
    }
}
