import Expressions

/// The rules of a flow's fields.
public final class FieldRules: Sendable {
    /// The fields, by slot.
    let fields: [FieldPlan]
    private let formats: any FieldFormats

    init(_ definition: FlowDefinition, formats: any FieldFormats) {
        fields = FieldPlan.plans(of: definition.fields)
        self.formats = formats
    }

    /// What is wrong with a secret that is not yet sealed: the rules of its field that it breaks.
    public func problems(
        withSecret text: String,
        of field: FieldDefinition,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> [FieldProblem] {
        var readings = Readings(fields)
        let value = ExpressionValue.string(text)
        return try brokenRules(of: field, value, state, now: now, waits: true, &readings).map {
            FieldProblem(field: field.name, reason: $0)
        }
    }

    /// The options of a choice that are on offer now, in file order.
    public func options(
        of options: [ChoiceOption],
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> [ChoiceOption] {
        var readings = Readings(fields)
        var offered: [ChoiceOption] = []
        for option in options where try isOffered(option, state, now: now, &readings) {
            offered.append(option)
        }
        return offered
    }

    /// Whether a condition of a step holds now.
    public func isHolding(
        _ condition: Condition,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> Bool {
        var readings = Readings(fields)
        return try readings.holds(condition, state: state, now: now)
    }

    /// What is wrong with the value that a field has now.
    ///
    /// A rule that reads a field not yet answered can wait: in a form that is still open, and where that
    /// field has a problem of its own that keeps the form from being left.
    func problems(
        in slot: Int,
        _ state: FlowState,
        now: Int64,
        waits: Bool,
        _ readings: inout Readings
    ) throws(MachineFailure) -> [FieldProblem] {
        guard fields[slot].isJudged, let value = state.fields[slot] else { return [] }
        let field = fields[slot].definition
        if let reason = try formatProblem(with: value, of: field.type, state, now: now, &readings) {
            return [FieldProblem(field: field.name, reason: reason)]
        }
        var found: [FieldProblem] = []
        if case .list(let items) = value {
            for (index, item) in items.enumerated() {
                for (position, part) in fields[slot].parts.enumerated() where part.isJudged {
                    guard let value = item[position] else { continue }
                    let path = ItemPath(index: index, field: part.definition.name)
                    found += try reasons(
                        against: value,
                        of: part.definition,
                        state,
                        now: now,
                        waits: waits,
                        &readings
                    ).map { FieldProblem(field: field.name, item: path, reason: $0) }
                }
            }
        }
        let broken = try rulesBroken(by: value, of: field, state, now: now, waits: waits, &readings)
        return found + broken.map { FieldProblem(field: field.name, reason: $0) }
    }

    /// Whether all rules of a field can be evaluated, so that none waits.
    func areReadable(of slot: Int, _ state: FlowState, _ readings: Readings) -> Bool {
        fields[slot].conditions.allSatisfy { readings.isReadable($0, state: state) }
    }

    /// Whether a value would keep the rules of a list.
    func keepsRules(
        _ value: FieldValue,
        inList slot: Int,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> Bool {
        var readings = Readings(fields)
        let field = fields[slot].definition
        return try rulesBroken(by: value, of: field, state, now: now, waits: true, &readings).isEmpty
    }

    private func reasons(
        against value: FieldValue,
        of part: FieldDefinition,
        _ state: FlowState,
        now: Int64,
        waits: Bool,
        _ readings: inout Readings
    ) throws(MachineFailure) -> [FieldProblem.Reason] {
        if let reason = try formatProblem(with: value, of: part.type, state, now: now, &readings) {
            return [reason]
        }
        return try rulesBroken(by: value, of: part, state, now: now, waits: waits, &readings)
    }

    private func rulesBroken(
        by value: FieldValue,
        of field: FieldDefinition,
        _ state: FlowState,
        now: Int64,
        waits: Bool,
        _ readings: inout Readings
    ) throws(MachineFailure) -> [FieldProblem.Reason] {
        if field.rules.isEmpty { return [] }
        // A secret's rules were run on the secret itself, before it was sealed.
        if case .sealed = value { return [] }
        let value = value.expressionValue(of: field.type)
        return try brokenRules(of: field, value, state, now: now, waits: waits, &readings)
    }

    private func brokenRules(
        of field: FieldDefinition,
        _ value: ExpressionValue?,
        _ state: FlowState,
        now: Int64,
        waits: Bool,
        _ readings: inout Readings
    ) throws(MachineFailure) -> [FieldProblem.Reason] {
        var broken: [FieldProblem.Reason] = []
        for index in field.rules.indices {
            let condition = field.rules[index].condition
            if waits, !readings.isReadable(condition, state: state) { continue }
            if try !readings.holds(condition, state: state, value: value, now: now) {
                broken.append(.rule(field.rules[index].name))
            }
        }
        return broken
    }

    /// Why a value that fits its type does not fit the other answers: another country, no such option.
    private func formatProblem(
        with value: FieldValue,
        of type: FieldType,
        _ state: FlowState,
        now: Int64,
        _ readings: inout Readings
    ) throws(MachineFailure) -> FieldProblem.Reason? {
        guard case .text(let text) = value else { return nil }
        switch type {
        case .postcode(let country):
            guard case .text(let country)? = state.fields[country] else { return nil }
            return formats.problem(withPostcode: text, of: country)
        case .document(let country, let kind):
            guard case .text(let country)? = state.fields[country],
                case .text(let kind)? = state.fields[kind]
            else { return nil }
            return formats.problem(withDocument: text, kind: kind, of: country)
        case .choice(let options):
            guard let chosen = options.firstIndex(where: { $0.value == text }) else {
                return .unfit
            }
            return try isOffered(options[chosen], state, now: now, &readings) ? nil : .unfit
        case .text, .name, .email, .phone, .date, .country, .bool, .integer, .money, .list, .file,
            .captcha, .consent, .code, .secret:
            return nil
        }
    }

    /// Whether an option is on offer.
    ///
    /// One whose condition reads an answer that is still missing is not, yet.
    private func isOffered(
        _ option: ChoiceOption,
        _ state: FlowState,
        now: Int64,
        _ readings: inout Readings
    ) throws(MachineFailure) -> Bool {
        guard let condition = option.condition else { return true }
        guard readings.isReadable(condition, state: state) else { return false }
        return try readings.holds(condition, state: state, now: now)
    }
}
