/// The letter to people under way when the flow closes.
extension Transition {
    /// Notes that the notice has begun; true where the person is to be written to.
    ///
    /// It is judged once, by what was known before the event: whether a program ran at the moment itself must
    /// make no difference.
    mutating func noteClosing() -> Bool {
        guard now >= machine.closingFrom, let letter = machine.closingLetter,
            state.closingToldAt == nil, state.outcome == nil
        else { return false }
        state.closingToldAt = now
        return now < letter.until && state.fields[letter.send.recipient] != nil
    }

    /// Writes to the person, unless the event has ended the walk or taken the address away.
    mutating func tellOfClosing() {
        guard let letter = machine.closingLetter, state.outcome == nil,
            state.fields[letter.send.recipient] != nil
        else { return }
        outputs.append(
            .send(
                SendOrder(
                    key: nextKey,
                    step: state.step,
                    send: nil,
                    recipient: letter.send.recipient,
                    token: nil,
                    expiresAt: nil,
                    at: now
                )
            )
        )
    }
}
