import ArgumentParser
import Documents
import Flows
import Localization
import Screens
import Sessions

/// Says how a run with answers ended: the summary on standard output, everything else on standard error.
struct HeadlessEnding {
    let walk: Walk
    let situation: Situation
    let catalogs: Catalogs

    func say(_ ending: AnswerRun.Ending, file: AnswerFile) throws {
        let path = VisibleText.escaping(file.path)
        switch ending {
        case .finished:
            let summary = RunSummary(walk: walk, catalogs: catalogs)
            if situation.shared.isJSON {
                Standard.output(summary.json)
            } else if !situation.shared.isQuiet {
                Standard.output(summary.text)
            }
        case .wrong(let field, let reason, let range):
            let place = range.map { "\(path):\($0.start.line):\($0.start.column): " } ?? ""
            Standard.error("\(place)\(field): \(VisibleText.escaping(reason))")
            throw ExitCode.findings
        case .missing(let field):
            Standard.error(
                "paifang: \(path) has no answer to `\(field.written)`; add \(hint(field))"
            )
            throw ExitCode.usage
        case .waiting(let step, let notice):
            let words = PublicWords(of: walk.definition, catalogs: catalogs)
            let reason = notice.map { ": " + VisibleText.escaping(words.notice($0)) } ?? ""
            Standard.error("paifang: the walk waits at \(step)\(reason)")
            let buttons = walk.screen.buttons.map(\.event.text)
            if notice == nil, !buttons.isEmpty {
                Standard.error(
                    "add `press: {\(step): …}` with one of: " + buttons.joined(separator: ", ")
                )
            }
            sayHowToGoOn()
            throw ExitCode.impossible
        case .failed(let reason):
            Standard.error("paifang: \(reason)")
            sayHowToGoOn()
            throw ExitCode.impossible
        }
    }

    /// What to add to the file for a field.
    private func hint(_ path: AnswerPath) -> String {
        guard let item = path.item else { return "a line `\(path.field): …`" }
        return "`\(item.field): …` to record \(item.index + 1) of `\(path.field)`"
    }

    private func sayHowToGoOn() {
        Standard.error("go on with: \(walk.resumeCommand)")
    }
}
