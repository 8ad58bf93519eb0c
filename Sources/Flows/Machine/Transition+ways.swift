/// Back, and the changes that are made from a review.
extension Transition {
    /// Goes to the form or review behind.
    mutating func goBack() throws(MachineFailure) {
        guard let behind = machine.wayBack(from: state), let previous = behind.last else {
            return refusal = .noWayBack
        }
        touch()
        if previous == state.returnsTo, let next = step.next {
            // Answers that were kept meanwhile may lead another way: it is walked, not jumped over.
            leaveBehind(isFinished: true)
            passesForms = true
            return try follow(next)
        }
        state.trail = behind.dropLast()
        note(.back, to: previous)
        try enter(previous, closingLinksAs: .superseded, isBack: true)
    }

    /// Goes to the form that asks a field, to come back to the review from there.
    mutating func change(_ name: FieldName) throws(MachineFailure) {
        guard case .review = step.kind,
            let slot = definition.fields.firstIndex(where: { $0.name == name }),
            let asking = state.trail.last(where: {
                state.finished.contains($0) && definition.steps[$0].asks(slot)
            })
        else { return refusal = .notHere }
        if state.fixed.contains(slot) { return refusal = .fixed(name) }
        touch()
        let trail = state.trail + [state.step]
        let review = state.step
        note(.back, to: asking)
        try enter(asking, closingLinksAs: .superseded, isBack: true)
        state.trail = trail
        state.returnsTo = review
    }

    /// Puts the present form or review behind the person; a form is finished when nothing was missing in it.
    mutating func leaveBehind(isFinished: Bool) {
        let left = state.step
        if let place = state.trail.firstIndex(of: left) { state.trail.removeSubrange(place...) }
        state.trail.append(left)
        guard case .form = step.kind else { return }
        state.finished.removeAll { $0 == left }
        if isFinished { state.finished.append(left) }
    }

    /// Where a form leads that need not be shown again, since it was finished and still is.
    func routePassing(_ index: Int) throws(MachineFailure) -> Route? {
        let step = definition.steps[index]
        guard passesForms, case .form(let fields) = step.kind, step.allowsBack,
            state.finished.contains(index), !state.trail.contains(index),
            try missingOrBroken(fields, countsVerdicts: false).isEmpty
        else { return nil }
        return step.next
    }
}

extension StepDefinition {
    /// Whether the step asks the field of a slot.
    func asks(_ slot: Int) -> Bool { asked.contains(slot) }

    /// The slots a form asks; empty for any other step.
    public var asked: [Int] {
        guard case .form(let fields) = kind else { return [] }
        return fields
    }
}
