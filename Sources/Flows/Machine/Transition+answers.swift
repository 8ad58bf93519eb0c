/// What becomes of answers.
extension Transition {
    /// An answer on its way into the state.
    struct Answer {
        /// Its place among what the form asks.
        let place: Int
        let slot: Int
        /// The value that was given; where it was kept, the value that it has replaced.
        var value: FieldValue?
        var isKept = false
    }

    /// Keeps the answers that hold, in a form that stays open.
    mutating func answer(_ answers: [FieldName: FieldValue]) throws(MachineFailure) {
        guard step.isForm, var accepted = acceptable(answers) else {
            return refusal = refusal ?? .notHere
        }
        touch()
        try keep(&accepted)
    }

    /// Joins the answers to those given before, and goes on when nothing is missing or wrong.
    mutating func submit(_ answers: [FieldName: FieldValue]) throws(MachineFailure) {
        let step = step
        guard let next = step.next, var accepted = acceptable(answers) else {
            return refusal = refusal ?? .notHere
        }
        touch()
        try keep(&accepted)
        let missing = try missingOrBroken(slotsToComplete, countsVerdicts: true)
        if !missing.isEmpty {
            let wrong = Set(problems.map(\.field))
            problems += missing.filter { !wrong.contains($0.field) }
        }
        guard problems.isEmpty else { return }
        // A verdict counts for one submit.
        for slot in step.verdicts { set(slot, to: nil) }
        let left = state.step
        if !state.attempts.isEmpty { state.attempts.removeAll { $0.step == left } }
        passesForms = state.returnsTo != nil
        leaveBehind(isFinished: true)
        try follow(next)
    }

    /// Puts into fields what is known already: where they are empty, if it holds, and where it stood before and
    /// has changed.
    mutating func prefill(_ step: StepPlan) throws(MachineFailure) {
        // What was emptied on purpose stays empty.
        let isFinished = state.finished.contains(state.step)
        for (slot, source) in step.prefilled {
            guard state.fields[slot] == nil else {
                try refill(slot, from: source, answered: slot)
                continue
            }
            let field = machine.fields[slot]
            guard let value = state.fields[source], !state.isHidden(source),
                !(isFinished && field.isOptional),
                field.misfits(value).isEmpty
            else { continue }
            set(slot, to: value)
            if try problems(in: slot, waits: true).isEmpty {
                notePrefilled(slot)
            } else {
                set(slot, to: nil)
            }
        }
    }

    /// What keeps these fields from being complete: missing answers, and answers that hold no more.
    ///
    /// Verdicts of the present form are missed only where they are counted; those of other forms were
    /// used up when these were left.
    mutating func missingOrBroken(
        _ slots: [Int],
        countsVerdicts: Bool
    ) throws(MachineFailure) -> [FieldProblem] {
        let verdicts = countsVerdicts ? step.verdicts : []
        let isWhole = slots.allSatisfy { slot in
            let field = machine.traits[slot]
            if field.isVerdict, !verdicts.contains(slot) { return true }
            if field.hasParts { return machine.fields[slot].isWhole(state.fields[slot]) }
            return state.fields[slot] != nil || !field.isRequired
        }
        var found: [FieldProblem] = []
        for slot in slots {
            let field = machine.traits[slot]
            if field.isVerdict, !verdicts.contains(slot) { continue }
            if !isWhole { found += machine.fields[slot].gaps(in: state.fields[slot]) }
            // What is fixed can't be mended, so it is past judging.
            if !field.isJudged || state.fixed.contains(slot) { continue }
            let wrong = try problems(in: slot, waits: !isWhole)
            if !wrong.isEmpty { found += wrong }
        }
        return found
    }

    /// The slots that must be complete before the present step is left: its own, or for a review all behind it.
    private var slotsToComplete: [Int] {
        step.isReview ? machine.reviewed(in: state) : step.asked
    }

    /// The answers in the order they are asked; `nil`, with a refusal, where one is not asked here.
    private mutating func acceptable(_ answers: [FieldName: FieldValue]) -> [Answer]? {
        let step = step
        var accepted: [Answer] = []
        accepted.reserveCapacity(answers.count)
        for (name, value) in answers {
            // A form asks few fields: to look through their names takes less than to hash one.
            guard let place = step.askedNames.firstIndex(of: name) else {
                refusal = .notHere
                return nil
            }
            accepted.append(Answer(place: place, slot: step.asked[place], value: value))
        }
        accepted.sort { $0.place < $1.place }
        let changed = accepted.first { answer in
            state.fixed.contains(answer.slot) && answer.value != state.fields[answer.slot]
        }
        if let changed {
            refusal = .fixed(machine.fields[changed.slot].name)
            return nil
        }
        return accepted
    }

    /// Keeps the values that hold beside each other; what depended on a changed answer and holds no more is
    /// cleared.
    private mutating func keep(_ answers: inout [Answer]) throws(MachineFailure) {
        for index in answers.indices {
            let slot = answers[index].slot
            let field = machine.fields[slot]
            field.dropGaps(in: &answers[index].value)
            let value = answers[index].value
            let found = if let value { field.misfits(value) } else { field.gaps(in: nil) }
            guard found.isEmpty else {
                problems += found
                continue
            }
            answers[index].isKept = true
            // What is given with it comes behind it, and is about the new value.
            dropChecks(of: slot)
            exchange(slot, &answers[index].value)
        }
        // Only now, since rules may read what was answered with them.
        for index in answers.indices where answers[index].isKept {
            let found = try problems(in: answers[index].slot, waits: true)
            guard !found.isEmpty else { continue }
            problems += found
            answers[index].isKept = false
            set(answers[index].slot, to: answers[index].value)
            dropChecks(of: answers[index].slot)
        }
        for index in answers.indices where answers[index].isKept {
            let slot = answers[index].slot
            forgetOrigins(of: slot..<slot + 1)
            show(slot)
            // Most fields are empty before, which is seen without comparing values.
            let isNew = answers[index].value == nil && state.fields[slot] != nil
            guard isNew || state.fields[slot] != answers[index].value else { continue }
            try follow(changeOf: slot, answered: slot)
        }
    }
}
