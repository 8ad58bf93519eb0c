/// An account as a store keeps it.
public struct AccountRecord: Sendable, Hashable {
    /// Its name.
    public var id: String
    /// The HMAC of its address; random bytes, which nobody looks for, where it has none.
    public var emailIndex: [UInt8]
    /// The HMAC of the phone that it was opened by; `nil` where it is found by its address only.
    public var phoneIndex: [UInt8]?
    /// The key of the call that made it.
    public var creationKey: String
    /// Its data key, wrapped by the key file's.
    public var wrappedKey: [UInt8]
    /// When it was made, in milliseconds since 1970.
    public var createdAt: Int64
    /// How often it was changed.
    public var version = 0

    /// Makes a record.
    public init(
        id: String,
        emailIndex: [UInt8],
        creationKey: String,
        wrappedKey: [UInt8],
        createdAt: Int64
    ) {
        self.id = id
        self.emailIndex = emailIndex
        self.creationKey = creationKey
        self.wrappedKey = wrappedKey
        self.createdAt = createdAt
    }
}
