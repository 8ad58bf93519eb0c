import Expressions

/// A text is stored as a text, since most values are; every other value under the name of its kind.
extension FieldValue: Codable {
    private enum Kind: String, CodingKey {
        case bool, integer, money, date, list, consent, sealed, passed
    }

    /// Reads a value.
    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self = .text(text)
            return
        }
        let container = try decoder.container(keyedBy: Kind.self)
        switch container.allKeys.first {
        case .bool: self = .bool(try container.decode(Bool.self, forKey: .bool))
        case .integer: self = .integer(try container.decode(Int64.self, forKey: .integer))
        case .money: self = .money(try container.decode(Money.self, forKey: .money))
        case .date: self = .date(milliseconds: try container.decode(Int64.self, forKey: .date))
        case .list: self = .list(try container.decode([[FieldValue?]].self, forKey: .list))
        case .consent: self = .consent(try container.decode(Consent.self, forKey: .consent))
        case .sealed:
            self = .sealed(SecretReference(try container.decode(String.self, forKey: .sealed)))
        case .passed: self = .passed
        case nil:
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no value of a field")
            )
        }
    }

    /// Writes a value.
    public func encode(to encoder: any Encoder) throws {
        if case .text(let text) = self {
            var container = encoder.singleValueContainer()
            return try container.encode(text)
        }
        var container = encoder.container(keyedBy: Kind.self)
        switch self {
        case .text: break
        case .bool(let value): try container.encode(value, forKey: .bool)
        case .integer(let value): try container.encode(value, forKey: .integer)
        case .money(let value): try container.encode(value, forKey: .money)
        case .date(let milliseconds): try container.encode(milliseconds, forKey: .date)
        case .list(let records): try container.encode(records, forKey: .list)
        case .consent(let consent): try container.encode(consent, forKey: .consent)
        case .sealed(let reference): try container.encode(reference.text, forKey: .sealed)
        case .passed: try container.encode(true, forKey: .passed)
        }
    }
}
