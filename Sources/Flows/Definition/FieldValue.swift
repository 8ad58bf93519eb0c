public import Expressions

/// The value of a field: what a person's answer has become.
///
/// A value may be personal, so it has no printable description and no reflection.
public enum FieldValue: Hashable, Sendable {
    /// A text, name, mail address, phone, country, postal code, document number or choice.
    case text(String)
    /// Yes or no.
    case bool(Bool)
    /// A whole number.
    case integer(Int64)
    /// An amount.
    indirect case money(Money)
    /// A calendar date: milliseconds since 1970 of its midnight in UTC.
    case date(milliseconds: Int64)
    /// Records; each has one entry per field of the list, in their order, `nil` where not yet answered.
    case list([[FieldValue?]])
    /// An accepted document.
    indirect case consent(Consent)
    /// A secret that the vault keeps under this reference.
    case sealed(SecretReference)
    /// A verdict: the proof was right.
    case passed
    /// Files that were taken, in the order in which they came.
    case files([FileReference])
}

extension FieldValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the value.
    public var description: String { "***" }
    /// Never the value.
    public var debugDescription: String { "***" }
    /// Shows nothing of the value.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Which version of a document was accepted, when and in which language.
public struct Consent: Hashable, Sendable, Codable {
    /// The document's name.
    public let document: String
    /// The version that was shown.
    public let version: Int
    /// When, in milliseconds since 1970.
    public let at: Int64
    /// The language it was shown in, a BCP 47 tag.
    public let locale: String

    /// Makes a consent.
    public init(document: String, version: Int, at: Int64, locale: String) {
        self.document = document
        self.version = version
        self.at = at
        self.locale = locale
    }
}

/// The name under which the vault keeps a secret; says nothing about the secret itself.
public struct SecretReference: Hashable, Sendable, Codable {
    /// An opaque text.
    public let text: String

    /// Makes a reference.
    public init(_ text: String) { self.text = text }
}
