import Expressions

/// A value of one part is stored as a text, its kind in the first letter, since most values are; a list, a
/// consent and files stand under the names of their kinds. To store each under a name takes a reader twice as long.
extension FieldValue: Codable {
    private enum Kind: String, CodingKey {
        case list, consent, files
    }

    /// Reads a value.
    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let text = try? single.decode(String.self) {
            guard let value = Self.read(text) else {
                throw DecodingError.dataCorruptedError(
                    in: single,
                    debugDescription: "no value of a field"
                )
            }
            self = value
            return
        }
        let container = try decoder.container(keyedBy: Kind.self)
        if container.contains(.consent) {
            self = .consent(try container.decode(Consent.self, forKey: .consent))
        } else if container.contains(.files) {
            self = .files(try container.decode([FileReference].self, forKey: .files))
        } else {
            self = .list(try container.decode([[FieldValue?]].self, forKey: .list))
        }
    }

    private static func read(_ text: String) -> FieldValue? {
        // Not the first character: what follows may combine with the letter.
        let rest = text.isEmpty ? "" : String(text[text.utf8.index(after: text.startIndex)...])
        switch text.utf8.first {
        case UInt8(ascii: "t"): return .text(rest)
        case UInt8(ascii: "s"): return .sealed(SecretReference(rest))
        case UInt8(ascii: "d"): return Int64(rest).map { .date(milliseconds: $0) }
        case UInt8(ascii: "i"): return Int64(rest).map { .integer($0) }
        case UInt8(ascii: "m"):
            let parts = rest.split(separator: " ")
            guard parts.count == 2, let amount = Int64(parts[0]) else { return nil }
            return .money(Money(tenThousandths: amount, currency: String(parts[1])))
        default:
            switch text {
            case "yes": return .bool(true)
            case "no": return .bool(false)
            case "passed": return .passed
            default: return nil
            }
        }
    }

    /// Writes a value.
    public func encode(to encoder: any Encoder) throws {
        let text: String
        switch self {
        case .text(let value): text = "t" + value
        case .sealed(let reference): text = "s" + reference.text
        case .date(let milliseconds): text = "d\(milliseconds)"
        case .integer(let value): text = "i\(value)"
        case .money(let money): text = "m\(money.tenThousandths) \(money.currency)"
        case .bool(let value): text = value ? "yes" : "no"
        case .passed: text = "passed"
        case .list(let records):
            var container = encoder.container(keyedBy: Kind.self)
            return try container.encode(records, forKey: .list)
        case .consent(let consent):
            var container = encoder.container(keyedBy: Kind.self)
            return try container.encode(consent, forKey: .consent)
        case .files(let files):
            var container = encoder.container(keyedBy: Kind.self)
            return try container.encode(files, forKey: .files)
        }
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
