/// Why a message pattern is refused.
public struct MessageProblem: Error, Sendable, Hashable {
    /// The code of the finding, such as `L001`.
    public let code: String
    /// Where in the pattern, in bytes of UTF-8.
    public let range: Range<Int>
    /// One sentence, beginning in lower case, without a full stop.
    public let message: String
    /// What to write instead, where that is known.
    public let help: String?
    /// What to put in the place of the range, in the message's syntax, where the mend is certain.
    public let replacement: String?

    /// Makes a problem.
    public init(
        _ code: String,
        at range: Range<Int>,
        _ message: String,
        help: String? = nil,
        replacement: String? = nil
    ) {
        self.code = code
        self.range = range
        self.message = message
        self.help = help
        self.replacement = replacement
    }
}
