import ArgumentParser
import Documents
import Exchange
import Flows
import Localization

/// `paifang explain`: what a finding means, with a wrong and a right example.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "What a finding means, a wrong and a right example."
    )

    @Argument(help: "The code, such as E12; without one, all codes are listed.")
    var code: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        guard let code else { return list() }
        let all = Explanations.all
        guard let explanation = all.first(where: { $0.code == code.uppercased() }) else {
            let near = Spelling.nearest(to: code.uppercased(), among: all.map(\.code))
            let name = VisibleText.escaping(code)
            Standard.error(
                "paifang: no code \(name)\(near.map { "; did you mean \($0)?" } ?? "")"
                    + "  (paifang explain lists them)"
            )
            throw ExitCode.usage
        }
        if shared.isJSON {
            return Standard.output(
                JSONWriter.compact([
                    "schema": 1, "code": .string(explanation.code),
                    "title": .string(explanation.title), "text": .string(explanation.text),
                    "wrong": .string(explanation.wrong), "right": .string(explanation.right),
                ])
            )
        }
        let isColoured = shared.color.isOn(
            environment: Situation(shared).environment,
            isTerminal: Standard.outputIsTerminal
        )
        Standard.output(
            explanation.rendered(style: isColoured ? .ansi : .plain),
            terminator: ""
        )
    }

    private func list() {
        if shared.isJSON {
            let codes = Explanations.all.map { explanation -> JSONValue in
                ["code": .string(explanation.code), "title": .string(explanation.title)]
            }
            return Standard.output(JSONWriter.compact(["schema": 1, "codes": .array(codes)]))
        }
        for explanation in Explanations.all {
            Standard.output("\(explanation.code)  \(explanation.title)")
        }
    }
}

/// What every code means.
enum Explanations {
    /// Each code once, in their order.
    static let all =
        (DocumentFindings.explanations + FlowFindings.explanations + ExchangeFindings.explanations
        + LocaleFindings.explanations.map { code, explanation in
            DiagnosticExplanation(
                code: code,
                title: explanation.title,
                text: explanation.text,
                wrong: explanation.wrong,
                right: explanation.right
            )
        })
        .sorted { $0.code < $1.code }
}
