/// What a condition asks, without how it is computed.
///
/// Comparisons with constants keep their values, so that a check of a whole flow can tell which conditions
/// cover each other. Everything else is a question that is answered by yes or no, known by its text: the
/// same question has the same answer wherever it is asked at the same moment.
package indirect enum ConditionOutline: Sendable {
    /// Always the same.
    case constant(Bool)
    /// It can never be evaluated.
    case failing
    case not(ConditionOutline)
    case every([ConditionOutline])
    case some([ConditionOutline])
    /// Whether a name has a value.
    case isSet(name: String)
    /// A term beside a constant.
    case compare(Term, Comparison, Operand)
    /// Anything else, by its text in one form.
    case question(String)

    /// How a term stands to a constant; all other comparisons are made of these.
    package enum Comparison: String, Sendable {
        case equal, less, lessOrEqual
    }

    /// What is compared.
    package struct Term: Sendable {
        /// What is known about the values it may have.
        package enum Source: Sendable {
            /// The value of a name.
            case name(String)
            /// The size of the value of a name.
            case size(of: String)
            case other
        }

        /// The same for the same term.
        package let key: String
        /// What is known about the values it may have.
        package let source: Source
    }

    /// The constant it is compared with.
    package struct Operand: Sendable {
        /// Its value.
        package let value: ExpressionValue
        /// Where it stands: byte offsets into the UTF-8 of the condition's source.
        package let range: Range<Int>
    }

    /// The comparisons in it, in the order of the text.
    package var comparisons: [(term: Term, comparison: Comparison, operand: Operand)] {
        switch self {
        case .constant, .failing, .isSet, .question: []
        case .not(let inner): inner.comparisons
        case .every(let parts), .some(let parts): parts.flatMap(\.comparisons)
        case .compare(let term, let comparison, let operand): [(term, comparison, operand)]
        }
    }

    /// The names it asks `has` about, and the questions; each may stand there several times.
    package var questions: [(name: String?, key: String)] {
        switch self {
        case .constant, .failing, .compare: []
        case .not(let inner): inner.questions
        case .every(let parts), .some(let parts): parts.flatMap(\.questions)
        case .isSet(let name): [(name, name)]
        case .question(let key): [(nil, key)]
        }
    }
}
