/// A letter in two forms, text and HTML, as the bytes that SMTP or a file takes.
///
/// Bodies and names come from people and translators: nothing in them can add a header or end a
/// part. The letter prints as its Message-ID only, since it may hold a link or a code.
public struct MIMELetter: Hashable, Sendable {
    /// Whether a person or a program wrote the letter (RFC 3834 5).
    public enum AutoSubmitted: String, Hashable, Sendable {
        /// A program, of its own accord; no absence notice should answer it.
        case generated = "auto-generated"
        /// A program, as an answer to a letter.
        case replied = "auto-replied"
        /// A person.
        case no
    }

    /// The sender.
    public let from: Mailbox
    /// The one who gets it.
    public let to: Mailbox
    /// The subject, not encoded.
    public let subject: String
    /// The text for programs that show no HTML.
    public let plainText: String
    /// The HTML.
    public let html: String
    /// The language tag, for example `zh-Hans`.
    public let language: String
    /// The Message-ID, without angle brackets: the same in each try to deliver the letter.
    public let messageID: String
    /// Whether a program wrote it.
    public let autoSubmitted: AutoSubmitted
    private let date: String

    /// Checks and takes the parts; the date is in milliseconds since 1970, UTC.
    ///
    /// - Throws: `LetterError` when the subject has a control character or is empty, the
    ///   Message-ID or language is malformed, or the date is before 1970 or after 9999.
    public init(
        from: Mailbox,
        to: Mailbox,
        subject: String,
        plainText: String,
        html: String,
        language: String,
        messageID: String,
        date: Int64,
        autoSubmitted: AutoSubmitted = .generated
    ) throws(LetterError) {
        guard !subject.isEmpty else { throw .empty(.subject) }
        try HeaderCheck.noControls(subject, part: .subject)
        try HeaderCheck.language(language)
        try HeaderCheck.messageID(messageID)
        self.from = from
        self.to = to
        self.subject = subject
        self.plainText = plainText
        self.html = html
        self.language = language
        self.messageID = messageID
        self.date = try MailDate(milliseconds: date).text
        self.autoSubmitted = autoSubmitted
    }

    /// Whether only a server with the extension SMTPUTF8 can take the letter.
    public var requiresSMTPUTF8: Bool {
        from.requiresSMTPUTF8 || to.requiresSMTPUTF8
    }

    /// The letter, with CRLF at the end of each line; the same letter gives the same bytes.
    public func encoded() -> [UInt8] {
        var head = HeaderBlock()
        head.add("Date", date)
        head.add("From", from.pieces)
        head.add("To", to.pieces)
        head.add("Message-ID", "<\(messageID)>")
        head.add("Subject", EncodedWords.unstructured(subject))
        head.add("MIME-Version", "1.0")
        head.add("Content-Language", language)
        head.add("Auto-Submitted", autoSubmitted.rawValue)
        head.add("Content-Type", "multipart/alternative;", "boundary=\"\(boundary)\"")
        return head.bytes + part("text/plain", plainText) + part("text/html", html)
            + Array("\r\n--\(boundary)--\r\n".utf8)
    }

    private func part(_ type: String, _ text: String) -> [UInt8] {
        let body = BodyText(text)
        var head = HeaderBlock()
        head.add("Content-Type", "\(type);", "charset=utf-8")
        head.add("Content-Transfer-Encoding", body.encoding)
        return Array("\r\n--\(boundary)\r\n".utf8) + head.bytes + Array("\r\n".utf8) + body.bytes
    }

    // Neither encoding of the bodies can make `=_` (RFC 2045 6.7), so no text can end a part.
    private var boundary: String {
        // FNV-1a: only to differ from letter to letter, when one is put into another.
        let hash = messageID.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
        return "=_" + String(hash, radix: 16)
    }
}

extension MIMELetter: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The Message-ID.
    public var description: String { "letter <\(messageID)>" }

    /// The Message-ID.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
