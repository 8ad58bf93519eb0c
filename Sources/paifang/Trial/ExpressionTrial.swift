import Documents
import Expressions
import Flows

/// One expression that somebody tries out: checked and evaluated with values of their own.
struct ExpressionTrial {
    /// A value with its type.
    struct Outcome {
        let value: ExpressionValue
        let type: ExpressionType
    }

    /// The texts by their paths, for excerpts.
    let sources: [String: SourceText]
    /// What it gave; `nil` where something is wrong.
    private(set) var outcome: Outcome?
    /// What is wrong with the expression or the values.
    private(set) var problems: [Diagnostic]
    private let source: SourceText
    private let flow: (definition: FlowDefinition, step: StepDefinition)?
    private let names: StepNames?

    /// Tries an expression.
    ///
    /// - Parameters:
    ///   - text: The expression.
    ///   - flow: The flow with the step whose names it may read; none but those given without it.
    ///   - given: The values, as JSON.
    ///   - context: The time, the place and the language.
    init(
        _ text: String,
        at flow: (definition: FlowDefinition, step: StepDefinition)?,
        given: String?,
        in context: EvaluationContext
    ) {
        source = SourceText(path: "expression", text: text)
        self.flow = flow
        names = flow.map { StepNames(of: $0.step, in: $0.definition) }
        let given = GivenValues(given ?? "{}", names: names)
        sources = [source.path: source, given.source.path: given.source]
        problems = given.problems
        if problems.isEmpty { run(text, given.values, context) }
    }

    private mutating func run(
        _ text: String,
        _ given: [String: GivenValues.Given],
        _ context: EvaluationContext
    ) {
        let fields = names?.names ?? []
        let more = given.keys.sorted().filter { key in !fields.contains { $0.text == key } }
        let moreNames = more.map { ($0, given[$0]?.type ?? .nothing) }
        let scope = names?.scope(adding: moreNames) ?? ExpressionScope(names: moreNames)
        let slots =
            fields.map { given[$0.text]?.value ?? (given[$0.text] == nil ? $0.defaultValue : nil) }
            + more.map { given[$0]?.value }
        do throws(ExpressionProblems) {
            let expression = try CompiledExpression.compile(text, scope: scope)
            problems = missing(expression, slots, given)
            guard problems.isEmpty else { return }
            do throws(EvaluationFailure) {
                let value = try expression.evaluate(slots, in: context)
                outcome = Outcome(value: value, type: expression.type)
            } catch {
                problems = [
                    Diagnostic(
                        error.code,
                        at: source.range(error.range),
                        "\(error.reason)",
                        help: error.reason.advice
                    )
                ]
            }
        } catch {
            problems = error.problems.map(diagnostic)
        }
    }

    private func diagnostic(of problem: ExpressionProblem) -> Diagnostic {
        let bytes = source.bytes[problem.range.clamped(to: 0..<source.bytes.count)]
        let name = String(decoding: bytes, as: UTF8.self)
        var help = problem.help
        var message = problem.message
        var notes: [String] = []
        if problem.kind == .unknownName, names?.names.contains(where: { $0.text == name }) == true {
            message = "`\(name)` can't be read by conditions"
            help = nil
        } else if problem.kind == .unknownName, let flow,
            let inner = flow.definition.inner(name, besides: flow.step.name)
        {
            message = inner.message
            notes = [InnerName.note]
            help = inner.help
        } else if problem.kind == .unknownName, names == nil, help == nil {
            help = "give it a value with --given, or name a flow and a step"
        }
        return Diagnostic(
            problem.code,
            at: source.range(problem.range),
            message,
            notes: notes,
            help: help
        )
    }

    /// Reads of fields that may be unset at the step, or that are set there and were given no value.
    private func missing(
        _ expression: CompiledExpression,
        _ slots: [ExpressionValue?],
        _ given: [String: GivenValues.Given]
    ) -> [Diagnostic] {
        guard let names, let step = flow?.step.name else { return [] }
        return names.names.enumerated().flatMap { slot, name -> [Diagnostic] in
            guard slots[slot] == nil, given[name.text] == nil, expression.reads.contains(slot)
            else { return [] }
            let reads = expression.unguardedReads.filter { $0.slot == slot }.map(\.range)
            let option = name.option.map { "\"\($0)\"" }
            let sample = option ?? GivenValues.sample(of: name.type ?? .nothing)
            let example = "--given '{\"\(name.text)\": \(sample)}'"
            if name.isCertain {
                let range = reads.first ?? 0..<source.bytes.count
                return [
                    Diagnostic(
                        "E12",
                        at: source.range(range),
                        "`\(name.text)` is set at the step `\(step)`, and needs a value here",
                        notes: ["the expression is a \(expression.type)"],
                        help: "give one: \(example)"
                    )
                ]
            }
            return reads.map { range in
                Diagnostic(
                    "E12",
                    at: source.range(range),
                    "`\(name.text)` may be unset at the step `\(step)`",
                    notes: ["the expression is a \(expression.type)"],
                    help: "write `has(\(name.text)) && …`, or give it a value: \(example)"
                )
            }
        }
    }
}
