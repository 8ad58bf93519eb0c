/// The key of one session's personal data.
///
/// It is stored wrapped by the master key only: dropping the wrapped key erases the data.
public struct DataKey: Sendable, Concealed {
    static let byteCount = 32

    let bytes: SecretBytes

    /// Makes a new key.
    public init(random: some RandomSource = SystemRandom()) {
        bytes = random.secret(Self.byteCount)
    }

    init(bytes: SecretBytes) {
        self.bytes = bytes
    }
}
