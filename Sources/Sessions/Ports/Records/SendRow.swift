/// One send, counted in a scope.
public struct SendRow: Sendable, Hashable {
    /// The HMAC of the scope.
    public var scope: [UInt8]
    /// When, in milliseconds since 1970.
    public var at: Int64

    /// Makes a row.
    public init(scope: [UInt8], at: Int64) {
        self.scope = scope
        self.at = at
    }
}
