public import Flows

/// One field of an account, encrypted with the account's key.
public struct AccountField: Sendable, Hashable {
    /// The field.
    public var name: FieldName
    /// The encrypted value.
    public var body: [UInt8]
    /// Whether the store refuses every later change.
    public var isSetOnce: Bool

    /// Makes a field.
    public init(name: FieldName, body: [UInt8], isSetOnce: Bool) {
        self.name = name
        self.body = body
        self.isSetOnce = isSetOnce
    }
}
