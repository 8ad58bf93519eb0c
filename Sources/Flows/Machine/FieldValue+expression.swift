import Expressions

extension FieldValue {
    /// The value as conditions read it; `nil` for what no condition may read.
    ///
    /// A record of a list whose readable fields are not all answered yet is left out, so that a rule over the
    /// records speaks of complete ones only.
    func expressionValue(of type: FieldType) -> ExpressionValue? {
        switch self {
        case .text(let text): .string(text)
        case .bool(let isTrue): .bool(isTrue)
        case .integer(let number): .int(number)
        case .money(let money): .money(money)
        case .date(let milliseconds): .timestamp(ExpressionTimestamp(milliseconds: milliseconds))
        case .list(let items):
            if case .list(let fields, _) = type {
                .list(items.compactMap { FieldValue.record($0, of: fields) })
            } else {
                nil
            }
        case .consent(let consent):
            .record([
                "version": .int(Int64(consent.version)),
                "at": .timestamp(ExpressionTimestamp(milliseconds: consent.at)),
                "locale": .string(consent.locale),
            ])
        case .sealed, .passed: nil
        }
    }

    private static func record(
        _ values: [FieldValue?],
        of fields: [FieldDefinition]
    ) -> ExpressionValue? {
        var record: [String: ExpressionValue] = [:]
        for (value, field) in zip(values, fields) {
            if case .secret = field.type { continue }
            guard let value = value?.expressionValue(of: field.type) else {
                if field.isOptional { continue }
                return nil
            }
            record[field.name.text] = value
        }
        return .record(record)
    }
}
