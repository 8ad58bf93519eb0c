import Expressions

@testable import Flows

/// Right answers and wrong ones, by the type of a field.
extension ScriptWriter {
    /// A value that a field will most likely take.
    mutating func rightValue(
        _ field: ModelField,
        _ known: [String: FieldValue]
    ) -> FieldValue {
        switch field.type {
        case "bool": .bool(random.chance(2))
        case "date": .date(milliseconds: Int64(random.below(9_000)) * .day)
        case "integer": .integer(Int64(random.below(9) + 1))
        case "captcha", "code": .passed
        case "consent":
            .consent(Consent(document: field.document, version: 1, at: 0, locale: "en"))
        case "secret" where field.isCheck: .passed
        case "secret": .sealed(SecretReference("s\(random.below(3))"))
        case "list": list(field, known, isRight: true)
        default: .text(rightText(field, known))
        }
    }

    mutating func rightText(_ field: ModelField, _ known: [String: FieldValue]) -> String {
        switch field.type {
        case "email": return random.pick(["a@b.cz", "c@d.id"])
        case "country": return random.pick(["RU", "CZ", "SK"])
        case "choice":
            return field.options.isEmpty ? "none" : random.pick(field.options.map(\.value))
        case "postcode": return "\(text(known[field.country])) 1"
        case "document":
            return "\(text(known[field.country])) \(text(known[field.documentKind])) 7"
        case "phone" where !field.country.isEmpty:
            return "\(text(known[field.country])) 601"
        case "phone": return random.pick(["+420601123456", "+79161234567"])
        default: return random.pick(["Jana", "Ivo", "admin"])
        }
    }

    private func text(_ value: FieldValue?) -> String {
        if case .text(let text)? = value { text } else { "RU" }
    }

    /// A value that may well be wrong.
    mutating func anyValue(_ field: ModelField, _ known: [String: FieldValue]) -> FieldValue {
        switch random.below(8) {
        case 0: return .text("")
        case 1:
            return random.pick([
                .bool(true), .integer(3), .text("x"), .passed, .date(milliseconds: 0), .list([]),
            ])
        case 2:
            switch field.type {
            case "integer": return .integer(random.pick([-1, 0, 10, 11, .max, .min]))
            case "date": return .date(milliseconds: random.pick([-200_000, 60_000]) * .day)
            case "list": return list(field, known, isRight: false)
            case "consent":
                return .consent(Consent(document: "other", version: 1, at: 0, locale: "en"))
            default: return .text(String(repeating: "x", count: random.pick([1, 9, 101, 300])))
            }
        default: return rightValue(field, known)
        }
    }

    private mutating func list(
        _ field: ModelField,
        _ known: [String: FieldValue],
        isRight: Bool
    ) -> FieldValue {
        let count = isRight || random.chance(2) ? field.count : field.count + 1
        var records: [[FieldValue?]] = []
        for _ in 0..<count {
            var record: [FieldValue?] = []
            for inner in field.inner {
                let isMissing = isRight ? inner.isOptional && random.chance(2) : random.chance(4)
                if isMissing {
                    record.append(nil)
                } else {
                    record.append(
                        isRight ? rightValue(inner, known) : anyValue(inner, known)
                    )
                }
            }
            records.append(record)
        }
        return .list(records)
    }
}
