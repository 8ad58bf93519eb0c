/// What becomes of answers.
extension Transition {
    /// Keeps the answers that hold, in a form that stays open.
    mutating func answer(_ answers: [FieldName: FieldValue]) throws(MachineFailure) {
        guard let accepted = acceptable(answers) else { return }
        touch()
        for slot in accepted {
            guard let value = answers[definition.fields[slot].name] else { continue }
            try keep(value, in: slot)
        }
    }

    /// Joins the answers to those given before, and goes on when nothing is missing or wrong.
    mutating func submit(_ answers: [FieldName: FieldValue]) throws(MachineFailure) {
        guard let next = step.next else { return refusal = .notHere }
        guard let accepted = acceptable(answers) else { return }
        touch()
        for slot in accepted {
            guard let value = answers[definition.fields[slot].name] else { continue }
            try keep(value, in: slot)
        }
        let wrong = Set(problems.map(\.field))
        for problem in try missingOrBroken(slotsToComplete)
        where !wrong.contains(problem.field) {
            problems.append(problem)
        }
        guard problems.isEmpty else { return }
        // A verdict counts for one submit.
        for slot in step.asked {
            if case .captcha = definition.fields[slot].type { state.fields[slot] = nil }
        }
        if state.returnsTo == nil { state.trail.append(state.step) }
        try follow(next, at: now, closingLinksAs: .superseded)
    }

    /// The slots that must be complete before the present step is left: its own, or for a review all behind it.
    private var slotsToComplete: [Int] {
        guard case .review = step.kind else { return step.asked }
        return state.trail.flatMap { definition.steps[$0].asked }
    }

    /// The slots of the answers in the order they are asked; `nil`, with a refusal, where one is not asked here.
    private mutating func acceptable(_ answers: [FieldName: FieldValue]) -> [Int]? {
        let asked = step.asked
        let slots = asked.filter { answers[definition.fields[$0].name] != nil }
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

    /// Keeps a value if it holds; what depended on a changed answer and holds no more is cleared.
    private mutating func keep(
        _ value: FieldValue, in slot: Int
    ) throws(MachineFailure) {
        let field = definition.fields[slot]
        let old = state.fields[slot]
        if field.isOptional, value == .text("") {
            state.fields[slot] = nil
        } else {
            let found = try machine.rules.problems(
                with: value, in: slot, state: state, now: now)
            guard found.isEmpty else { return problems.append(contentsOf: found) }
            state.fields[slot] = value
        }
        if let old, old != state.fields[slot] {
            try recheck(after: slot, depth: definition.fields.count)
        }
    }

    /// Clears every answer that depends on a changed one and holds no more.
    private mutating func recheck(after changed: Int, depth: Int) throws(MachineFailure) {
        guard depth > 0 else { return }
        for slot in machine.rules.dependents[changed] where !state.fixed.contains(slot) {
            guard let value = state.fields[slot] else { continue }
            let found = try machine.rules.problems(
                with: value, in: slot, state: state, now: now)
            guard !found.isEmpty else { continue }
            state.fields[slot] = nil
            try recheck(after: slot, depth: depth - 1)
        }
    }

    /// What keeps these fields from being complete: missing answers, and answers that hold no more.
    func missingOrBroken(_ slots: [Int]) throws(MachineFailure) -> [FieldProblem] {
        var found: [FieldProblem] = []
        for slot in slots {
            let field = definition.fields[slot]
            // The verdict of a form that was left has been used up, and is not asked for by a review.
            if case .captcha = field.type, !step.asks(slot) { continue }
            guard let value = state.fields[slot] else {
                if !field.isOptional, field.defaultValue == nil {
                    found.append(FieldProblem(field: field.name, reason: .missing))
                }
                continue
            }
            found += field.missingItems(in: value)
            if case .sealed = value { continue }
            found += try machine.rules.problems(
                with: value, in: slot, state: state, now: now)
        }
        return found
    }
}

extension FieldDefinition {
    /// The records of a list value that are not complete yet.
    func missingItems(in value: FieldValue) -> [FieldProblem] {
        guard case .list(let inner, let count) = type, case .list(let items) = value else {
            return []
        }
        return (0..<count).flatMap { index in
            inner.enumerated().compactMap { position, field in
                let isSet =
                    index < items.count && position < items[index].count
                    && items[index][position] != nil
                return isSet || field.isOptional
                    ? nil
                    : FieldProblem(
                        field: name, item: ItemPath(index: index, field: field.name),
                        reason: .missing)
            }
        }
    }
}
