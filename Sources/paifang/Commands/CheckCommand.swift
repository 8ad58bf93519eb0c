import ArgumentParser
import Documents
import Flows
import Localization

/// `paifang check`: reads flows and locales, and says what is wrong and how to mend it.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read flows and locales; say what is wrong and how to mend it."
    )

    /// How findings are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, short, json
    }

    @Option(help: "How findings are written: text, short or json.")
    var format: Format = .text

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let situation = Situation(shared)
        let project = try situation.project()
        let scenarios = ScenarioFiles(of: project)
        let findings = ProjectCheck(project).findings + scenarios.problems
        let sources = project.sources.merging(scenarios.sources) { $1 }
        let report = DiagnosticReport(findings, sources: sources)
        switch shared.isJSON ? .json : format {
        case .json: Standard.output(report.json)
        case .short: Standard.output(report.short, terminator: "")
        case .text:
            if shared.isQuiet, findings.isEmpty { return }
            let isColoured = shared.color.isOn(
                environment: situation.environment,
                isTerminal: Standard.outputIsTerminal
            )
            let files = sources.count
            let messages = project.catalogs.messageCount
            let locales = project.languages.count
            Standard.output(
                report.text(
                    style: isColoured ? .ansi : .plain,
                    remark: "\(files) files, \(messages) messages x \(locales) locales",
                    cells: { DisplayWidth.cells($0) }
                ),
                terminator: ""
            )
        }
        if !findings.isEmpty { throw ExitCode.findings }
    }
}
