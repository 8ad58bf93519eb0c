/// An address with the name of whom it belongs to.
public struct Mailbox: Hashable, Sendable {
    /// The name; empty where there is none.
    public let displayName: String
    /// The address, for example `anna@example.cz`.
    public let address: String

    /// Checks and takes an address.
    ///
    /// An internationalised address stays in UTF-8 (RFC 6531) unless the caller gives its domain
    /// in the form of IDNA. Quoted local parts and domain literals are refused.
    ///
    /// - Throws: `LetterError` when the name has a control character, or the address is not one.
    public init(displayName: String = "", address: String) throws(LetterError) {
        try HeaderCheck.noControls(displayName, part: .displayName)
        try HeaderCheck.address(address, part: .address)
        self.displayName = displayName
        self.address = address
    }

    /// Whether only a server with the extension SMTPUTF8 can take the address.
    public var requiresSMTPUTF8: Bool {
        address.utf8.contains { $0 > 0x7F }
    }

    /// The pieces of the header, between which a line may be folded.
    var pieces: [String] {
        guard !displayName.isEmpty else { return [address] }
        return EncodedWords.phrase(displayName) + ["<\(address)>"]
    }
}
