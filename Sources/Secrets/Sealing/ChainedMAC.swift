/// The chain that shows when a row of the journal was altered, moved or taken out.
///
/// Each row's MAC covers the row before it. The last rows can still be cut off: who wants to see
/// that keeps the newest MAC elsewhere.
public struct ChainedMAC: Sendable, Concealed {
    private let key: SecretBytes

    /// Makes the chain of the journal.
    public init(keys: MasterKeys) {
        key = keys.subkey(for: .journal)
    }

    /// What stands before a session's first row: 32 bytes.
    public func origin(session: String) -> [UInt8] {
        var frame = Framing("origin")
        frame.append(session)
        return MessageAuthentication.sha256(key: key, parts: [frame.bytes])
    }

    /// The 32 bytes for a row, from those of the row before and the row's ciphertext.
    public func next(after previous: [UInt8], ciphertext: [UInt8]) -> [UInt8] {
        var frame = Framing("row")
        frame.append(previous)
        frame.append(ciphertext)
        return MessageAuthentication.sha256(key: key, parts: [frame.bytes])
    }

    /// Whether a row's stored MAC is right, in constant time.
    public func verifies(_ mac: [UInt8], after previous: [UInt8], ciphertext: [UInt8]) -> Bool {
        constantTimeEquals(next(after: previous, ciphertext: ciphertext), mac)
    }
}
