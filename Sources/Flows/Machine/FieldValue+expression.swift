import Expressions

extension FieldValue {
    /// The value of a type as conditions read it.
    func expressionValue(of type: FieldType) -> ExpressionValue? {
        guard case .list(let inner, _) = type else { return expressionValue() }
        return expressionValue(parts: inner.map { FieldPlan($0) })
    }

    /// The value as conditions read it, or `nil` for what no condition may read.
    ///
    /// The parts are the fields of a list's records.
    /// A record of a list whose readable fields are not all answered yet is left out, so that a rule over the
    /// records speaks of complete ones only.
    func expressionValue(parts: [FieldPlan] = []) -> ExpressionValue? {
        switch self {
        case .text(let text): .string(text)
        case .bool(let isTrue): .bool(isTrue)
        case .integer(let number): .int(number)
        case .money(let money): .money(money)
        case .date(let milliseconds): .timestamp(ExpressionTimestamp(milliseconds: milliseconds))
        case .list(let items):
            .list(items.compactMap { FieldValue.record($0, of: parts) })
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
        of parts: [FieldPlan]
    ) -> ExpressionValue? {
        var record = [String: ExpressionValue](minimumCapacity: parts.count)
        for (value, part) in zip(values, parts) where !part.isSecret {
            guard let value = value?.expressionValue() else {
                if part.isOptional { continue }
                return nil
            }
            record[part.name.text] = value
        }
        return .record(record)
    }
}
