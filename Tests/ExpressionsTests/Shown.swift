import Expressions

/// A value for the messages of failing tests; values themselves print as `***`.
func shown(_ value: ExpressionValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string(let value): "'\(value)'"
    case .timestamp(let value): "timestamp \(value.seconds).\(value.nanoseconds)"
    case .duration(let value): "\(value)"
    case .money(let value): "\(value)"
    case .list(let items): "[" + items.map(shown).joined(separator: ", ") + "]"
    case .map(let entries):
        "{" + entries.map { "\(shown($0.key)): \(shown($0.value))" }.joined(separator: ", ") + "}"
    case .record(let record):
        "{" + record.entries.map { "\($0.name): \(shown($0.value))" }.joined(separator: ", ") + "}"
    }
}
