import Expressions

/// A field with what events ask about it, worked out once.
///
/// A class, so that looking at a part of a field copies nothing.
final class FieldPlan: Sendable {
    let definition: FieldDefinition
    /// Whether it must be answered.
    let isRequired: Bool
    /// Whether it proves something about one submit, and is no answer to keep.
    let isVerdict: Bool
    /// Whether a value that fits may be wrong beside the other answers.
    let isJudged: Bool
    /// The fields of a list's records.
    let parts: [FieldPlan]
    /// The slots whose rules, options or formats read it.
    let dependents: [Int]
    /// The rules that may have to wait for other answers, those of a record's parts included.
    let conditions: [Condition]

    init(_ definition: FieldDefinition, dependents: [Int] = []) {
        self.definition = definition
        isRequired = definition.isRequired
        isVerdict = definition.isVerdict
        parts = if case .list(let inner, _) = definition.type { inner.map { FieldPlan($0) } } else { [] }
        isJudged = definition.hasFormat || !definition.rules.isEmpty || parts.contains(where: \.isJudged)
        self.dependents = dependents
        conditions = definition.rules.map(\.condition) + parts.flatMap(\.conditions)
    }

    /// The plans of all fields of a flow, by slot.
    static func plans(of fields: [FieldDefinition]) -> [FieldPlan] {
        var dependents = fields.map { _ in [Int]() }
        for (slot, field) in fields.enumerated() where field.origin == .asked {
            for read in field.readSlots.sorted() where read != slot && fields.indices.contains(read)
            {
                dependents[read].append(slot)
            }
        }
        return zip(fields, dependents).map { FieldPlan($0, dependents: $1) }
    }

    /// Whether nothing is missing in a value.
    func isWhole(_ value: FieldValue?) -> Bool {
        if case .list = definition.type { return definition.gaps(in: value).isEmpty }
        return value != nil || !isRequired
    }
}

extension FieldDefinition {
    /// Whether a value that fits may be none of the other answers' country or options.
    fileprivate var hasFormat: Bool {
        switch type {
        case .postcode, .document, .choice: true
        case .text, .name, .email, .phone, .date, .country, .bool, .integer, .money, .list, .file,
            .captcha, .consent, .code, .secret:
            false
        }
    }

    /// The slots that the field's rules, options and format read.
    fileprivate var readSlots: Set<Int> {
        var slots: Set<Int> = []
        for rule in rules { slots.formUnion(rule.condition.reads) }
        switch type {
        case .postcode(let country): slots.insert(country)
        case .document(let country, let kind): slots.formUnion([country, kind])
        case .choice(let options):
            for option in options { slots.formUnion(option.condition?.reads ?? []) }
        case .list(let inner, _):
            for part in inner { slots.formUnion(part.readSlots) }
        case .text, .name, .email, .phone, .date, .country, .bool, .integer, .money, .file,
            .captcha, .consent, .code, .secret:
            break
        }
        return slots
    }
}
