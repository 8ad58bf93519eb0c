public import Flows

/// A sealed secret.
public struct SecretRow: Sendable, Hashable {
    /// Its name.
    public var reference: SecretReference
    /// The session it was given in.
    public var session: SessionID
    /// The sealed bytes.
    public var sealed: [UInt8]

    /// Makes a row.
    public init(reference: SecretReference, session: SessionID, sealed: [UInt8]) {
        self.reference = reference
        self.session = session
        self.sealed = sealed
    }
}
