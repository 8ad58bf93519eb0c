public import Documents
public import Expressions

/// A compiled condition that knows where it stands in the flow file.
///
/// It reads the flow's fields by their slots. In the rule of a field one more slot, behind all fields,
/// holds the field's own value under the name `value`.
public struct Condition: Sendable {
    /// The expression.
    public var expression: CompiledExpression
    /// Where its text stands.
    public var range: SourceRange

    /// Makes a condition.
    public init(expression: CompiledExpression, range: SourceRange) {
        self.expression = expression
        self.range = range
    }
}
