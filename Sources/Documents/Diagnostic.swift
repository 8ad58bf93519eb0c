/// A finding in a file that an author wrote: what is wrong, where, and how to mend it.
public struct Diagnostic: Sendable, Hashable {
    /// How much a finding matters.
    public enum Severity: String, Sendable, Hashable {
        case error, warning

        /// How much the findings of a code matter.
        ///
        /// A reader or a flow is failed by an error. Codes with `W` warn, and so do those of locale files
        /// that only translators stumble over, or that are a matter of taste.
        public init(of code: String) {
            self =
                code.hasPrefix("W") || Self.warnings.contains(code)
                    || ("L120"..."L149").contains(code)
                ? .warning : .error
        }

        /// The codes without `W` that warn.
        private static let warnings: Set<String> = [
            "L013", "L031", "L035", "L036", "L041", "L042", "L050", "L051", "L052", "L060", "L061",
            "L153", "L154",
        ]
    }

    /// Another place that belongs to the finding.
    public struct Related: Sendable, Hashable {
        /// The place.
        public let range: SourceRange
        /// What it has to do with the finding.
        public let label: String

        /// Makes a related place.
        public init(range: SourceRange, label: String) {
            self.range = range
            self.label = label
        }
    }

    /// The stable code, such as `E02`; `paifang explain` knows each.
    public let code: String
    /// How much it matters.
    public let severity: Severity
    /// Where it is.
    public let range: SourceRange
    /// One sentence, beginning in lower case, without a full stop.
    public let message: String
    /// What stands beside the caret; may be empty.
    public let label: String
    /// More facts, one a line.
    public let notes: [String]
    /// What to write instead, where that is known.
    public let help: String?
    /// Other places.
    public let related: [Related]
    /// The mend, where it is certain; `paifang check --fix` applies it.
    public let fix: Fix?

    /// Makes a finding; the severity follows from the code.
    public init(
        _ code: String,
        at range: SourceRange,
        _ message: String,
        label: String = "",
        notes: [String] = [],
        help: String? = nil,
        related: [Related] = [],
        fix: Fix? = nil
    ) {
        self.code = code
        self.severity = Severity(of: code)
        self.range = range
        self.message = message
        self.label = label
        self.notes = notes
        self.help = help
        self.related = related
        self.fix = fix
    }
}
