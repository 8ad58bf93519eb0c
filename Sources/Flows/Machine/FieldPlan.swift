/// A field with what events ask about it, worked out once.
///
/// A class of single constants, so that looking at one of them copies nothing else.
final class FieldPlan: Sendable {
    let name: FieldName
    let type: FieldType
    let origin: FieldDefinition.Origin
    let length: LengthBounds
    let rules: [FieldRule]
    let defaultValue: FieldValue?
    let isOptional: Bool
    /// Whether it must be answered.
    let isRequired: Bool
    /// Whether it proves something about one submit, and is no answer to keep.
    let isVerdict: Bool
    /// Whether a value that fits may be wrong beside the other answers.
    let isJudged: Bool
    /// Whether an answer may be there and still not be complete.
    let hasParts: Bool
    /// The fields of a list's records.
    let parts: [FieldPlan]
    /// What conditions read of a list's records; `nil` for any other field.
    let record: RecordPlan?
    /// The slots whose rules, options or formats read it.
    let dependents: [Int]
    /// The slots that are prefilled from it.
    let prefills: [Int]

    init(_ field: FieldDefinition, dependents: [Int] = [], prefills: [Int] = []) {
        name = field.name
        type = field.type
        origin = field.origin
        length = field.length
        rules = field.rules
        defaultValue = field.defaultValue
        isOptional = field.isOptional
        isRequired = !field.isOptional && field.defaultValue == nil
        isVerdict = field.type.isVerdict
        hasParts = field.type.hasParts
        parts = if case .list(let inner, _) = field.type { inner.map { FieldPlan($0) } } else { [] }
        record = if case .list(let inner, _) = field.type { RecordPlan(inner) } else { nil }
        isJudged =
            field.type.dependsOnAnswers || !field.rules.isEmpty || parts.contains(where: \.isJudged)
        self.dependents = dependents
        self.prefills = prefills
    }

    /// The plans of all fields of a flow, by slot.
    static func plans(of fields: [FieldDefinition]) -> [FieldPlan] {
        var dependents = fields.map { _ in [Int]() }
        var prefills = dependents
        for (slot, field) in fields.enumerated() where field.origin == .asked {
            for read in field.reads where read != slot && fields.indices.contains(read) {
                dependents[read].append(slot)
            }
            if let source = field.prefill { prefills[source].append(slot) }
        }
        return fields.indices.map { slot in
            FieldPlan(fields[slot], dependents: dependents[slot], prefills: prefills[slot])
        }
    }
}

extension FieldType {
    var isVerdict: Bool {
        switch self {
        case .captcha, .code, .secret(.check, _): true
        case .text, .name, .email, .phone, .date, .country, .postcode, .document, .choice, .bool,
            .integer, .money, .list, .file, .consent, .secret:
            false
        }
    }

    /// Whether a value of it may be there and still not be complete.
    fileprivate var hasParts: Bool {
        switch self {
        case .list, .file: true
        case .text, .name, .email, .phone, .date, .country, .postcode, .document, .choice, .bool,
            .integer, .money, .captcha, .consent, .code, .secret:
            false
        }
    }

    /// Whether a value of it may be wrong beside another country, kind or condition.
    fileprivate var dependsOnAnswers: Bool {
        switch self {
        case .postcode, .document: true
        case .phone(_, let country): country != nil
        case .choice(let options): options.contains { $0.condition != nil }
        case .text, .name, .email, .date, .country, .bool, .integer, .money, .list, .file,
            .captcha, .consent, .code, .secret:
            false
        }
    }
}

extension FieldDefinition {
    /// The slots that the field's rules, options and format read.
    fileprivate var reads: Set<Int> {
        var slots: Set<Int> = []
        for rule in rules { slots.formUnion(rule.condition.reads) }
        switch type {
        case .postcode(let country), .phone(_, country: let country?): slots.insert(country)
        case .document(let country, let kind): slots.formUnion([country, kind])
        case .choice(let options):
            for option in options { slots.formUnion(option.condition?.reads ?? []) }
        case .list(let inner, _):
            for part in inner { slots.formUnion(part.reads) }
        case .text, .name, .email, .phone, .date, .country, .bool, .integer, .money, .file,
            .captcha, .consent, .code, .secret:
            break
        }
        return slots
    }
}
