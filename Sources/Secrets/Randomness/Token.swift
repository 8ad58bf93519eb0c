import CSodium

/// What a link in a letter, or a cookie, carries: 256 random bits as base64url without padding.
///
/// The store keeps its `hash` only.
public struct Token: Sendable, Concealed {
    /// How many characters the text has, all of them ASCII.
    public static let textLength = 43

    private static let byteCount = 32
    private let bytes: SecretBytes

    /// Makes a new token.
    public init(random: some RandomSource = SystemRandom()) {
        bytes = random.secret(Self.byteCount)
    }

    private init(bytes: SecretBytes) {
        self.bytes = bytes
    }

    /// The token that a text stands for, or nil where the text is not exactly what `reveal` gives.
    ///
    /// Padding, spaces, the other base64 alphabet, and a last character with stray bits are all
    /// refused, so that one token has one text.
    public static func parse(_ text: String) -> Token? {
        guard text.utf8.count == textLength else { return nil }
        let characters = text.utf8.map { CChar(bitPattern: $0) }
        var length = 0
        var status: Int32 = -1
        let bytes = SecretBytes(count: byteCount) { start in
            status = sodium_base642bin(
                start,
                byteCount,
                characters,
                characters.count,
                nil,
                &length,
                nil,
                sodium_base64_VARIANT_URLSAFE_NO_PADDING
            )
        }
        guard status == 0, length == byteCount else { return nil }
        let token = Token(bytes: bytes)
        // libsodium 1.0.18 reads some bytes above 0x7F as if they were in the alphabet.
        return token.reveal().utf8.elementsEqual(text.utf8) ? token : nil
    }

    /// What is stored in the token's place.
    public var hash: TokenHash {
        bytes.withBytes { TokenHash(hashing: $0) }
    }

    /// The text for the link.
    public func reveal() -> String {
        // One more for the NUL that libsodium writes.
        var characters = [CChar](repeating: 0, count: Self.textLength + 1)
        bytes.withStart { start in
            _ = sodium_bin2base64(
                &characters,
                characters.count,
                start,
                Self.byteCount,
                sodium_base64_VARIANT_URLSAFE_NO_PADDING
            )
        }
        let text = String(
            decoding: characters.prefix(Self.textLength).map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
        sodium_memzero(&characters, characters.count)
        return text
    }
}
