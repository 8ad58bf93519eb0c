public import Documents
public import Expressions

/// A compiled condition that knows where it stands in the flow file.
///
/// It reads the flow's fields by their slots. In the rule of a field one more slot, behind all fields,
/// holds the field's own value under the name `value`.
public struct Condition: Sendable {
    private let content: Content

    /// The expression.
    public var expression: CompiledExpression { content.expression }
    /// Where its text stands.
    public var range: SourceRange { content.range }
    /// The slots it reads, ascending.
    var reads: [Int] { content.packed.slots }
    /// The slots that must be set before it can be evaluated, ascending.
    var needs: [Int] { content.needs }

    /// Makes a condition.
    public init(expression: CompiledExpression, range: SourceRange) {
        content = Content(expression: expression, range: range)
    }

    /// Evaluates it with the values of what it reads, in that order.
    func evaluate(
        _ values: [ExpressionValue?],
        in context: EvaluationContext
    ) throws(EvaluationFailure) -> Bool {
        try content.packed.evaluate(values, in: context)
    }

    /// A class, so that a condition is handed on by one reference.
    private final class Content: Sendable {
        let expression: CompiledExpression
        let range: SourceRange
        let packed: PackedCondition
        let needs: [Int]

        init(expression: CompiledExpression, range: SourceRange) {
            self.expression = expression
            self.range = range
            packed = PackedCondition(expression)
            needs = Set(expression.unguardedReads.map(\.slot)).sorted()
        }
    }
}
