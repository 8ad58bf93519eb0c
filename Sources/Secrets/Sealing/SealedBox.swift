import CSodium

/// XChaCha20-Poly1305 (IETF) with a random nonce, which 24 bytes are long enough for.
///
/// Sealed: one byte for the format, the nonce, the ciphertext, the tag. The format byte and the
/// frame are authenticated, too.
enum SealedBox {
    private static let format: UInt8 = 1
    private static let nonceCount = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
    private static let tagCount = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
    private static let start = 1 + nonceCount

    static func seal(
        _ plain: UnsafeBufferPointer<UInt8>,
        key: SecretBytes,
        frame: Framing
    ) -> [UInt8] {
        // Always the system's: a scripted source that repeats a nonce would give the text away.
        let nonce = SystemRandom().bytes(nonceCount)
        let associated = [format] + frame.bytes
        var ciphertext = [UInt8](repeating: 0, count: plain.count + tagCount)
        key.withStart { key in
            _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
                &ciphertext,
                nil,
                plain.baseAddress,
                UInt64(plain.count),
                associated,
                UInt64(associated.count),
                nil,
                nonce,
                key
            )
        }
        return [format] + nonce + ciphertext
    }

    static func open(
        _ sealed: [UInt8],
        key: SecretBytes,
        frame: Framing
    ) throws(CipherFailure) -> SecretBytes {
        guard let first = sealed.first, sealed.count >= start + tagCount else { throw .tooShort }
        guard first == format else { throw .unknownFormat }
        let nonce = Array(sealed[1..<start])
        let ciphertext = Array(sealed[start...])
        let associated = [format] + frame.bytes
        var status: Int32 = -1
        let plain = SecretBytes(count: sealed.count - start - tagCount) { plain in
            key.withStart { key in
                status = crypto_aead_xchacha20poly1305_ietf_decrypt(
                    plain,
                    nil,
                    nil,
                    ciphertext,
                    UInt64(ciphertext.count),
                    associated,
                    UInt64(associated.count),
                    nonce,
                    key
                )
            }
        }
        guard status == 0 else { throw .refused }
        return plain
    }
}
