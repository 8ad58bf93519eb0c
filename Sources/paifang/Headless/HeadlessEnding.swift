import ArgumentParser
import Documents
import Screens
import Sessions

/// Says how a run with answers ended: the summary on standard output, everything else on standard error.
struct HeadlessEnding {
    let walk: Walk
    let situation: Situation

    func report(_ ending: AnswerRun.Ending, file: AnswerFile) throws {
        switch ending {
        case .finished:
            let summary = RunSummary(walk: walk)
            Standard.output(situation.shared.isJSON ? summary.json : summary.text)
        case .wrong(let field, let reason, let range):
            let place = range.map { "\($0.file):\($0.start.line):\($0.start.column): " } ?? ""
            Standard.error("\(place)\(field): \(VisibleText.escaping(reason))")
            throw ExitCode.findings
        case .missing(let path):
            Standard.error(
                "paifang: \(file.path) has no answer to \(path.text); add a line `\(path.field): …`")
            throw ExitCode.usage
        case .waiting(let step, let notice):
            Standard.error(
                "paifang: the walk waits at \(step)\(notice.map { ": " + VisibleText.escaping($0) } ?? "")")
            Standard.error("go on with: paifang run --resume \(walk.sessionID)")
            throw ExitCode.impossible
        case .failed(let reason):
            Standard.error("paifang: \(reason)")
            throw ExitCode.impossible
        }
    }
}
