import ArgumentParser
import Documents
import Flows
import Foundation
import Localization
import Sessions

/// What verbs share: finding the project, choosing the language, saying why something could not be done.
struct Situation {
    let shared: SharedOptions
    let environment: [String: String]

    init(_ shared: SharedOptions) {
        self.shared = shared
        environment = ProcessInfo.processInfo.environment
    }

    /// The project, or an exit with the reason.
    func project() throws -> Project {
        let executable = CommandLine.arguments.first.map { URL(fileURLWithPath: $0).path }
        guard let folder = ProjectFolder.find(shared.directory, executable: executable) else {
            Standard.error("paifang: no folder with flows/ here or above; name one with -C DIR")
            throw ExitCode.impossible
        }
        return Project.read(folder)
    }

    /// A project whose files have no error, or an exit with what is wrong with them.
    func soundProject() throws -> Project {
        let project = try project()
        let errors = project.problems.filter { $0.severity == .error }
        guard errors.isEmpty else {
            report(errors, of: project)
            throw ExitCode.impossible
        }
        return project
    }

    /// Writes findings to standard error.
    func report(_ findings: [Diagnostic], of project: Project) {
        let isColoured = shared.color.isOn(
            environment: environment, isTerminal: Standard.errorIsTerminal)
        let report = DiagnosticReport(findings, sources: project.sources)
        Standard.error(
            report.text(style: isColoured ? .ansi : .plain, cells: { DisplayWidth.cells($0) }))
    }

    /// The language of a new walk: explicit, then the environment's, then the flow's own.
    func language(_ wanted: String?, project: Project, flow: FlowDefinition?) throws -> LanguageTag {
        let choice = LanguageChoice(available: project.languages)
        if let wanted {
            let tag = LanguageTag(wanted)
            if tag.isPseudo { return tag }
            if let match = choice.match(wanted) { return match }
            let names = project.languages.map(\.rawValue)
            let near = Spelling.nearest(to: wanted, among: names).map { "; did you mean \($0)?" }
            Standard.error(
                "paifang: no language \(wanted)\(near ?? "")  (there are \(names.joined(separator: " ")))")
            throw ExitCode.usage
        }
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        return choice.language(
            environment: names.compactMap { environment[$0] }.filter { !$0.isEmpty },
            flow: flow.map { LanguageTag($0.locale) })
    }

    /// The time zone of this machine, an IANA name.
    var zone: String { TimeZone.current.identifier }

    /// Exits with the reason why a service could not be put together.
    func exit(because failure: ServiceFailure) -> ExitCode {
        switch failure {
        case .keys(let error): Standard.error("paifang: \(error)")
        case .store(let path, let error):
            Standard.error("paifang: the database \(path) can't be used: \(error)")
        case .noSandbox:
            Standard.error("paifang: the clock can be moved in a sandbox database only")
        }
        return .impossible
    }
}
