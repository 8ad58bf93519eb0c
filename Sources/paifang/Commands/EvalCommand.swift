import ArgumentParser
import Documents
import Expressions
import Flows

/// `paifang eval`: tries a condition, with the names of a step or with values given.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Check and evaluate one expression.",
        discussion: """
            Without a flow, an expression reads the values of `--given`, whose types are those of JSON. With `--flow` and \
            `--step` it reads what the conditions of that step read, with the types of the flow; dates, amounts and \
            lengths of time are given as texts.

              paifang eval 'years(timestamp("2008-03-01T00:00:00Z")) >= 18'
              paifang eval 'citizenship == "RU"' --given '{"citizenship": "CZ"}'
              paifang eval 'years(birth_date) >= 18' --flow wallet-signup --step personal \\
                  --given '{"birth_date": "2008-03-01"}' --clock 2026-03-01T09:00:00Z
            """
    )

    @Argument(help: "The expression, in quotes.")
    var expression: String

    @Option(help: "The flow with the step.")
    var flow: String?

    @Option(help: "The step whose names the expression may read.")
    var step: String?

    @Option(help: "Values by name, as JSON: '{\"citizenship\": \"CZ\"}'; null is not set.")
    var given: String?

    @Option(help: "The time: a moment such as 2026-03-01T09:00:00Z, or a length such as +25h.")
    var clock: String?

    @OptionGroup var shared: SharedOptions

    /// Whether an argument is an expression that begins with a minus, and no option.
    static func isNegative(_ argument: String) -> Bool {
        argument.first == "-"
            && argument.first { $0 != "-" }.map { !$0.isLetter } == true
    }

    func run() throws {
        let situation = Situation(shared)
        let clock = try situation.clock(clock)
        let place = try place(situation)
        // The blank that keeps the argument parser from taking it for an option.
        let bare = String(expression.dropFirst())
        let trial = ExpressionTrial(
            expression.first == " " && Self.isNegative(bare) ? bare : expression,
            at: place,
            given: given,
            in: EvaluationContext(
                now: clock.now(),
                zone: situation.zone,
                locale: place?.definition.locale ?? "en"
            )
        )
        guard let outcome = trial.outcome else {
            if shared.isJSON {
                Standard.output(DiagnosticReport(trial.problems, sources: trial.sources).json)
            } else {
                situation.report(trial.problems, sources: trial.sources)
            }
            throw ExitCode.findings
        }
        if shared.isJSON {
            return Standard.output(
                JSONWriter.compact([
                    "schema": 1, "type": .string(outcome.type.description),
                    "value": outcome.value.json,
                ])
            )
        }
        let type = shared.isQuiet ? "" : "  (\(outcome.type))"
        Standard.output(outcome.value.literal + type)
    }

    /// The step that was named, or an exit with what there is.
    private func place(
        _ situation: Situation
    ) throws -> (definition: FlowDefinition, step: StepDefinition)? {
        guard let flow, let step else {
            guard flow != nil || step != nil else { return nil }
            Standard.error("paifang: --flow and --step belong together: --flow FLOW --step STEP")
            throw ExitCode.usage
        }
        let definition = try situation.flow(flow, of: situation.soundProject())
        guard let found = definition.step(StepName(step)) else {
            throw situation.missing(
                "step",
                step,
                among: definition.steps.map(\.name.text)
            )
        }
        return (definition, found)
    }
}
