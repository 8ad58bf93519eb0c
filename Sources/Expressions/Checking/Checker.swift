/// Gives every part of an expression its type, and writes the program as it goes.
///
/// Overview: one walk over what was parsed. Each node yields its place in the program, its type, the
/// largest its value can be and the most that evaluating it can cost; and which names are known to be
/// set once it is true or false.
///
/// Responsibilities: names, types, macros, definite assignment, cost. All problems are collected; a
/// part with a problem has the type `nothing`, which fits everywhere, so that one slip is told once.
///
/// What is not here: reading (Parser), running (Evaluator).
struct Checker {
    /// What is known of a part that was checked.
    struct Checked {
        var node: NodeIndex
        var type: ExpressionType
        var bound: Bound
        /// The most steps that evaluating it takes.
        var cost: Int
        /// The slots that are surely set where it is true.
        var setIfTrue: Set<Int> = []
        /// The slots that are surely set where it is false.
        var setIfFalse: Set<Int> = []
    }

    /// A variable of a macro.
    struct Variable {
        let name: String
        let type: ExpressionType
        let bound: Bound
    }

    let scope: ExpressionScope
    /// The UTF-8 of the source, for advice that repeats a part of it.
    let source: [UInt8]
    var draft = ProgramDraft()
    var problems: [ExpressionProblem] = []
    /// The variables of the macros around the current node, the innermost last.
    var variables: [Variable] = []
    /// The slots known to be set at the current node.
    var known: Set<Int> = []
    var reads: Set<Int> = []
    var unguardedReads: [(slot: Int, range: Range<Int>)] = []

    init(scope: ExpressionScope, source: String) {
        self.scope = scope
        self.source = Array(source.utf8)
    }

    mutating func check(_ node: SyntaxNode) -> Checked {
        switch node.content {
        case .literal(let value, let type): return constant(value, type, at: node.range)
        case .name(let name): return self.name(name, at: node.range)
        case .select(let target, let field): return selection(of: target, field, at: node)
        case .index(let target, let place): return index(target, place, at: node.range)
        case .call(let call): return self.call(call, at: node.range)
        case .not(let operand): return negation(of: operand, at: node.range)
        case .negate(let operand): return negative(of: operand, at: node.range)
        case .binary(let symbol, let left, let right):
            return binary(symbol, left, right, at: node.range)
        case .chain(let mustAllHold, let parts): return chain(parts, mustAllHold, at: node.range)
        case .conditional(let condition, let first, let second):
            return conditional(condition, first, second, at: node.range)
        case .list(let items): return list(items, at: node.range)
        case .map(let entries): return map(entries, at: node.range)
        }
    }

    // MARK: Writing

    /// Writes a node whose cost is one step, that of its operands, and what is added.
    mutating func emit(
        _ operation: Operation,
        _ type: ExpressionType,
        at range: Range<Int>,
        from operands: [Checked] = [],
        adding extra: Int = 0,
        bound: Bound = .single
    ) -> Checked {
        let cost = operands.reduce(Cost.plus(1, extra)) { Cost.plus($0, $1.cost) }
        return Checked(
            node: draft.add(operation, at: range),
            type: type,
            bound: bound,
            cost: cost
        )
    }

    mutating func constant(
        _ value: ExpressionValue,
        _ type: ExpressionType,
        at range: Range<Int>
    ) -> Checked {
        emit(draft.add(constant: value), type, at: range, bound: Bound(of: value))
    }

    // MARK: Problems

    mutating func report(
        _ kind: ExpressionProblem.Kind,
        at range: Range<Int>,
        _ message: String,
        suggestion: String? = nil,
        advice: String? = nil
    ) {
        problems.append(
            ExpressionProblem(kind, at: range, message, suggestion: suggestion, advice: advice)
        )
    }

    /// Reports a problem, and gives what stands in for the part that has it.
    mutating func fault(
        _ kind: ExpressionProblem.Kind,
        at range: Range<Int>,
        _ message: String,
        suggestion: String? = nil,
        advice: String? = nil
    ) -> Checked {
        report(kind, at: range, message, suggestion: suggestion, advice: advice)
        return constant(.null, .nothing, at: range)
    }

    /// Checks a part that must have a type, and reports it if it has another.
    mutating func check(
        _ node: SyntaxNode,
        as type: ExpressionType,
        for purpose: String
    ) -> Checked {
        let checked = check(node)
        if !checked.type.fits(type) {
            report(
                .type,
                at: node.range,
                "\(purpose) needs \(type), found \(checked.type)",
                advice: type == .bool ? conditionAdvice(node, checked.type) : nil
            )
        }
        return checked
    }
}
