import CSodium

/// HMAC-SHA-256 (RFC 2104, FIPS 180-4) through libsodium.
package enum MessageAuthentication {
    /// The 32 bytes of the HMAC over the parts, one after another, then the secret part.
    ///
    /// Parts are not told apart: whoever gives several frames them first.
    package static func sha256(
        key: SecretBytes,
        parts: [[UInt8]],
        secret: UnsafeBufferPointer<UInt8>? = nil
    ) -> [UInt8] {
        var state = crypto_auth_hmacsha256_state()
        key.withStart { start in
            _ = crypto_auth_hmacsha256_init(&state, start, key.count)
        }
        for part in parts {
            _ = crypto_auth_hmacsha256_update(&state, part, UInt64(part.count))
        }
        if let secret {
            _ = crypto_auth_hmacsha256_update(&state, secret.baseAddress, UInt64(secret.count))
        }
        var output = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        _ = crypto_auth_hmacsha256_final(&state, &output)
        sodium_memzero(&state, MemoryLayout<crypto_auth_hmacsha256_state>.size)
        return output
    }
}
