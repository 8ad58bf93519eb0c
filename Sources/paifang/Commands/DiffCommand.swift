import ArgumentParser
import Documents
import Flows

/// `paifang diff`: what a changed flow does to people under way.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What a changed flow does to people under way."
    )

    @Argument(help: "The flow as it was: a flow file, a folder of flow files, or a project.")
    var old: String

    @Argument(help: "The flow as it is: the same.")
    var new: String

    @Flag(name: .customLong("exit-code"), help: "Exit with 1 where something differs.")
    var tellsByExitCode = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let (before, after) = (try read(old), try read(new))
        let names = after.names + before.names.filter { !after.names.contains($0) }
        let differences = names.compactMap { name in
            FlowDifference(old: before.flow(name), new: after.flow(name))
        }
        guard !differences.isEmpty else {
            Standard.error("paifang: there is no flow to compare")
            throw ExitCode.impossible
        }
        if shared.isJSON {
            Standard.output(JSONWriter.compact(DifferenceReport.json(differences)))
        } else {
            let texts = differences.map { DifferenceReport.text($0) }
            Standard.output(texts.joined(separator: "\n"), terminator: "")
        }
        if tellsByExitCode, differences.contains(where: { !$0.isSame }) { throw ExitCode.findings }
    }

    private func read(_ path: String) throws -> FlowFolder {
        guard let folder = FlowFolder(path) else {
            Standard.error("paifang: \(VisibleText.escaping(path)) is no flow file and no folder")
            throw ExitCode.impossible
        }
        let errors = folder.problems.filter { $0.severity == .error }
        guard errors.isEmpty else {
            Situation(shared).report(errors, sources: folder.sources)
            throw ExitCode.impossible
        }
        return folder
    }
}
