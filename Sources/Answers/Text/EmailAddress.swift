import Localization

/// A mail address: the part before the at sign as typed, the domain in lower-case ASCII.
struct EmailAddress {
    /// Why a text is not a mail address.
    enum Problem: String, Error {
        case spaces
        case noAt = "no_at"
        case noDomain = "no_domain"
        case domain
        case local
        case tooLong = "too_long"
    }

    /// The longest address that mail servers carry, in bytes (RFC 5321 4.5.3.1.3, without the brackets).
    static let maximumBytes = 254

    /// The part before the at sign.
    let local: String
    /// The domain as mail servers write it.
    let domain: String

    /// The whole address as it is stored.
    var text: String { "\(local)@\(domain)" }

    /// Reads an address; full-width signs and the ideographic full stop are understood.
    ///
    /// Throws: why it is none, by the first thing that is wrong with it.
    init(_ typed: String) throws(Problem) {
        let text = typed.narrowed
        guard !text.unicodeScalars.contains(where: \.isWhite) else { throw .spaces }
        guard let at = text.unicodeScalars.lastIndex(of: "@") else { throw .noAt }
        let local = String(text.unicodeScalars[..<at])
        let host = Self.plainDots(String(text.unicodeScalars[at...].dropFirst()))
        guard !host.isEmpty else { throw .noDomain }
        guard Self.isLocal(local) else { throw .local }
        guard host.utf8.count <= 255, let ascii = InternationalDomain.ascii(host)?.lowercased(),
            Self.isDomain(ascii)
        else { throw .domain }
        guard local.utf8.count + 1 + ascii.utf8.count <= Self.maximumBytes else { throw .tooLong }
        self.local = local
        domain = ascii
    }

    // A full stop at the end was meant for the sentence, or is the root that mail does not write.
    private static func plainDots(_ host: String) -> String {
        var scalars = host.unicodeScalars
        if !host.utf8.allSatisfy({ $0 < 0x80 }) {
            scalars = String.UnicodeScalarView(
                scalars.map { ["。", "｡", "．"].contains($0) ? "." : $0 }
            )
        }
        if scalars.last == ".", scalars.count > 1 { scalars.removeLast() }
        return String(scalars)
    }

    // Dot-atom of RFC 5322 3.2.3 with the other scripts of RFC 6531 3.3; quoted forms are not worth
    // the attacks they allow.
    private static func isLocal(_ local: String) -> Bool {
        guard !local.isEmpty, local.utf8.count <= 64 else { return false }
        let parts = local.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isASCII ? isAtom($0) : isForeign($0) }
        }
    }

    private static func isAtom(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isDigit || scalar.isLatinLetter
            || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
    }

    private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber:
            true
        default: false
        }
    }

    // Host names of RFC 5321 2.3.5; a single label or an address of numbers is no mail domain.
    private static func isDomain(_ domain: String) -> Bool {
        guard domain.utf8.count <= 253 else { return false }
        let labels = domain.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last, !top.allSatisfy(\.isDigit) else {
            return false
        }
        return labels.allSatisfy { label in
            label.count <= 63 && !label.isEmpty && label.first != "-" && label.last != "-"
                && label.allSatisfy { $0.isDigit || $0.isLatinLetter || $0 == "-" }
        }
    }
}
