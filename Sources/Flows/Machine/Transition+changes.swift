/// What a changed answer brings with it.
extension Transition {
    /// Follows a change from slot to slot; what began it is the answer in the slot `answered`.
    mutating func follow(
        changeOf slot: Int,
        answered: Int
    ) throws(MachineFailure) {
        voidPromises(restingOn: slot)
        // A code that went to another number proves nothing about this one.
        let proofs = machine.proofSteps[slot]
        if !proofs.isEmpty { state.finished.removeAll { proofs.contains($0) } }
        if slot != answered { dropChecks(of: slot) }
        try refill(after: slot, answered: answered)
        try recheck(after: slot, answered: answered)
    }

    /// Forgets that a secret was right: it was that of somebody else.
    mutating func dropChecks(of slot: Int) {
        for check in machine.checksOf[slot] where state.fields[check] != nil {
            set(check, to: nil)
        }
    }

    /// Puts a changed value into the later fields where it was prefilled.
    private mutating func refill(after changed: Int, answered: Int) throws(MachineFailure) {
        for slot in machine.fields[changed].prefills where isLater(slot, than: answered) {
            try refill(slot, from: changed, answered: answered)
        }
    }

    /// Puts the value of another field where it was prefilled and nobody has touched it since.
    ///
    /// What does not hold there leaves it empty.
    mutating func refill(
        _ slot: Int,
        from source: Int,
        answered: Int
    ) throws(MachineFailure) {
        guard state.prefilled?.contains(slot) == true, !state.fixed.contains(slot),
            !state.isHidden(source), let value = state.fields[source], value != state.fields[slot]
        else { return }
        var isSound = machine.fields[slot].misfits(value).isEmpty
        if isSound {
            set(slot, to: value)
            show(slot)
            isSound = try problems(in: slot, waits: true).isEmpty
        }
        if !isSound { clear(slot) }
        try follow(changeOf: slot, answered: answered)
    }

    /// Keeps in mind that a value is not the person's own.
    mutating func notePrefilled(_ slot: Int) {
        if state.prefilled == nil { state.prefilled = [] }
        if state.prefilled?.contains(slot) == false { state.prefilled?.append(slot) }
    }

    /// Forgets what is kept in mind of the values of slots that are given anew.
    mutating func forgetOrigins(of slots: Range<Int>) {
        state.prefilled?.removeAll { slots.contains($0) }
        state.cleared?.removeAll { slots.contains($0) }
    }

    /// Clears every later answer that depends on a changed one and holds no more.
    private mutating func recheck(after changed: Int, answered: Int) throws(MachineFailure) {
        for slot in machine.fields[changed].dependents
        where state.fields[slot] != nil && isLater(slot, than: answered) {
            guard try !problems(in: slot, waits: true).isEmpty else { continue }
            clear(slot)
            try recheck(after: slot, answered: answered)
        }
    }

    /// Clears an answer, and keeps in mind that the person is told so.
    private mutating func clear(_ slot: Int) {
        set(slot, to: nil)
        state.prefilled?.removeAll { $0 == slot }
        if state.cleared?.contains(slot) != true { state.cleared = (state.cleared ?? []) + [slot] }
    }

    /// Whether an answer is asked again before the walk goes on.
    ///
    /// It is behind another one in the present form, or in a finished form ahead. No other answer may be
    /// cleared, since what follows counts on it.
    private func isLater(_ slot: Int, than answered: Int) -> Bool {
        if state.fixed.contains(slot) { return false }
        for index in state.trail {
            if index == state.step { break }
            if machine.steps[index].asked.contains(slot) { return false }
        }
        if let place = step.asked.firstIndex(of: slot) {
            return place > step.asked.firstIndex(of: answered) ?? .max
        }
        return state.finished.contains { machine.steps[$0].asked.contains(slot) }
    }
}
