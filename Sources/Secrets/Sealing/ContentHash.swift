import CSodium

/// Names contents by what they are.
public enum ContentHash {
    /// The SHA-256 of some bytes, in 64 hexadecimal digits.
    public static func hexadecimal(of bytes: [UInt8]) -> String {
        Sodium.start()
        var output = [UInt8](repeating: 0, count: 32)
        _ = crypto_hash_sha256(&output, bytes, UInt64(bytes.count))
        let digits = Array("0123456789abcdef")
        return String(output.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
