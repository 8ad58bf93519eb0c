/// What becomes of answers.
extension Transition {
    /// Keeps the answers that hold, in a form that stays open.
    mutating func answer(_ answers: [FieldName: FieldValue]) throws(MachineFailure) {
        guard case .form = step.kind, let accepted = acceptable(answers) else {
            return refusal = refusal ?? .notHere
        }
        touch()
        try keep(answers, in: accepted)
    }

    /// Joins the answers to those given before, and goes on when nothing is missing or wrong.
    mutating func submit(_ answers: [FieldName: FieldValue]) throws(MachineFailure) {
        guard let next = step.next, let accepted = acceptable(answers) else {
            return refusal = refusal ?? .notHere
        }
        touch()
        try keep(answers, in: accepted)
        let wrong = Set(problems.map(\.field))
        problems += try missingOrBroken(slotsToComplete, countsVerdicts: true)
            .filter { !wrong.contains($0.field) }
        guard problems.isEmpty else { return }
        // A verdict counts for one submit.
        for slot in step.asked where definition.fields[slot].isVerdict { state.fields[slot] = nil }
        let left = state.step
        state.attempts.removeAll { $0.step == left }
        passesForms = state.returnsTo != nil
        leaveBehind(isFinished: true)
        try follow(next)
    }

    /// Puts into empty fields what is known already and holds.
    mutating func prefill(_ fields: [Int]) throws(MachineFailure) {
        // What was emptied on purpose stays empty.
        let isFinished = state.finished.contains(state.step)
        for slot in fields where state.fields[slot] == nil {
            let field = definition.fields[slot]
            guard let source = field.prefill, let value = state.fields[source],
                !(isFinished && field.isOptional), field.misfits(value).isEmpty
            else { continue }
            state.fields[slot] = value
            let found = try machine.rules.problems(in: slot, state: state, now: now, waits: true)
            if !found.isEmpty { state.fields[slot] = nil }
        }
    }

    /// What keeps these fields from being complete: missing answers, and answers that hold no more.
    ///
    /// Verdicts of the present form are missed only where they are counted; those of other forms were
    /// used up when these were left.
    func missingOrBroken(
        _ slots: [Int],
        countsVerdicts: Bool
    ) throws(MachineFailure) -> [FieldProblem] {
        let counted = slots.filter { slot in
            !definition.fields[slot].isVerdict || countsVerdicts && step.asks(slot)
        }
        let gaps = counted.map { definition.fields[$0].gaps(in: state.fields[$0]) }
        let isWhole = gaps.allSatisfy(\.isEmpty)
        var found: [FieldProblem] = []
        for (slot, gaps) in zip(counted, gaps) {
            found += gaps
            // What is fixed can't be mended, so it is past judging.
            if state.fixed.contains(slot) { continue }
            found += try machine.rules.problems(
                in: slot,
                state: state,
                now: moment,
                waits: !isWhole
            )
        }
        return found
    }

    /// The slots that must be complete before the present step is left: its own, or for a review all behind it.
    private var slotsToComplete: [Int] {
        guard case .review = step.kind else { return step.asked }
        return machine.reviewed(in: state)
    }

    /// The slots of the answers in the order they are asked; `nil`, with a refusal, where one is not asked here.
    private mutating func acceptable(_ answers: [FieldName: FieldValue]) -> [Int]? {
        let slots = step.asked.filter { answers[definition.fields[$0].name] != nil }
        guard slots.count == answers.count else {
            refusal = .notHere
            return nil
        }
        for slot in slots where state.fixed.contains(slot) {
            let name = definition.fields[slot].name
            if answers[name] != state.fields[slot] {
                refusal = .fixed(name)
                return nil
            }
        }
        return slots
    }

    /// Keeps the values that hold beside each other; what depended on a changed answer and holds no more is
    /// cleared.
    private mutating func keep(
        _ answers: [FieldName: FieldValue],
        in slots: [Int]
    ) throws(MachineFailure) {
        var kept: [(slot: Int, old: FieldValue?)] = []
        for slot in slots {
            let field = definition.fields[slot]
            let value = answers[field.name].flatMap(field.withoutGaps)
            let found = value.map(field.misfits) ?? (field.isRequired ? field.gaps(in: nil) : [])
            if found.isEmpty {
                kept.append((slot, state.fields[slot]))
                state.fields[slot] = value
            }
            problems += found
        }
        // Only now, since rules may read what was answered with them.
        for (slot, old) in kept {
            let found = try machine.rules.problems(in: slot, state: state, now: now, waits: true)
            guard !found.isEmpty else { continue }
            problems += found
            state.fields[slot] = old
        }
        for (slot, old) in kept where state.fields[slot] != old {
            voidPromises(restingOn: slot)
            // A code that went to another number proves nothing about this one.
            let steps = definition.steps
            state.finished.removeAll { index in
                steps[index].sends.contains { $0.code != nil && $0.recipient == slot }
            }
            try recheck(after: slot, answered: slot)
        }
    }

    /// Clears every later answer that depends on a changed one and holds no more.
    ///
    /// What began it is the answer in the slot `answered`; it is followed from slot to slot.
    private mutating func recheck(
        after changed: Int,
        answered: Int
    ) throws(MachineFailure) {
        for slot in machine.rules.dependents[changed] where isLater(slot, than: answered) {
            let found = try machine.rules.problems(in: slot, state: state, now: now, waits: true)
            guard !found.isEmpty else { continue }
            state.fields[slot] = nil
            try recheck(after: slot, answered: answered)
        }
    }

    /// Whether an answer is asked again before the walk goes on.
    ///
    /// It is behind another one in the present form, or in a finished form ahead. No other answer may be
    /// cleared, since what follows counts on it.
    private func isLater(_ slot: Int, than answered: Int) -> Bool {
        if state.fixed.contains(slot) { return false }
        let behind = state.trail.prefix { $0 != state.step }
        if behind.contains(where: { definition.steps[$0].asks(slot) }) { return false }
        if let place = step.asked.firstIndex(of: slot) {
            return place > step.asked.firstIndex(of: answered) ?? .max
        }
        return state.finished.contains { definition.steps[$0].asks(slot) }
    }
}
