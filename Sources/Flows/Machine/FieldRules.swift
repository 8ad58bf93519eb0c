import Documents
import Expressions

/// The rules of a flow's fields, and what depends on what.
public struct FieldRules: Sendable {
    private let definition: FlowDefinition
    private let formats: any FieldFormats
    /// By slot: the slots whose rules, options or formats read it.
    let dependents: [[Int]]

    init(_ definition: FlowDefinition, formats: any FieldFormats) {
        self.definition = definition
        self.formats = formats
        var dependents = definition.fields.map { _ in [Int]() }
        for (slot, field) in definition.fields.enumerated() {
            for read in field.readSlots where read != slot && dependents.indices.contains(read) {
                dependents[read].append(slot)
            }
        }
        self.dependents = dependents
    }

    /// What is wrong with a value.
    ///
    /// A rule that reads a field not yet answered, or answered wrongly, waits: that field has a problem
    /// of its own, which keeps the form from being left.
    func problems(
        with value: FieldValue, in slot: Int, state: FlowState, now: Int64
    ) throws(MachineFailure) -> [FieldProblem] {
        let field = definition.fields[slot]
        if let problem = try typeProblem(with: value, of: field, state: state, now: now) {
            return [problem]
        }
        // A secret's rules were run on the secret itself, before it was sealed.
        if case .sealed = value { return [] }
        return try brokenRules(
            of: field, value: value.expressionValue(of: field.type), state: state, now: now)
    }

    /// What is wrong with a secret that is not yet sealed: the rules of its field that it breaks.
    public func problems(
        withSecret text: String, of field: FieldDefinition, state: FlowState, now: Int64
    ) throws(MachineFailure) -> [FieldProblem] {
        try brokenRules(of: field, value: .string(text), state: state, now: now)
    }

    /// The options of a choice that are on offer now, in file order.
    public func options(
        of options: [ChoiceOption], state: FlowState, now: Int64
    ) throws(MachineFailure) -> [String] {
        var offered: [String] = []
        for option in options {
            if let condition = option.condition {
                guard isReadable(condition, state: state),
                    try holds(condition, state: state, value: nil, now: now)
                else { continue }
            }
            offered.append(option.value)
        }
        return offered
    }

    /// Whether a condition of a step holds now.
    public func isHolding(
        _ condition: Condition, state: FlowState, now: Int64
    ) throws(MachineFailure) -> Bool {
        try holds(condition, state: state, value: nil, now: now)
    }

    /// Whether a condition holds.
    func holds(
        _ condition: Condition, state: FlowState, value: ExpressionValue?, now: Int64
    ) throws(MachineFailure) -> Bool {
        var slots = zip(state.fields, definition.fields).map { stored, field in
            stored?.expressionValue(of: field.type)
                ?? field.defaultValue?.expressionValue(of: field.type)
        }
        slots.append(value)
        do {
            return try condition.expression.evaluateCondition(
                slots,
                in: EvaluationContext(now: now, zone: state.zone, locale: state.locale))
        } catch {
            let place = condition.range.start
            throw .condition(
                place: "\(condition.range.file):\(place.line):\(place.column)",
                reason: "\(error.reason)")
        }
    }

    private func brokenRules(
        of field: FieldDefinition, value: ExpressionValue?, state: FlowState, now: Int64
    ) throws(MachineFailure) -> [FieldProblem] {
        var broken: [FieldProblem] = []
        for rule in field.rules {
            guard isReadable(rule.condition, state: state) else { continue }
            if try !holds(rule.condition, state: state, value: value, now: now) {
                broken.append(FieldProblem(field: field.name, reason: .rule(rule.name)))
            }
        }
        return broken
    }

    /// Whether everything a condition certainly reads is set.
    func isReadable(_ condition: Condition, state: FlowState) -> Bool {
        condition.expression.unguardedReads.allSatisfy { read in
            read.slot >= state.fields.count || state.fields[read.slot] != nil
                || definition.fields[read.slot].defaultValue != nil
        }
    }

    private func typeProblem(
        with value: FieldValue, of field: FieldDefinition, state: FlowState, now: Int64
    ) throws(MachineFailure) -> FieldProblem? {
        let isGood: Bool
        switch (field.type, value) {
        case (.postcode(let country), .text(let code)):
            guard case .text(let country)? = state.fields[country] else { return nil }
            isGood = formats.isPostcode(code, of: country)
        case (.document(let country, let kind), .text(let number)):
            guard case .text(let country)? = state.fields[country],
                case .text(let kind)? = state.fields[kind]
            else { return nil }
            isGood = formats.isDocument(number, kind: kind, of: country)
        case (.choice(let options), .text(let chosen)):
            isGood = try self.options(of: options, state: state, now: now).contains(chosen)
        case (.list(_, let count), .list(let items)):
            isGood = items.count <= count
        case (.text, .text), (.name, .text), (.email, .text), (.phone, .text), (.country, .text),
            (.date, .date), (.bool, .bool), (.captcha, .passed), (.code, .passed),
            (.consent, .consent), (.secret, .sealed), (.secret, .passed):
            isGood = true
        case (.integer(let minimum, let maximum), .integer(let number)):
            isGood = (minimum...maximum).contains(number)
        case (.money(let currency, let minimum, let maximum), .money(let money)):
            isGood =
                money.currency == currency && (minimum...maximum).contains(money.tenThousandths)
        default:
            // All pairs spelled out take the compiler too long to check.
            isGood = false
        }
        return isGood
            ? nil : FieldProblem(field: field.name, reason: .type(reason: "unfit", arguments: [:]))
    }
}

extension FieldDefinition {
    /// The slots that the field's rules, options and format read.
    fileprivate var readSlots: Set<Int> {
        var slots: Set<Int> = []
        for rule in rules { slots.formUnion(rule.condition.expression.reads) }
        switch type {
        case .postcode(let country): slots.insert(country)
        case .document(let country, let kind): slots.formUnion([country, kind])
        case .choice(let options):
            for option in options { slots.formUnion(option.condition?.expression.reads ?? []) }
        case .text, .name, .email, .phone, .date, .country, .bool, .integer, .money, .list, .file,
            .captcha, .consent, .code, .secret:
            break
        }
        return slots
    }
}
