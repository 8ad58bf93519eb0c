/// A value that is carried about but never printed.
///
/// It has no equality and no encoding on purpose: both would be ways around `reveal()`, the one
/// word to search for when asking where a secret comes out.
public struct Redacted<Value>: Concealed {
    private let value: Value

    /// Hides a value.
    public init(_ value: Value) {
        self.value = value
    }

    /// The value itself.
    public func reveal() -> Value {
        value
    }

    /// Hides what `transform` makes of the value.
    public func map<Other, Failure: Error>(
        _ transform: (Value) throws(Failure) -> Other
    ) throws(Failure) -> Redacted<Other> {
        Redacted<Other>(try transform(value))
    }
}

extension Redacted: Sendable where Value: Sendable {}
