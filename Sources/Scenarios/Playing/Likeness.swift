import Flows
import Screens

/// A hash of what makes a screen or a letter different from another as far as words go, with a seed of its own in each
/// process.
///
/// Of a thousand screens two that differ have the same with a probability of 10⁻¹³; to keep and to compare all of it
/// takes many times as long.
typealias Likeness = Int

extension Player {
    /// That of the screen on which the person stands.
    var likeness: Likeness {
        var hasher = Hasher()
        mixPlace(into: &hasher)
        hasher.combine(state.deadlines.count)
        hasher.combine(state.pendingCall != nil)
        hasher.combine(isOutside)
        // Which of the step's conditions hold, and whether the flow is about to close.
        for condition in flow.map.variants[state.step] {
            // One that can't be evaluated yet does not hold.
            let isHolding = try? flow.machine.rules.isHolding(condition, state: state, now: now)
            hasher.combine(isHolding ?? false)
        }
        if let opening = flow.machine.definition.opening {
            hasher.combine(opening.closing(near: now) != nil)
        }
        hasher.combine(input.refusal?.reason)
        hasher.combine(state.unsent?.reason)
        for slot in flow.map.choiceSlots { hasher.combine(state.fields[slot]) }
        hasher.combine(state.handover?.hidden)
        // These stand in no order.
        var sum = 0
        for path in input.notes.keys {
            var one = hasher
            one.combine(path)
            sum &+= one.finalize()
        }
        for (path, problem) in input.problems {
            var one = hasher
            one.combine(path)
            one.combine(problem.reason)
            sum &+= one.finalize()
        }
        hasher.combine(sum)
        return hasher.finalize()
    }

    /// That of a letter.
    func likeness(ofLetter send: SendDefinition, _ order: SendOrder) -> Likeness {
        var hasher = Hasher()
        mixPlace(into: &hasher)
        hasher.combine(order.step)
        hasher.combine(send.fullName)
        return hasher.finalize()
    }

    /// Mixes in the flow, the step, the language, and which slots have a value.
    private func mixPlace(into hasher: inout Hasher) {
        hasher.combine(flow.machine.definition.name)
        hasher.combine(state.step)
        hasher.combine(state.locale)
        var marks: UInt64 = 0
        for slot in state.fields.indices {
            if slot.isMultiple(of: 64) { hasher.combine(marks) }
            marks = marks << 1 | (state.fields[slot] == nil ? 0 : 1)
        }
        hasher.combine(marks)
    }
}
