public import Flows

/// One field of an account, encrypted with the account's key.
public struct AccountField: Sendable, Hashable {
    /// The field.
    public var name: FieldName
    /// The encrypted value.
    public var body: [UInt8]
    /// Whether the store refuses every later change.
    public var isSetOnce: Bool
    /// The sealed secrets that the value refers to.
    ///
    /// They are the account's from then on, and those that the field referred to before are dropped. Only written,
    /// never read.
    public var secrets: [SecretReference] = []

    /// Makes a field.
    public init(name: FieldName, body: [UInt8], isSetOnce: Bool) {
        self.name = name
        self.body = body
        self.isSetOnce = isSetOnce
    }
}
