/// A value that stands elsewhere in memory, so that what holds it stays small to move.
///
/// It costs room for itself and is copied to be changed: for what is rare.
final class Boxed<Value: Sendable & Hashable & Codable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}

extension Boxed: Hashable {
    static func == (one: Boxed, other: Boxed) -> Bool { one.value == other.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Boxed: Codable {
    convenience init(from decoder: any Decoder) throws { self.init(try Value(from: decoder)) }

    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
