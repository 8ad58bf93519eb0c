/// What a key derived from the master key is for; the numbers are part of the stored format.
public enum KeyPurpose: UInt64, CaseIterable, Sendable {
    /// Wraps the sessions' data keys.
    case wrap = 1
    /// Blind indexes of personal data.
    case index = 2
    /// The journal's chain.
    case journal = 3
    /// Encrypts hashed passwords and answers.
    case vault = 4
    /// Stands for addresses and numbers where tries are counted.
    case limits = 5
    /// Binds tokens, for example one against forged forms to its session.
    case token = 6
    /// Short codes at rest.
    case code = 7
    /// Tells master keys apart without showing them.
    case identifier = 8
}
