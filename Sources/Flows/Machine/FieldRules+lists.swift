/// Options inside the records of a list.
extension FieldRules {
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
        guard case .list(let inner, _) = fields[slot].definition.type else { return offered }
        var items: [[FieldValue?]] = []
        if case .list(let given)? = state.fields[slot] { items = given }
        while items.count <= index { items.append(inner.map { _ in nil }) }
        var allowed: [ChoiceOption] = []
        for option in offered {
            items[index][position] = .text(option.value)
            if try keepsRules(.list(items), inList: slot, state: state, now: now) {
                allowed.append(option)
            }
        }
        return allowed.isEmpty ? offered : allowed
    }
}
