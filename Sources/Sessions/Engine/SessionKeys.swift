import Flows
public import Secrets

/// The keys of a service, and what they are used for: the only place where sessions meet cryptography.
public struct SessionKeys: Sendable {
    let master: MasterKeys
    let vault: SecretVault
    private let addresses: BlindIndex
    private let limits: BlindIndex
    let chain: ChainedMAC

    /// Makes the keys of a service.
    ///
    /// - Parameters:
    ///   - master: The key file's keys.
    ///   - hashing: How much work a password's hash is.
    public init(master: MasterKeys, hashing: HashParameters = .standard) {
        self.master = master
        vault = SecretVault(keys: master, parameters: hashing)
        addresses = BlindIndex(keys: master)
        limits = BlindIndex(keys: master, key: .limits)
        chain = ChainedMAC(keys: master)
    }

    /// What an account is found by: the HMAC of its address, without regard to case.
    public func index(ofAddress address: String) -> [UInt8] {
        addresses.index(of: address.lowercased(), purpose: "account.email")
    }

    /// What an account is found by that was opened by a phone: the HMAC of its number in E.164.
    func index(ofPhone number: String) -> [UInt8] {
        addresses.index(of: number, purpose: "account.phone")
    }

    /// What the questions of an address are chosen by that nobody has.
    func questionSeed(ofAddress address: String) -> [UInt8] {
        addresses.index(of: address.lowercased(), purpose: "account.questions")
    }

    /// What a card of an account is known again by, without its number.
    func index(ofCard digits: String, account: String) -> [UInt8] {
        addresses.index(of: digits, purpose: "account.card.\(account)")
    }

    /// What sends are counted by.
    func scope(_ parts: [String]) -> [UInt8] {
        // Lengths keep two lists of parts with the same letters apart.
        let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
        return limits.index(of: text, purpose: "send")
    }

    /// What the journal keeps of a state, to tell later whether the same came of the same.
    func hash(ofState bytes: [UInt8]) -> [UInt8] { chain.next(after: [], ciphertext: bytes) }

    /// Where a sealed secret belongs.
    static func place(of reference: String) -> SealContext {
        SealContext(table: "secrets", column: "sealed", session: reference, version: 1)
    }

    /// Seals a secret for the reference under which it will be kept.
    func seal(_ secret: String, reference: String) throws(SessionFailure) -> [UInt8] {
        do {
            let bytes = SecretBytes(utf8: secret)
            return try vault.sealNow(bytes, context: Self.place(of: reference)).bytes
        } catch {
            throw .vault
        }
    }
}

extension SessionKeys {
    /// Whether a secret is the sealed one, in constant time; where there is none it takes as long.
    func matches(_ secret: String, _ sealed: SecretRow?) throws(SessionFailure) -> Bool {
        do {
            return try vault.matchesNow(
                SecretBytes(utf8: secret),
                sealed.map { SealedSecret(bytes: $0.sealed) },
                context: Self.place(of: sealed?.reference.text ?? "none")
            ).isSame
        } catch {
            throw .vault
        }
    }
}

/// Encrypts what belongs to one session or account.
struct OwnerCipher: Sendable {
    let owner: String
    private let cipher: FieldCipher
    let wrappedKey: [UInt8]

    /// Makes a new key for an owner.
    init(newFor owner: String, keys: SessionKeys) {
        let key = DataKey()
        self.owner = owner
        cipher = FieldCipher(key: key)
        wrappedKey = keys.master.wrap(key, session: owner)
    }

    /// Unwraps the key of an owner.
    init(owner: String, wrappedKey: [UInt8], keys: SessionKeys) throws(SessionFailure) {
        do {
            cipher = FieldCipher(key: try keys.master.unwrap(wrappedKey, session: owner))
        } catch {
            throw .damaged
        }
        self.owner = owner
        self.wrappedKey = wrappedKey
    }

    func seal(_ bytes: [UInt8], table: String, column: String, version: Int) -> [UInt8] {
        cipher.seal(
            bytes,
            context: SealContext(table: table, column: column, session: owner, version: version)
        )
    }

    func open(
        _ bytes: [UInt8],
        table: String,
        column: String,
        version: Int
    ) throws(SessionFailure) -> [UInt8] {
        do {
            return try cipher.open(
                bytes,
                context: SealContext(table: table, column: column, session: owner, version: version)
            )
        } catch {
            throw .damaged
        }
    }
}
