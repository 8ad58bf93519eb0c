import CSodium

// Overview: everything that keeps a registrant's secrets: the key file and the keys derived from
// it, encryption of fields, hashed passwords and answers, tokens of links, short codes.
// Responsibilities: one way to do each, no secret in a text, an error or freed memory.
// Not here: counting tries, expiry, normalising what a person typed, storing anything but the key.

/// The keys of an installation, all derived from the 32 bytes of its key file.
///
/// A class, so that the bytes exist once.
public final class MasterKeys: Sendable, Concealed {
    /// How many bytes the master key has.
    package static let byteCount = Int(crypto_kdf_KEYBYTES)

    private let master: SecretBytes

    init(master: SecretBytes) {
        self.master = master
    }

    /// Makes keys that live in memory only, for tests and for walks that leave nothing behind.
    public init(random: some RandomSource) {
        master = random.secret(Self.byteCount)
    }

    /// What tells this key file from another: 32 bytes to keep in the database.
    ///
    /// With them, "this is not the key of that database" can be said before anything fails to open.
    public var identifier: [UInt8] {
        MessageAuthentication.sha256(
            key: subkey(for: .identifier),
            parts: [Framing("identifier").bytes]
        )
    }

    /// The 32 bytes for one purpose; nothing is learnt from them about the others.
    public func subkey(for purpose: KeyPurpose) -> SecretBytes {
        SecretBytes(count: 32) { subkey in
            master.withStart { master in
                _ = crypto_kdf_derive_from_key(
                    subkey,
                    32,
                    purpose.rawValue,
                    "paifang1",
                    master
                )
            }
        }
    }

    /// Encrypts a session's data key for the database.
    public func wrap(_ key: DataKey, session: String) -> [UInt8] {
        key.bytes.withBytes {
            SealedBox.seal($0, key: subkey(for: .wrap), frame: Self.frame(session))
        }
    }

    /// Decrypts a session's data key.
    ///
    /// - Throws: `CipherFailure` when it was altered, or is of another session or key file.
    public func unwrap(_ wrapped: [UInt8], session: String) throws(CipherFailure) -> DataKey {
        let bytes = try SealedBox.open(
            wrapped,
            key: subkey(for: .wrap),
            frame: Self.frame(session)
        )
        guard bytes.count == DataKey.byteCount else { throw .tooShort }
        return DataKey(bytes: bytes)
    }

    private static func frame(_ session: String) -> Framing {
        var frame = Framing("data key")
        frame.append(session)
        return frame
    }
}
