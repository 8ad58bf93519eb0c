/// What an author must mend in an expression.
public struct ExpressionProblem: Error, Sendable, Hashable {
    /// What sort of problem it is.
    public enum Kind: Sendable, Hashable, CaseIterable {
        case parse, unknownName, unknownFunction, type, cost

        /// The stable code, as `paifang explain` knows it.
        public var code: String {
            switch self {
            case .parse: "E10"
            case .unknownName, .unknownFunction: "E11"
            case .type: "E14"
            case .cost: "E15"
            }
        }
    }

    /// The sort.
    public let kind: Kind
    /// Where it is: byte offsets into the UTF-8 of the expression's source.
    public let range: Range<Int>
    /// One sentence in English for authors, beginning in lower case, without a full stop.
    public let message: String
    /// What was probably meant in place of what stands there, where that is known.
    public let suggestion: String?
    private let advice: String?

    /// What to do about it, a phrase for authors, where that is known.
    public var help: String? { advice ?? suggestion.map { "did you mean `\($0)`?" } }

    /// Makes a problem; `advice` says what to write where no word alone would mend it.
    public init(
        _ kind: Kind,
        at range: Range<Int>,
        _ message: String,
        suggestion: String? = nil,
        advice: String? = nil
    ) {
        self.kind = kind
        self.range = range
        self.message = message
        self.suggestion = suggestion
        self.advice = advice
    }

    /// The same problem with advice.
    func advising(_ advice: String?) -> ExpressionProblem {
        ExpressionProblem(kind, at: range, message, suggestion: suggestion, advice: advice)
    }

    /// The stable code, such as `E10`.
    public var code: String { kind.code }
}

/// All that an author must mend in one expression; at least one problem, in the order of their places.
public struct ExpressionProblems: Error, Sendable, Hashable {
    /// The problems.
    public let problems: [ExpressionProblem]

    init(_ problems: [ExpressionProblem]) {
        self.problems = problems.sorted { left, right in
            (left.range.lowerBound, left.range.upperBound)
                < (right.range.lowerBound, right.range.upperBound)
        }
    }
}
