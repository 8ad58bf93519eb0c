/// The type of an expression, as it is known before anything is evaluated.
public enum ExpressionType: Hashable, Sendable {
    case bool, int, double, string, timestamp, duration, null, money
    /// Values of one type, in order.
    indirect case list(ExpressionType)
    /// Values of one type by keys of one type: `bool`, `int` or `string`.
    indirect case map(key: ExpressionType, value: ExpressionType)
    /// Named values, each of its own type: an item of a list field, a file, a consent.
    case record([String: ExpressionType])
    /// The type of what an empty list holds: no value has it, so it fits everywhere.
    case nothing

    /// The type that both this and another type fit into; `nil` where there is none.
    func joined(with other: ExpressionType) -> ExpressionType? {
        switch (self, other) {
        case (.nothing, _): return other
        case (_, .nothing): return self
        case (.list(let left), .list(let right)):
            return left.joined(with: right).map { .list($0) }
        case (.map(let leftKey, let left), .map(let rightKey, let right)):
            guard let key = leftKey.joined(with: rightKey), let value = left.joined(with: right)
            else { return nil }
            return .map(key: key, value: value)
        default:
            return self == other ? self : nil
        }
    }

    /// Whether a value of this type may stand where another type is asked for.
    func fits(_ other: ExpressionType) -> Bool { joined(with: other) == other }

    /// The type without what is inside it.
    var kind: ValueKind {
        switch self {
        case .bool: .bool
        case .int: .int
        case .double: .double
        case .string: .string
        case .timestamp: .timestamp
        case .duration: .duration
        case .null: .null
        case .money: .money
        case .list, .map, .record: .collection
        case .nothing: .null
        }
    }
}

extension ExpressionType: CustomStringConvertible {
    /// The type as authors read it in messages, such as `list(string)`.
    public var description: String {
        switch self {
        case .bool: "bool"
        case .int: "int"
        case .double: "double"
        case .string: "string"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .null: "null"
        case .money: "money"
        case .list(let item): "list(\(item))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .record(let fields): "record(\(fields.keys.sorted().joined(separator: ", ")))"
        case .nothing: "nothing"
        }
    }
}

/// A type without what is inside it; decides how two values are compared.
enum ValueKind: UInt8, Sendable {
    case null, bool, int, double, string, timestamp, duration, money, collection
}
