/// Finds equal texts without storing them: an HMAC whose key is outside the database.
///
/// The caller normalises the text first: here, other bytes are another text.
public struct BlindIndex: Sendable, Concealed {
    private let key: SecretBytes

    /// Makes an index with the subkey of a purpose.
    public init(keys: MasterKeys, key purpose: KeyPurpose = .index) {
        key = keys.subkey(for: purpose)
    }

    /// The 32 bytes that stand for a text, for example an e-mail address.
    ///
    /// The purpose, for example `email`, keeps columns apart: the same text gives other bytes.
    public func index(of text: String, purpose: String) -> [UInt8] {
        var frame = Framing("index")
        frame.append(purpose)
        frame.append(text)
        return MessageAuthentication.sha256(key: key, parts: [frame.bytes])
    }
}
