import CSodium

/// Where random bytes come from: the system, or a script in a test.
public protocol RandomSource: Sendable {
    /// Exactly `count` bytes.
    func bytes(_ count: Int) -> [UInt8]
}

extension RandomSource {
    /// Random bytes that are wiped after use.
    func secret(_ count: Int) -> SecretBytes {
        var bytes = bytes(count)
        precondition(bytes.count == count, "a random source of ours gave another count of bytes")
        return SecretBytes(wiping: &bytes)
    }
}

/// The system's randomness, through libsodium.
public struct SystemRandom: RandomSource {
    /// Makes a source; all of them are the same.
    public init() {}

    /// Random bytes, none for a count that is not positive.
    public func bytes(_ count: Int) -> [UInt8] {
        Sodium.start()
        var bytes = [UInt8](repeating: 0, count: max(count, 0))
        randombytes_buf(&bytes, bytes.count)
        return bytes
    }
}
