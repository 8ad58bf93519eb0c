extension SecretVault {
    /// Hashes and encrypts a secret on the calling thread, which waits a tenth of a second and more.
    ///
    /// For a program that serves one person, such as the walk in a terminal. A server uses the queue.
    ///
    /// - Throws: `VaultError` when there is no memory.
    public func sealNow(
        _ secret: SecretBytes,
        context: SealContext
    ) throws(VaultError) -> SealedSecret {
        let salt = SystemRandom().bytes(Argon2id.saltCount)
        guard let hash = slowHash.hash(secret, salt: salt, parameters: parameters) else {
            throw .outOfMemory
        }
        return encrypt(
            HashRecord(parameters: parameters, salt: salt, hash: hash),
            context: context
        )
    }
}
