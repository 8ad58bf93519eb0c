/// An expression that was read, checked and compiled, ready to be evaluated any number of times.
///
/// Overview: a subset of CEL, the Common Expression Language. `compile` finds every problem that can be
/// found before values are known; `evaluate` then takes bounded time and never traps.
///
/// Responsibilities: syntax, types, what is read, the bound on cost, evaluation.
///
/// What is not here: files (a problem's range counts from the expression's own beginning), and what
/// values names have where.
public struct CompiledExpression: Sendable {
    /// The text it was compiled from.
    public let source: String
    /// The type of its value.
    public let type: ExpressionType
    /// The slots whose values it depends on, those it only asks `has` about included.
    public let reads: Set<Int>
    /// Reads of slots that no `has` guards, in the order of their places.
    ///
    /// A read is guarded behind `has(name) &&` or `!has(name) ||`, and in the branch of `?` that
    /// `has(name)` leads to. Evaluating an unguarded read of a slot without a value fails. `range` is
    /// byte offsets into the UTF-8 of the source.
    public let unguardedReads: [(slot: Int, range: Range<Int>)]
    /// The slots that surely have a value where it is true.
    public let setWhenTrue: Set<Int>
    /// The slots that surely have a value where it is false.
    public let setWhenFalse: Set<Int>
    /// The most steps that an evaluation takes, if no value is longer than the scope says.
    public let worstCaseCost: Int
    let program: Program

    private init(_ source: String, _ root: Checker.Checked, _ checker: Checker) {
        self.source = source
        type = root.type
        reads = checker.reads
        unguardedReads = checker.unguardedReads.sorted {
            $0.range.lowerBound < $1.range.lowerBound
        }
        setWhenTrue = root.setIfTrue
        setWhenFalse = root.setIfFalse
        worstCaseCost = root.cost
        program = Program(checker.draft, root: root.node)
    }

    /// Compiles an expression.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - scope: The names it may use.
    ///   - expected: The type it must have; any where `nil`.
    /// - Returns: The expression, free of problems.
    /// - Throws: All its problems, at least one; after a syntax error, that one alone.
    public static func compile(
        _ source: String,
        scope: ExpressionScope,
        expecting expected: ExpressionType? = nil
    ) throws(ExpressionProblems) -> CompiledExpression {
        let syntax: SyntaxNode
        do throws(ExpressionProblem) {
            syntax = try Parser.parse(source)
        } catch {
            throw ExpressionProblems([error])
        }
        var checker = Checker(scope: scope, source: source)
        let root = checker.check(syntax)
        if let expected, !root.type.fits(expected) {
            checker.report(
                .type,
                at: syntax.range,
                expected == .bool
                    ? "a condition is a bool, found \(root.type)"
                    : "expected an expression of type \(expected), found \(root.type)",
                advice: expected == .bool ? checker.conditionAdvice(syntax, root.type) : nil
            )
        }
        if root.cost > ExpressionLimits.cost, checker.problems.isEmpty {
            checker.report(
                .cost,
                at: syntax.range,
                "evaluating this may take more than \(ExpressionLimits.cost) steps; "
                    + "declare shorter texts and lists, or loop less"
            )
        }
        guard checker.problems.isEmpty else { throw ExpressionProblems(checker.problems) }
        return CompiledExpression(source, root, checker)
    }

    /// The values that are written in the expression, or that its named constants have.
    ///
    /// They are where its truth changes, so that samples are looked for beside them.
    public var constants: [ExpressionValue] { program.constants }

    /// Evaluates the expression.
    ///
    /// - Parameters:
    ///   - slots: The values of the scope's names, in its order; `nil` for those that are not set.
    ///   - context: The time, the place and the language.
    /// - Returns: The value.
    /// - Throws: Why there is none. That is never to be taken for `false`.
    public func evaluate(
        _ slots: [ExpressionValue?],
        in context: EvaluationContext
    ) throws(EvaluationFailure) -> ExpressionValue {
        var state = EvaluationState(program)
        return try Evaluator(program, slots: slots, context: context).value(&state, program.root)
    }

    /// Evaluates an expression that was compiled with `.bool` expected.
    ///
    /// - Parameters:
    ///   - slots: The values of the scope's names, in its order; `nil` for those that are not set.
    ///   - context: The time, the place and the language.
    /// - Returns: Whether the condition holds.
    /// - Throws: Why there is no answer. That is never to be taken for `false`.
    public func evaluateCondition(
        _ slots: [ExpressionValue?],
        in context: EvaluationContext
    ) throws(EvaluationFailure) -> Bool {
        var state = EvaluationState(program)
        return try Evaluator(program, slots: slots, context: context)
            .condition(&state, program.root)
    }

    /// How many steps an evaluation takes, for tests of the bound.
    package func steps(
        _ slots: [ExpressionValue?],
        in context: EvaluationContext
    ) -> Int {
        var state = EvaluationState(program)
        // What counts here is how far it came.
        _ = try? Evaluator(program, slots: slots, context: context).value(&state, program.root)
        return state.stepsTaken
    }
}
