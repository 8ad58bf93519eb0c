import Secrets

/// How a message is signed, so that its receiver knows who wrote it, when, and that nothing was changed.
///
/// `v1=` and the hexadecimal HMAC-SHA-256, under the common key, of the time as it stands in `Paifang-Timestamp`, a
/// full stop, and the body. A receiver compares in constant time, and refuses what is more than five minutes old.
enum WebhookSignature {
    static func value(of body: [UInt8], timestamp: String, key: SecretBytes) -> String {
        let mac = MessageAuthentication.sha256(
            key: key,
            parts: [Array("\(timestamp).".utf8), body]
        )
        return "v1=" + mac.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
