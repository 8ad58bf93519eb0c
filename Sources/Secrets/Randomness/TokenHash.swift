import CSodium

/// The SHA-256 of a token's bytes: what the store keeps and looks up.
public struct TokenHash: Hashable, Sendable {
    /// How many bytes there are.
    public static let byteCount = 32

    /// The hash.
    public let bytes: [UInt8]

    /// Takes a stored hash; nil where it does not have 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    init(hashing input: UnsafeBufferPointer<UInt8>) {
        Sodium.start()
        var output = [UInt8](repeating: 0, count: Self.byteCount)
        _ = crypto_hash_sha256(&output, input.baseAddress, UInt64(input.count))
        bytes = output
    }
}

extension TokenHash: Codable {
    /// Reads an array of 32 bytes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = TokenHash(bytes: try container.decode([UInt8].self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a token hash has 32 bytes"
            )
        }
        self = hash
    }

    /// Writes an array of 32 bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(bytes)
    }
}
