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

    /// Compares a secret with a stored one on the calling thread, as ``matches(_:_:context:)`` does: without a
    /// stored one it does the same work and finds nothing.
    ///
    /// - Throws: `VaultError` when there is no memory, or what was stored does not open.
    public func matchesNow(
        _ secret: SecretBytes,
        _ sealed: SealedSecret?,
        context: SealContext
    ) throws(VaultError) -> SecretMatch {
        guard let sealed else {
            _ = try sealNow(secret, context: context)
            return SecretMatch(isSame: false, needsRehash: false)
        }
        let record = try decrypt(sealed, context: context)
        guard
            let hash = slowHash.hash(secret, salt: record.salt, parameters: record.parameters)
        else { throw .outOfMemory }
        let isSame = hash.equals(record.hash)
        return SecretMatch(
            isSame: isSame,
            needsRehash: isSame && record.parameters != parameters
        )
    }
}
