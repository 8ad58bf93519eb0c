import Secrets
import TestTexts
import Testing

@testable import Webhooks

@Suite("WebhookAddress and WebhookSignature")
struct WebhookAddressTests {
    private let key = HostProcess.key

    @Test(arguments: [
        "https://host.example/paifang", "https://host.example:8443", "http://localhost:8080/a?b=c",
        "http://127.0.0.1:1", "http://[::1]:8080/", "HTTPS://host.example/",
    ])
    func `an encrypted address will do, and one of this machine`(url: String) throws {
        _ = try WebhookAddress(url: url, key: key)
    }

    @Test(arguments: [
        "http://host.example/", "http://127.0.0.1.evil.example/", "http://localhost.evil.example",
        "http://localhost:80@evil.example/", "http://127.0.0.1@evil.example",
    ])
    func `what goes to another machine is encrypted`(url: String) {
        #expect(throws: WebhookAddress.Problem.notEncrypted) {
            try WebhookAddress(url: url, key: key)
        }
    }

    @Test(arguments: [
        "", "host.example", "ftp://host.example", "file:///etc/passwd", "https://", "https:///a",
        "https://host.example/a b", "https://host.example/\u{0}", "https://хост.example/",
        "https://" + String(repeating: "a", count: 2_000),
    ])
    func `what is no address of the web is refused`(url: String) {
        #expect(throws: WebhookAddress.Problem.malformed) { try WebhookAddress(url: url, key: key) }
    }

    @Test(arguments: ["", "0123456789abcde"])
    func `a key that can be guessed is refused`(key: String) {
        #expect(throws: WebhookAddress.Problem.weakKey) {
            try WebhookAddress(url: "https://host.example", key: key)
        }
    }

    // RFC 4231 has no case of this form: the value is that of `printf '1.{}' | openssl dgst -sha256 -hmac key…`.
    @Test func `the signature is the HMAC of the time, a full stop and the body`() {
        let value = WebhookSignature.value(
            of: Array("{}".utf8),
            timestamp: "1",
            key: SecretBytes(utf8: "0123456789abcdef")
        )
        #expect(value == "v1=2af693cb56b22c16912222aeefdc75a01de562bf70ee2015f41ecea48382997f")
    }
}
