public import Documents

/// What a translator must know about a message.
public struct MessageDescription: Sendable, Hashable {
    /// What the message says, and where it stands.
    public let text: String
    /// An example for each argument.
    public let arguments: [String: String]
    /// The most terminal cells that the message may take; `nil` where there is room enough.
    public let width: Int?
    /// Words that stay as they are in every language.
    public let keep: [String]
    /// Where the description stands.
    public let place: SourceRange?

    /// Makes a description.
    public init(
        _ text: String,
        arguments: [String: String] = [:],
        width: Int? = nil,
        keep: [String] = [],
        at place: SourceRange? = nil
    ) {
        self.text = text
        self.arguments = arguments
        self.width = width
        self.keep = keep
        self.place = place
    }
}
