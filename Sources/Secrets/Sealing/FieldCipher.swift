/// Encrypts fields with a session's data key.
public struct FieldCipher: Sendable, Concealed {
    private let key: DataKey

    /// Makes a cipher with a session's key.
    public init(key: DataKey) {
        self.key = key
    }

    /// Encrypts bytes for one place; 41 bytes longer than they are, and different each time.
    public func seal(_ bytes: [UInt8], context: SealContext) -> [UInt8] {
        bytes.withUnsafeBufferPointer {
            SealedBox.seal($0, key: key.bytes, frame: context.frame("field"))
        }
    }

    /// Encrypts secret bytes for one place.
    public func seal(_ secret: SecretBytes, context: SealContext) -> [UInt8] {
        secret.withBytes { SealedBox.seal($0, key: key.bytes, frame: context.frame("field")) }
    }

    /// Decrypts what was sealed for this place with this key.
    ///
    /// - Throws: `CipherFailure` when it was altered, or is of another place or key.
    public func open(
        _ sealed: [UInt8],
        context: SealContext
    ) throws(CipherFailure) -> [UInt8] {
        try openSecret(sealed, context: context).withBytes { Array($0) }
    }

    /// Decrypts into memory that is wiped after use.
    ///
    /// - Throws: `CipherFailure` when it was altered, or is of another place or key.
    public func openSecret(
        _ sealed: [UInt8],
        context: SealContext
    ) throws(CipherFailure) -> SecretBytes {
        try SealedBox.open(sealed, key: key.bytes, frame: context.frame("field"))
    }
}
