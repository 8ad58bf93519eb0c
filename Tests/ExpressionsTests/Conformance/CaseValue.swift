import Expressions

/// A value as the suite writes it: one key that says the type.
///
/// A value of a type that the subset has not is `nil`.
struct CaseValue: Decodable, Sendable {
    let value: ExpressionValue?
    let type: ExpressionType?

    private enum Key: String, CodingKey {
        case int, double, string, bool, null, timestamp, duration, list, map
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch container.allKeys.first {
        case nil: (value, type) = (nil, nil)
        case .int:
            let digits = try container.decode(String.self, forKey: .int)
            (value, type) = (Int64(digits).map { .int($0) }, .int)
        case .double:
            let word = try? container.decode(String.self, forKey: .double)
            let number =
                try word.map { Double($0) } ?? container.decode(Double.self, forKey: .double)
            (value, type) = (number.map { .double($0) }, .double)
        case .string:
            (value, type) = (.string(try container.decode(String.self, forKey: .string)), .string)
        case .bool: (value, type) = (.bool(try container.decode(Bool.self, forKey: .bool)), .bool)
        case .null: (value, type) = (.null, .null)
        case .timestamp:
            let text = try container.decode(String.self, forKey: .timestamp)
            (value, type) = (ExpressionValue(text, as: .timestamp), .timestamp)
        case .duration:
            let text = try container.decode(String.self, forKey: .duration)
            (value, type) = (ExpressionValue(text, as: .duration), .duration)
        case .list:
            let items = try container.decode([CaseValue].self, forKey: .list)
            (value, type) = (
                Self.all(items).map { .list($0) }, Self.common(items).map { .list($0) }
            )
        case .map:
            let pairs = try container.decode([[CaseValue]].self, forKey: .map)
            let (keys, values) = (pairs.map { $0[0] }, pairs.map { $0[1] })
            value = Self.all(keys).flatMap { keys in
                Self.all(values).map { values in
                    .map(zip(keys, values).map { ExpressionMapEntry(key: $0, value: $1) })
                }
            }
            type = Self.common(keys).flatMap { key in
                Self.common(values).map { .map(key: key, value: $0) }
            }
        }
    }

    /// The values, if the subset has all of them.
    private static func all(_ items: [CaseValue]) -> [ExpressionValue]? {
        let values = items.compactMap(\.value)
        return values.count == items.count ? values : nil
    }

    /// The one type that all values have.
    private static func common(_ items: [CaseValue]) -> ExpressionType? {
        guard let first = items.first else { return .nothing }
        return items.allSatisfy { $0.type == first.type } ? first.type : nil
    }
}

extension ExpressionType {
    /// The types that the suite's declarations name.
    init?(conformance text: String) {
        let simple: [String: ExpressionType] = [
            "int": .int, "double": .double, "string": .string, "bool": .bool, "null": .null,
            "timestamp": .timestamp, "duration": .duration,
        ]
        if let type = simple[text] {
            self = type
        } else if text.hasPrefix("list("), let item = Self(conformance: Self.inside(text)) {
            self = .list(item)
        } else if text.hasPrefix("map("), let comma = text.firstRange(of: ", "),
            let key = Self(conformance: String(text[..<comma.lowerBound].dropFirst(4))),
            let value = Self(conformance: String(text[comma.upperBound...].dropLast()))
        {
            self = .map(key: key, value: value)
        } else {
            return nil
        }
    }

    /// What stands between the parentheses.
    private static func inside(_ text: String) -> String {
        String(text[text.index(after: text.firstIndex(of: "(") ?? text.startIndex)...].dropLast())
    }
}
