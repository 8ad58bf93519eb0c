import Secrets

/// Overview: signed messages to programs of other people over HTTP: a host that provides effects, a gateway for
/// short messages.
///
/// Responsibilities: the signature, one POST with an end in time and size, trying again, reading what comes back.
/// What is not here: what is asked (`Flows`), when (`Sessions`), and who listens.

/// Where a webhook is, and the key with which it is signed.
///
/// Both come from the configuration of a service, never from a flow file. Neither is ever printed.
public struct WebhookAddress: Sendable {
    /// Why an address can't be used.
    public enum Problem: Error, Sendable, Hashable {
        /// It is no address of the web.
        case malformed
        /// It is not encrypted, and leads to another machine.
        case notEncrypted
        /// There is no key, or it is shorter than 16 bytes: a short one can be guessed.
        case weakKey
    }

    let url: String
    /// Whether it leads to this machine: what goes there is nobody else's to read, and no proxy's.
    let isLocal: Bool
    let key: SecretBytes

    /// Makes an address.
    ///
    /// - Parameters:
    ///   - url: With `https`; `http` only on this machine.
    ///   - key: What both sides know, at least 16 bytes of UTF-8.
    /// - Throws: `Problem`, where one of the two can't be used.
    public init(url: String, key: String) throws(Problem) {
        guard url.utf8.count <= 2_000, url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let end = url.firstIndex(of: ":"), url[end...].hasPrefix("://")
        else { throw .malformed }
        let scheme = url[..<end].lowercased()
        let authority = url[end...].dropFirst(3).prefix { !"/?#".contains($0) }
        guard ["http", "https"].contains(scheme), !authority.isEmpty else { throw .malformed }
        isLocal = Self.isLoopback(authority)
        guard scheme == "https" || isLocal else { throw .notEncrypted }
        guard key.utf8.count >= 16 else { throw .weakKey }
        self.url = url
        self.key = SecretBytes(utf8: key)
    }

    /// Whether the host of an authority is this machine by its name or number, and nothing else could be meant.
    private static func isLoopback(_ authority: Substring) -> Bool {
        ["localhost", "127.0.0.1", "[::1]"].contains { host in
            guard authority.lowercased().hasPrefix(host) else { return false }
            let rest = authority.dropFirst(host.count)
            return rest.isEmpty
                || rest.first == ":"
                    && rest.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
    }
}
