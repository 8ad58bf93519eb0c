import Expressions

extension FieldValue {
    /// The value of a type as conditions read it.
    func expressionValue(of type: FieldType) -> ExpressionValue? {
        guard case .list(let inner, _) = type else { return expressionValue() }
        return expressionValue(record: RecordPlan(inner))
    }

    /// The value as conditions read it, or `nil` for what no condition may read.
    ///
    /// A record of a list whose readable fields are not all answered yet is left out, so that a rule over the
    /// records speaks of complete ones only.
    func expressionValue(record plan: RecordPlan? = nil) -> ExpressionValue? {
        switch self {
        case .text(let text): .string(text)
        case .bool(let isTrue): .bool(isTrue)
        case .integer(let number): .int(number)
        case .money(let money): .money(money)
        case .date(let milliseconds): .timestamp(ExpressionTimestamp(milliseconds: milliseconds))
        case .list(let items):
            .list(plan.map { $0.records(of: items) } ?? [])
        case .consent(let consent):
            .record(
                ExpressionRecord(
                    names: FieldValue.consentNames,
                    values: [
                        .timestamp(ExpressionTimestamp(milliseconds: consent.at)),
                        .string(consent.locale), .int(Int64(consent.version)),
                    ]
                )
            )
        case .sealed, .passed, .files: nil
        }
    }

    private static let consentNames = ["at", "locale", "version"]
}

/// What conditions read of a list's records, worked out once.
final class RecordPlan: Sendable {
    /// The names of what they read, ascending.
    private let names: [String]
    /// Beside each name: its place among the fields of a record, and whether it may stay empty.
    private let parts: [(position: Int, isOptional: Bool)]

    init(_ fields: [FieldDefinition]) {
        let readable = fields.enumerated()
            .filter { !$0.element.isSecret }
            .sorted { $0.element.name < $1.element.name }
        names = readable.map(\.element.name.text)
        parts = readable.map { ($0.offset, $0.element.isOptional) }
    }

    func records(of items: [[FieldValue?]]) -> [ExpressionValue] {
        var records: [ExpressionValue] = []
        records.reserveCapacity(items.count)
        for item in items {
            if let record = record(of: item) { records.append(.record(record)) }
        }
        return records
    }

    private func record(of item: [FieldValue?]) -> ExpressionRecord? {
        var values: [ExpressionValue?] = []
        values.reserveCapacity(parts.count)
        for part in parts {
            let value = part.position < item.count ? item[part.position]?.expressionValue() : nil
            if value == nil, !part.isOptional { return nil }
            values.append(value)
        }
        return ExpressionRecord(names: names, values: values)
    }
}
