/// Back, and the changes that are made from a review.
extension Transition {
    /// Goes to the form or review behind.
    mutating func goBack() throws(MachineFailure) {
        guard let behind = try wayBack(), let previous = behind.last else {
            return refusal = .noWayBack
        }
        touch()
        if previous == state.returnsTo, let next = step.next {
            // Answers that were kept meanwhile may lead another way: it is walked, not jumped over.
            for slot in step.verdicts { set(slot, to: nil) }
            leaveBehind(isFinished: true)
            passesForms = true
            return try follow(next)
        }
        state.trail = behind.dropLast()
        note(.back, to: previous)
        try enter(previous, closingLinksAs: .superseded, isBack: true)
    }

    /// The trail behind the person, with the step that Back leads to at its end.
    ///
    /// A call that was made can't be taken back while its outcome is awaited. From an answer that is being
    /// changed the way leads back to the review, unless something is missing now or holds no more: whatever
    /// comes then counts on the form as on one that was submitted.
    mutating func wayBack() throws(MachineFailure) -> [Int]? {
        guard state.outcome == nil, state.pendingCall == nil, let previous = state.trail.last else {
            return nil
        }
        let allowsBack = step.definition.allowsBack
        guard previous == state.returnsTo else { return allowsBack ? state.trail : nil }
        if try missingOrBroken(step.asked, countsVerdicts: true).isEmpty { return state.trail }
        let behind = state.trail.prefix { $0 != state.step }
        return allowsBack && !behind.isEmpty ? Array(behind) : nil
    }

    /// Goes to the form that asks a field, to come back to the review from there.
    mutating func change(_ name: FieldName) throws(MachineFailure) {
        guard step.isReview,
            let slot = machine.fields.firstIndex(where: { $0.name == name }),
            let asking = state.trail.last(where: {
                state.finished.contains($0) && machine.steps[$0].asked.contains(slot)
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
        // One review or two stand on the way, too.
        if state.trail.isEmpty { state.trail.reserveCapacity(machine.formCount + 2) }
        state.trail.append(left)
        guard step.isForm else { return }
        if state.finished.isEmpty { state.finished.reserveCapacity(machine.formCount) }
        if state.finished.contains(left) { state.finished.removeAll { $0 == left } }
        if isFinished { state.finished.append(left) }
    }

    /// Where a form leads that need not be shown again, since it was finished and still is.
    mutating func routePassing(_ index: Int) throws(MachineFailure) -> RoutePlan? {
        guard passesForms else { return nil }
        let step = machine.steps[index]
        guard step.isForm, step.definition.allowsBack,
            state.finished.contains(index), !state.trail.contains(index),
            try missingOrBroken(step.asked, countsVerdicts: false).isEmpty
        else { return nil }
        return step.next
    }
}
