import CSodium

/// What computes a slow hash; a test puts its own before the real one.
package protocol SlowHash: Sendable {
    /// The hash, of 32 bytes, or nil where there is not enough memory.
    func hash(
        _ secret: SecretBytes,
        salt: [UInt8],
        parameters: HashParameters
    ) -> SecretBytes?
}

/// Argon2id version 1.3 (RFC 9106) with one lane, through libsodium.
package struct Argon2id: SlowHash {
    package static let saltCount = Int(crypto_pwhash_argon2id_SALTBYTES)
    package static let hashCount = 32

    package init() {}

    package func hash(
        _ secret: SecretBytes,
        salt: [UInt8],
        parameters: HashParameters
    ) -> SecretBytes? {
        precondition(salt.count == Self.saltCount, "the vault gives salts of 16 bytes")
        var status: Int32 = -1
        let hash = SecretBytes(count: Self.hashCount) { hash in
            secret.withStart { start in
                start.withMemoryRebound(to: CChar.self, capacity: secret.count) { start in
                    status = crypto_pwhash_argon2id(
                        hash,
                        UInt64(Self.hashCount),
                        start,
                        UInt64(secret.count),
                        salt,
                        UInt64(parameters.passes),
                        parameters.memoryKiB * 1024,
                        crypto_pwhash_argon2id_ALG_ARGON2ID13
                    )
                }
            }
        }
        return status == 0 ? hash : nil
    }
}
