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
        for (slot, field) in definition.fields.enumerated() where field.origin == .asked {
            for read in field.readSlots where read != slot && dependents.indices.contains(read) {
                dependents[read].append(slot)
            }
        }
        self.dependents = dependents
    }

    /// What is wrong with a secret that is not yet sealed: the rules of its field that it breaks.
    public func problems(
        withSecret text: String,
        of field: FieldDefinition,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> [FieldProblem] {
        try brokenRules(of: field, value: .string(text), state: state, now: now, waits: true).map {
            FieldProblem(field: field.name, reason: $0)
        }
    }

    /// The options of a choice that are on offer now, in file order.
    public func options(
        of options: [ChoiceOption],
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> [ChoiceOption] {
        var offered: [ChoiceOption] = []
        for option in options where try isOffered(option, state: state, now: now) {
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
        try holds(condition, state: state, value: nil, now: now)
    }

    /// What is wrong with the value that a field has now.
    ///
    /// A rule that reads a field not yet answered can wait: in a form that is still open, and where that
    /// field has a problem of its own that keeps the form from being left.
    func problems(
        in slot: Int,
        state: FlowState,
        now: Int64,
        waits: Bool
    ) throws(MachineFailure) -> [FieldProblem] {
        let field = definition.fields[slot]
        guard let value = state.fields[slot] else { return [] }
        if let reason = try formatProblem(with: value, of: field.type, state: state, now: now) {
            return [FieldProblem(field: field.name, reason: reason)]
        }
        var found: [FieldProblem] = []
        if case .list(let inner, _) = field.type, case .list(let items) = value {
            for (index, item) in items.enumerated() {
                for (part, value) in zip(inner, item) {
                    guard let value else { continue }
                    let path = ItemPath(index: index, field: part.name)
                    let reasons = try problems(
                        with: value,
                        of: part,
                        state: state,
                        now: now,
                        waits: waits
                    )
                    found += reasons.map {
                        FieldProblem(field: field.name, item: path, reason: $0)
                    }
                }
            }
        }
        let broken = try brokenRules(
            of: field,
            with: value,
            state: state,
            now: now,
            waits: waits
        )
        return found + broken.map { FieldProblem(field: field.name, reason: $0) }
    }

    /// Whether a condition holds.
    func holds(
        _ condition: Condition,
        state: FlowState,
        value: ExpressionValue?,
        now: Int64
    ) throws(MachineFailure) -> Bool {
        var slots = [ExpressionValue?](repeating: nil, count: state.fields.count)
        for slot in condition.expression.reads where slots.indices.contains(slot) {
            let field = definition.fields[slot]
            slots[slot] = (state.fields[slot] ?? field.defaultValue)?
                .expressionValue(of: field.type)
        }
        slots.append(value)
        do {
            return try condition.expression.evaluateCondition(
                slots,
                in: EvaluationContext(now: now, zone: state.zone, locale: state.locale)
            )
        } catch {
            let place = condition.range.start
            throw .condition(
                place: "\(condition.range.file):\(place.line):\(place.column)",
                reason: "\(error.reason)"
            )
        }
    }

    func fieldType(of slot: Int) -> FieldType { definition.fields[slot].type }

    /// Whether a value would keep the rules of a list.
    func keepsRules(
        _ value: FieldValue,
        inList slot: Int,
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> Bool {
        let field = definition.fields[slot]
        return try brokenRules(of: field, with: value, state: state, now: now, waits: true).isEmpty
    }

    /// Whether everything a condition certainly reads is set.
    func isReadable(_ condition: Condition, state: FlowState) -> Bool {
        condition.expression.unguardedReads.allSatisfy { read in
            read.slot >= state.fields.count || state.fields[read.slot] != nil
                || definition.fields[read.slot].defaultValue != nil
        }
    }

    private func problems(
        with value: FieldValue,
        of part: FieldDefinition,
        state: FlowState,
        now: Int64,
        waits: Bool
    ) throws(MachineFailure) -> [FieldProblem.Reason] {
        if let reason = try formatProblem(with: value, of: part.type, state: state, now: now) {
            return [reason]
        }
        return try brokenRules(of: part, with: value, state: state, now: now, waits: waits)
    }

    private func brokenRules(
        of field: FieldDefinition,
        with value: FieldValue,
        state: FlowState,
        now: Int64,
        waits: Bool
    ) throws(MachineFailure) -> [FieldProblem.Reason] {
        // A secret's rules were run on the secret itself, before it was sealed.
        if case .sealed = value { return [] }
        return try brokenRules(
            of: field,
            value: value.expressionValue(of: field.type),
            state: state,
            now: now,
            waits: waits
        )
    }

    private func brokenRules(
        of field: FieldDefinition,
        value: ExpressionValue?,
        state: FlowState,
        now: Int64,
        waits: Bool
    ) throws(MachineFailure) -> [FieldProblem.Reason] {
        var broken: [FieldProblem.Reason] = []
        for rule in field.rules where !waits || isReadable(rule.condition, state: state) {
            if try !holds(rule.condition, state: state, value: value, now: now) {
                broken.append(.rule(rule.name))
            }
        }
        return broken
    }

    /// Why a value that fits its type does not fit the other answers: another country, no such option.
    private func formatProblem(
        with value: FieldValue,
        of type: FieldType,
        state: FlowState,
        now: Int64
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
            guard let chosen = options.first(where: { $0.value == text }) else {
                return .unfit
            }
            return try isOffered(chosen, state: state, now: now) ? nil : .unfit
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
        state: FlowState,
        now: Int64
    ) throws(MachineFailure) -> Bool {
        guard let condition = option.condition else { return true }
        guard isReadable(condition, state: state) else { return false }
        return try holds(condition, state: state, value: nil, now: now)
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
        case .list(let inner, _):
            for part in inner { slots.formUnion(part.readSlots) }
        case .text, .name, .email, .phone, .date, .country, .bool, .integer, .money, .file,
            .captcha, .consent, .code, .secret:
            break
        }
        return slots
    }
}
