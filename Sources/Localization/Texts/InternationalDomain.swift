import CICUBridge

/// Converts domain names between what people write and what the network takes (UTS 46, nontransitional).
public enum InternationalDomain {
    /// The name in ASCII, lower-cased, such as `xn--e1afmkfd.xn--p1ai`; `nil` where it is no domain name.
    public static func ascii(_ domain: String) -> String? {
        guard domain.utf8.count <= 1024 else { return nil }
        let result = BridgedText.string(room: 512) {
            pf_domain_to_ascii(domain, domain.bridgedLength, $0, $1)
        }
        return result.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The name as its readers write it, such as `пример.рф`; `nil` where it is no domain name.
    public static func unicode(_ domain: String) -> String? {
        guard domain.utf8.count <= 1024 else { return nil }
        let result = BridgedText.string(room: 512) {
            pf_domain_to_unicode(domain, domain.bridgedLength, $0, $1)
        }
        return result.flatMap { $0.isEmpty ? nil : $0 }
    }
}
