/// The limits that every expression keeps, so that checking and evaluating it take bounded time.
public enum ExpressionLimits {
    /// The longest expression, in code points.
    public static let codePoints = 1_000
    /// How deep parentheses, operators and calls may stand inside each other.
    public static let nesting = 32
    /// How deep `all`, `exists` and `exists_one` may stand inside each other.
    public static let macroNesting = 2
    /// The most steps an evaluation may take; a step is a few nanoseconds, and some hundred in a
    /// pattern that is made to be slow.
    public static let cost = 1_000_000
    /// The length that is assumed of a text whose longest length was not declared, in code points.
    public static let assumedTextLength = 1_000
    /// The length that is assumed of a list whose longest length was not declared.
    public static let assumedListLength = 100
}
