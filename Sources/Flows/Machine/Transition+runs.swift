/// Flows that are run as parts of this one.
extension Transition {
    /// Begins a sub-flow: what it takes is handed over, and what an earlier run of it has left is cleared.
    ///
    /// On the way back to a review a run that was given the same stays as it was left.
    mutating func begin(_ run: SubflowRun) {
        let values = run.inputs.map { input in
            let value = input.source.flatMap {
                state.fields[$0] ?? machine.definition.fields[$0].defaultValue
            }
            return value ?? input.value ?? machine.definition.fields[input.slot].defaultValue
        }
        if passesForms, zip(run.inputs, values).allSatisfy({ state.fields[$0.slot] == $1 }) {
            return
        }
        forgetOrigins(of: run.slots)
        for slot in run.slots where !run.keptSlots.contains(slot) { set(slot, to: nil) }
        for (input, value) in zip(run.inputs, values) {
            set(input.slot, to: value)
            handOn(input.source, to: input.slot)
        }
        state.finished.removeAll { run.steps.contains($0) }
        state.fixed.removeAll { run.slots.contains($0) && !run.keptSlots.contains($0) }
    }
}
