import Expressions

/// Whether the values that stand in the fields hold beside each other.
extension Transition {
    /// Changes the value of a field.
    mutating func set(_ slot: Int, to value: FieldValue?) {
        state.fields[slot] = value
        forgetJudgement(of: slot)
    }

    /// Changes the value of a field, and gives the one it had.
    mutating func exchange(_ slot: Int, _ value: inout FieldValue?) {
        swap(&state.fields[slot], &value)
        forgetJudgement(of: slot)
    }

    private mutating func forgetJudgement(of slot: Int) {
        sound.remove(machine.traits[slot].judgedAgain)
    }

    /// What is wrong with the value that a field has.
    ///
    /// A rule that reads a field not yet answered can wait: in a form that is still open, and where that
    /// field has a problem of its own that keeps the form from being left.
    mutating func problems(in slot: Int, waits: Bool) throws(MachineFailure) -> [FieldProblem] {
        guard machine.traits[slot].isJudged, !sound.contains(slot), let value = state.fields[slot]
        else { return [] }
        let field = machine.fields[slot]
        let found = try problems(with: value, of: field, waits: waits)
        if found.isEmpty, !waits || areReadable(field) { sound.insert(slot) }
        return found
    }

    /// The rules of a field that a value breaks.
    mutating func rulesBroken(
        by value: FieldValue,
        of field: FieldPlan,
        waits: Bool
    ) throws(MachineFailure) -> [FieldProblem.Reason] {
        if field.rules.isEmpty { return [] }
        // A secret's rules were run on the secret itself, before it was sealed.
        if case .sealed = value { return [] }
        let value = value.expressionValue(record: field.record)
        return try rulesBroken(by: value, of: field.rules, waits: waits)
    }

    /// The rules that a value breaks.
    mutating func rulesBroken(
        by value: ExpressionValue?,
        of rules: [FieldRule],
        waits: Bool
    ) throws(MachineFailure) -> [FieldProblem.Reason] {
        var broken: [FieldProblem.Reason] = []
        for index in rules.indices {
            let condition = rules[index].condition
            if waits, !isReadable(condition) { continue }
            if try !holds(condition, value: value) { broken.append(.rule(rules[index].name)) }
        }
        return broken
    }

    /// Whether all rules of a field can be evaluated, so that none waits.
    private func areReadable(_ field: FieldPlan) -> Bool {
        for index in field.rules.indices where !isReadable(field.rules[index].condition) {
            return false
        }
        for part in field.parts where !areReadable(part) { return false }
        return true
    }

    private mutating func problems(
        with value: FieldValue,
        of field: FieldPlan,
        waits: Bool
    ) throws(MachineFailure) -> [FieldProblem] {
        if let reason = try formatProblem(with: value, of: field) {
            return [FieldProblem(field: field.name, reason: reason)]
        }
        var found: [FieldProblem] = []
        if case .list(let items) = value {
            for (index, item) in items.enumerated() {
                for (position, part) in field.parts.enumerated() where part.isJudged {
                    guard let value = item[position] else { continue }
                    let path = ItemPath(index: index, field: part.name)
                    for reason in try reasons(against: value, of: part, waits: waits) {
                        found.append(FieldProblem(field: field.name, item: path, reason: reason))
                    }
                }
            }
        }
        for reason in try rulesBroken(by: value, of: field, waits: waits) {
            found.append(FieldProblem(field: field.name, reason: reason))
        }
        return found
    }

    private mutating func reasons(
        against value: FieldValue,
        of part: FieldPlan,
        waits: Bool
    ) throws(MachineFailure) -> [FieldProblem.Reason] {
        if let reason = try formatProblem(with: value, of: part) { return [reason] }
        return try rulesBroken(by: value, of: part, waits: waits)
    }

    /// Why a value that fits its type does not fit the other answers: another country, no such option.
    private mutating func formatProblem(
        with value: FieldValue,
        of field: FieldPlan
    ) throws(MachineFailure) -> FieldProblem.Reason? {
        guard case .text(let text) = value else { return nil }
        switch field.type {
        case .postcode(let country):
            guard case .text(let country)? = state.fields[country] else { return nil }
            return machine.formats.problem(withPostcode: text, of: country)
        case .document(let country, let kind):
            guard case .text(let country)? = state.fields[country],
                case .text(let kind)? = state.fields[kind]
            else { return nil }
            return machine.formats.problem(withDocument: text, kind: kind, of: country)
        case .phone(_, country: let country?):
            guard case .text(let country)? = state.fields[country] else { return nil }
            return machine.formats.problem(withPhone: text, of: country)
        case .choice(let options):
            guard let chosen = options.firstIndex(where: { $0.value == text }) else {
                return .unfit
            }
            return try isOffered(options[chosen]) ? nil : .unfit
        case .text, .name, .email, .phone, .date, .country, .bool, .integer, .money, .list, .file,
            .captcha, .consent, .code, .secret:
            return nil
        }
    }
}
