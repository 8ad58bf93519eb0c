/// A value that an expression reads or gives.
///
/// Texts are equal only if they are the same code points, as in CEL: a composed and a decomposed é
/// differ. A value may be personal, so it has no printable description and no reflection.
public enum ExpressionValue: Sendable {
    /// Nothing; equal to itself only.
    case null
    /// Yes or no.
    case bool(Bool)
    /// A whole number of 64 bits.
    case int(Int64)
    /// A floating-point number of 64 bits.
    case double(Double)
    /// A text.
    case string(String)
    /// A moment; a date is its midnight in UTC.
    case timestamp(ExpressionTimestamp)
    /// A length of time within ten thousand years.
    case duration(Duration)
    /// An amount.
    case money(Money)
    /// Values in order.
    case list([ExpressionValue])
    /// Values by key, in the order they were written, no key twice.
    case map([ExpressionMapEntry])
    /// Values by name; a name without a value is absent.
    case record(ExpressionRecord)

    var kind: ValueKind {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .double: .double
        case .string: .string
        case .timestamp: .timestamp
        case .duration: .duration
        case .money: .money
        case .list, .map, .record: .collection
        }
    }
}

/// A key of a map with its value.
public struct ExpressionMapEntry: Hashable, Sendable {
    /// The key: a bool, an int or a string.
    public let key: ExpressionValue
    /// The value.
    public let value: ExpressionValue

    /// Makes an entry.
    public init(key: ExpressionValue, value: ExpressionValue) {
        self.key = key
        self.value = value
    }
}

extension ExpressionValue: Hashable {
    /// Whether two values are the same, with texts compared by code points.
    public static func == (left: ExpressionValue, right: ExpressionValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.double(let left), .double(let right)): left == right
        case (.string(let left), .string(let right)): CodePoints.areEqual(left, right)
        case (.timestamp(let left), .timestamp(let right)): left == right
        case (.duration(let left), .duration(let right)): left == right
        case (.money(let left), .money(let right)): left == right
        case (.list(let left), .list(let right)): left == right
        case (.map(let left), .map(let right)): Set(left) == Set(right)
        case (.record(let left), .record(let right)): left == right
        default: false
        }
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        switch self {
        case .null: break
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .double(let value): hasher.combine(value)
        case .string(let value): for byte in value.utf8 { hasher.combine(byte) }
        case .timestamp(let value): hasher.combine(value)
        case .duration(let value): hasher.combine(value)
        case .money(let value): hasher.combine(value)
        case .list(let items): hasher.combine(items)
        case .map(let entries): hasher.combine(Set(entries))
        case .record(let record): hasher.combine(record)
        }
    }
}

extension ExpressionValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    /// Always `***`.
    public var description: String { "***" }
    /// Always `***`.
    public var debugDescription: String { "***" }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
