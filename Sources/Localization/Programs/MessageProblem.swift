/// Why a message pattern is refused.
public struct MessageProblem: Error, Sendable, Hashable {
    /// Values with which a reader would see the fault.
    public struct Sample: Sendable, Hashable {
        /// The values by argument; others have the examples of their descriptions.
        public let arguments: [String: MessageArgument]
        /// What else is to be said about what is shown.
        public let remark: String?

        /// Makes a sample.
        public init(_ arguments: [String: MessageArgument], remark: String? = nil) {
            self.arguments = arguments
            self.remark = remark
        }
    }

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
    /// What stands beside the caret; may be empty.
    public let label: String
    /// Values with which the fault shows; without them the branches around the range are taken.
    public let sample: Sample?

    /// Makes a problem.
    public init(
        _ code: String,
        at range: Range<Int>,
        _ message: String,
        help: String? = nil,
        replacement: String? = nil,
        label: String = "",
        sample: Sample? = nil
    ) {
        self.code = code
        self.range = range
        self.message = message
        self.help = help
        self.replacement = replacement
        self.label = label
        self.sample = sample
    }
}
