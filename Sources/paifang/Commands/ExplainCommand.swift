import ArgumentParser
import Documents
import Expressions
import Flows
import Localization

/// `paifang explain`: what a finding means, with a wrong and a right example.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "What a finding means, a wrong and a right example.")

    @Argument(help: "The code, such as E12; without one, all codes are listed.")
    var code: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let all = Explanations.all
        guard let code else {
            for explanation in all {
                Standard.output("\(explanation.code)  \(explanation.title)")
            }
            return
        }
        guard let explanation = all.first(where: { $0.code == code.uppercased() }) else {
            let near = Spelling.nearest(to: code.uppercased(), among: all.map(\.code))
            Standard.error("paifang: no code \(code)\(near.map { "; did you mean \($0)?" } ?? "")")
            throw ExitCode.usage
        }
        let isColoured = shared.color.isOn(
            environment: Situation(shared).environment, isTerminal: Standard.outputIsTerminal)
        Standard.output(explanation.rendered(style: isColoured ? .ansi : .plain))
    }
}

/// What every code means.
enum Explanations {
    static let all = (DocumentFindings.explanations + FlowFindings.explanations
        + ExpressionFindings.explanations.map { code, explanation in
            DiagnosticExplanation(
                code: code, title: explanation.title, text: explanation.text,
                wrong: explanation.wrong, right: explanation.right)
        }
        + LocaleFindings.explanations.map { code, explanation in
            DiagnosticExplanation(
                code: code, title: explanation.title, text: explanation.text,
                wrong: explanation.wrong, right: explanation.right)
        })
        .sorted { $0.code < $1.code }
}
