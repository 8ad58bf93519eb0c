import ArgumentParser
import Documents
import Foundation
import Scenarios

/// A report that was asked for: its form, and where it goes.
struct ReportTarget {
    /// How a report is written.
    enum Form: String, CaseIterable {
        case text, tap, json, junit, html
    }

    let form: Form
    /// The file it goes to; standard output, where there is none.
    let file: String?

    /// The reports that were asked for; without any, one on standard output: text for a terminal, TAP for a pipe.
    static func parse(_ texts: [String], isJSON: Bool) throws -> [ReportTarget] {
        var targets: [ReportTarget] = []
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = parts.first, let form = Form(rawValue: name) else {
                let names = Form.allCases.map(\.rawValue)
                let near = Spelling.nearest(to: parts.first ?? "", among: names)
                Standard.error(
                    "paifang: no report \(VisibleText.escaping(text))"
                        + (near.map { "; did you mean \($0)?" } ?? "")
                        + "  (there are: \(names.joined(separator: " ")))"
                )
                throw ExitCode.usage
            }
            targets.append(ReportTarget(form: form, file: parts.count > 1 ? parts[1] : nil))
        }
        guard !targets.contains(where: { $0.file == nil }) else { return targets }
        let usual: Form = isJSON ? .json : Standard.outputIsTerminal ? .text : .tap
        return targets + [ReportTarget(form: usual, file: nil)]
    }

    /// Writes the report.
    func write(
        _ result: SuiteResult,
        sources: ReportSources,
        situation: Situation,
        isVerbose: Bool
    ) throws {
        let text: String
        switch form {
        case .json: text = JSONReport(result, sources: sources).text + "\n"
        case .tap: text = TAPReport(result, sources: sources).text
        case .junit: text = JUnitReport(result, sources: sources).text
        case .html: text = HTMLReport(result, sources: sources).text
        case .text:
            let isColoured =
                file == nil
                && situation.shared.color.isOn(
                    environment: situation.environment,
                    isTerminal: Standard.outputIsTerminal
                )
            text =
                TextReport(
                    result,
                    sources: sources,
                    style: isColoured ? .ansi : .plain,
                    isVerbose: isVerbose
                ).text
        }
        guard let file else { return Standard.output(text, terminator: "") }
        try TextFile.write(text, to: file)
    }
}
