/// A hashed and then encrypted password or answer, as it is stored.
public struct SealedSecret: Hashable, Sendable, Codable {
    /// What is stored.
    public let bytes: [UInt8]

    /// Takes what was stored; whether it opens is seen when it is used.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// What comparing a secret with a stored one gave.
public struct SecretMatch: Hashable, Sendable {
    /// Whether it is the same.
    public let isSame: Bool
    /// Whether it is the same, and should be sealed again because it was hashed with other
    /// parameters than those of today.
    public let needsRehash: Bool
}
