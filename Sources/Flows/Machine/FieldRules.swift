import Expressions

/// What the conditions and rules of a flow say about the answers of a state.
public struct FieldRules: Sendable {
    let machine: FlowMachine

    /// What is wrong with a secret that is not yet sealed: the rules of its field that it breaks.
    public func problems(
        withSecret text: String,
        of field: FieldDefinition,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> [FieldProblem] {
        let broken = try Transition.looking(at: state, machine: machine, now: now) {
            (transition) throws(MachineFailure) in
            try transition.rulesBroken(by: .string(text), of: field.rules, waits: true)
        }
        return broken.map { FieldProblem(field: field.name, reason: $0) }
    }

    /// The options of a choice that are on offer now, in file order.
    public func options(
        of options: [ChoiceOption],
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> [ChoiceOption] {
        try Transition.looking(at: state, machine: machine, now: now) {
            (transition) throws(MachineFailure) in
            var offered: [ChoiceOption] = []
            for option in options where try transition.isOffered(option) { offered.append(option) }
            return offered
        }
    }

    /// The options of a part of a record that break no rule of the list, beside the other records as they are:
    /// of three different questions the third is not offered what the first two have taken.
    ///
    /// Where every option would break a rule, the fault lies elsewhere and all are offered.
    public func options(
        of options: [ChoiceOption],
        inList slot: Int,
        record index: Int,
        part position: Int,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> [ChoiceOption] {
        let offered = try self.options(of: options, state: state, now: now)
        let list = machine.fields[slot]
        guard !list.parts.isEmpty else { return offered }
        var items: [[FieldValue?]] = []
        if case .list(let given)? = state.fields[slot] { items = given }
        while items.count <= index { items.append(list.parts.map { _ in nil }) }
        let allowed = try Transition.looking(at: state, machine: machine, now: now) {
            (transition) throws(MachineFailure) in
            var allowed: [ChoiceOption] = []
            for option in offered {
                items[index][position] = .text(option.value)
                if try transition.rulesBroken(by: .list(items), of: list, waits: true).isEmpty {
                    allowed.append(option)
                }
            }
            return allowed
        }
        return allowed.isEmpty ? offered : allowed
    }

    /// Whether a condition of a step holds now.
    public func isHolding(
        _ condition: Condition,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> Bool {
        try Transition.looking(at: state, machine: machine, now: now) {
            (transition) throws(MachineFailure) in
            try transition.holds(condition)
        }
    }
}
