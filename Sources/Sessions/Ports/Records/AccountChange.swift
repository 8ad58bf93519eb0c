public import Flows

/// A change of an account: made wholly or not at all, and once for its key.
public struct AccountChange: Sendable, Hashable {
    /// The account.
    public var account: String
    /// The key of the call that wants it: the same call may come again.
    public var key: String
    /// The account's version that the change was made from; anything else is a conflict.
    public var version: Int
    /// When, in milliseconds since 1970.
    public var at: Int64
    /// How the call ends that wants it.
    public var outcome: OutcomeName
    /// The fields that are written.
    public var fields: [AccountField]
    /// The fields that are taken away.
    public var removed: [FieldName] = []
    /// The HMAC of the address that the account has from then on; `nil` where it stays.
    public var emailIndex: [UInt8]?
    /// The account that gives this address away, since it sleeps; it is found by its name only.
    public var inPlaceOf: String?
    /// The HMAC of the phone that the account is found by from then on; `nil` where that stays.
    public var phoneIndex: [UInt8]?
    /// Whether the open sessions of the account end.
    public var endsSessions: Bool
    /// The session among them that does not end: the one that wants the change.
    public var exception: SessionID

    /// Makes a change.
    public init(
        account: String,
        key: String,
        version: Int,
        at: Int64,
        outcome: OutcomeName,
        fields: [AccountField],
        endsSessions: Bool,
        exception: SessionID
    ) {
        self.account = account
        self.key = key
        self.version = version
        self.at = at
        self.outcome = outcome
        self.fields = fields
        self.endsSessions = endsSessions
        self.exception = exception
    }
}
