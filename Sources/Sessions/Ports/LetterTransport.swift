public import Flows

/// A letter in one person's language, ready to be put into an envelope.
public struct Letter: Sendable, Hashable, Codable {
    /// Its name, the same however often it is delivered.
    public var id: String
    /// How it travels; a short message has no subject.
    public var channel: SendDefinition.Channel
    /// The address or number it goes to.
    public var recipient: String
    /// The sender's name, in the language of the letter.
    public var senderName: String
    /// The subject.
    public var subject: String
    /// The paragraphs, in order.
    public var paragraphs: [Paragraph]
    /// The language, a BCP 47 tag.
    public var language: String
    /// When it was written, in milliseconds since 1970.
    public var writtenAt: Int64

    /// Whether it goes to a phone, not to a mailbox.
    public var isShortMessage: Bool { channel == .sms }

    /// A part of a letter.
    public enum Paragraph: Sendable, Hashable, Codable {
        /// Words, with line breaks kept.
        case text(String)
        /// An address to open.
        case link(String)
        /// Something to copy as it is, such as a command.
        case code(String)
    }

    /// Makes a letter.
    public init(
        id: String,
        channel: SendDefinition.Channel = .mail,
        recipient: String,
        senderName: String,
        subject: String,
        paragraphs: [Paragraph],
        language: String,
        writtenAt: Int64
    ) {
        self.id = id
        self.channel = channel
        self.recipient = recipient
        self.senderName = senderName
        self.subject = subject
        self.paragraphs = paragraphs
        self.language = language
        self.writtenAt = writtenAt
    }
}

extension Letter: CustomStringConvertible, CustomReflectable {
    /// No part of the letter.
    public var description: String { "Letter(***)" }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Takes letters to where they are read.
public protocol LetterTransport: Sendable {
    /// Delivers a letter; the same letter may come more than once, with the same id.
    func deliver(_ letter: Letter) throws(DeliveryFailure)
    /// Where a delivered letter can be found by who runs the program, or `nil` where that says nothing.
    func place(of letter: Letter) -> String?
}

/// Why a letter was not delivered.
public struct DeliveryFailure: Error, Sendable, Hashable {
    /// The reason, without the letter and the address.
    public let reason: String
    /// Whether trying again makes sense.
    public let isTemporary: Bool

    /// Makes a failure.
    public init(reason: String, isTemporary: Bool) {
        self.reason = reason
        self.isTemporary = isTemporary
    }
}
