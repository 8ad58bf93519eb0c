/// Passwords and answers: hashed with argon2id, then encrypted with a key outside the database.
///
/// A million payment passwords of six digits are soon tried; the stolen table alone must not be
/// enough. The key can be changed without the person, by `reseal`. Bytes are compared as they
/// are: whoever wants composed and decomposed letters to be the same normalises before.
public struct SecretVault: Sendable, Concealed {
    private let key: SecretBytes
    let parameters: HashParameters
    private let queue: HashQueue
    let slowHash: any SlowHash

    /// Makes a vault; all vaults of a process share one queue.
    public init(
        keys: MasterKeys,
        parameters: HashParameters = .standard,
        queue: HashQueue = HashQueue()
    ) {
        self.init(keys: keys, parameters: parameters, queue: queue, slowHash: Argon2id())
    }

    package init(
        keys: MasterKeys,
        parameters: HashParameters,
        queue: HashQueue,
        slowHash: any SlowHash
    ) {
        key = keys.subkey(for: .vault)
        self.parameters = parameters
        self.queue = queue
        self.slowHash = slowHash
    }

    /// Hashes and encrypts a secret for one place; different each time.
    ///
    /// - Throws: `VaultError` when too many wait, or there is no memory.
    public func seal(
        _ secret: SecretBytes,
        context: SealContext
    ) async throws(VaultError) -> SealedSecret {
        let salt = SystemRandom().bytes(Argon2id.saltCount)
        let hash = try await hash(secret, salt: salt, parameters: parameters)
        return encrypt(
            HashRecord(parameters: parameters, salt: salt, hash: hash),
            context: context
        )
    }

    /// Compares a secret with a stored one, in constant time.
    ///
    /// Without a stored one it does the same work and finds nothing, so that an unknown account
    /// looks like a known one.
    ///
    /// - Throws: `VaultError` when too many wait, there is no memory, or what was stored does not
    ///   open.
    public func matches(
        _ secret: SecretBytes,
        _ sealed: SealedSecret?,
        context: SealContext
    ) async throws(VaultError) -> SecretMatch {
        guard let sealed else {
            _ = try await seal(secret, context: context)
            return SecretMatch(isSame: false, needsRehash: false)
        }
        let record = try decrypt(sealed, context: context)
        let hash = try await hash(secret, salt: record.salt, parameters: record.parameters)
        let isSame = hash.equals(record.hash)
        return SecretMatch(
            isSame: isSame,
            needsRehash: isSame && record.parameters != parameters
        )
    }

    /// Encrypts a stored secret again, for another vault or another place; nothing is hashed.
    ///
    /// - Throws: `CipherFailure` when what was stored does not open here.
    public func reseal(
        _ sealed: SealedSecret,
        context: SealContext,
        for other: SecretVault,
        context otherContext: SealContext
    ) throws(CipherFailure) -> SealedSecret {
        let record = try SealedBox.open(sealed.bytes, key: key, frame: context.frame("vault"))
        let bytes = record.withBytes {
            SealedBox.seal($0, key: other.key, frame: otherContext.frame("vault"))
        }
        return SealedSecret(bytes: bytes)
    }

    /// Whether two secrets that were just typed are the same, in constant time.
    public func equals(_ first: SecretBytes, _ second: SecretBytes) -> Bool {
        first.equals(second)
    }

    private func hash(
        _ secret: SecretBytes,
        salt: [UInt8],
        parameters: HashParameters
    ) async throws(VaultError) -> SecretBytes {
        let slowHash = slowHash
        let result = try await queue.run {
            slowHash.hash(secret, salt: salt, parameters: parameters)
        }
        guard let result else { throw .outOfMemory }
        return result
    }

    func encrypt(_ record: HashRecord, context: SealContext) -> SealedSecret {
        let bytes = record.bytes.withBytes {
            SealedBox.seal($0, key: key, frame: context.frame("vault"))
        }
        return SealedSecret(bytes: bytes)
    }

    func decrypt(
        _ sealed: SealedSecret,
        context: SealContext
    ) throws(VaultError) -> HashRecord {
        do throws(CipherFailure) {
            return try HashRecord(
                SealedBox.open(sealed.bytes, key: key, frame: context.frame("vault"))
            )
        } catch {
            throw .sealed(error)
        }
    }
}
