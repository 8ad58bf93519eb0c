/// The name of a session.
///
/// It is only a name: whoever knows it can do nothing without the store and its keys.
public struct SessionID: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Lower-case hexadecimal digits.
    public let text: String

    /// Makes a name from its text.
    public init(_ text: String) { self.text = text }

    /// The digits.
    public var description: String { text }
}
