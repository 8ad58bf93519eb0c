/// A condition over only the values it reads, for callers that have many names and evaluate often.
///
/// What is handed over is one value for each slot in ``slots``, in that order.
public struct PackedCondition: Sendable {
    /// The slots it reads, ascending.
    public let slots: [Int]
    private let program: Program

    /// Packs an expression that was compiled with `.bool` expected.
    public init(_ expression: CompiledExpression) {
        slots = expression.reads.sorted()
        var places: [Int: Int] = [:]
        for (place, slot) in slots.enumerated() { places[slot] = place }
        program = expression.program.renumbered { places[$0] ?? $0 }
    }

    /// Evaluates the condition.
    ///
    /// - Parameters:
    ///   - values: The values of ``slots``, in their order; `nil` for those that are not set.
    ///   - context: The time, the place and the language.
    /// - Returns: Whether the condition holds.
    /// - Throws: Why there is no answer. That is never to be taken for `false`.
    public func evaluate(
        _ values: [ExpressionValue?],
        in context: EvaluationContext
    ) throws(EvaluationFailure) -> Bool {
        var state = EvaluationState(program)
        return try Evaluator(program, slots: values, context: context)
            .condition(&state, program.root)
    }
}

extension Program {
    /// The same program with other numbers for its slots.
    func renumbered(_ number: (Int) -> Int) -> Program {
        let nodes = nodes.map { node in
            let operation: Operation
            switch node.operation {
            case .load(.slot(let slot, let name)):
                operation = .load(.slot(Int32(number(Int(slot))), name: name))
            case .condition(.isSet(let slot)):
                operation = .condition(.isSet(slot: Int32(number(Int(slot)))))
            default:
                return node
            }
            return Node(operation: operation, range: node.range)
        }
        return Program(self, nodes: nodes)
    }
}
