import Documents
import Flows
import Foundation
import Localization
import Scenarios

/// Keeps what failed scenarios left behind: the failure, the scenario file and the screens, secrets replaced.
struct ReplayFolders {
    let folder: ProjectFolder
    let sources: ReportSources

    /// Writes a folder for each failed scenario; one of the same scenario that failed before is replaced.
    func write(_ result: SuiteResult) {
        for scenario in result.scenarios {
            guard let failure = scenario.failures.first else { continue }
            let path = folder.path + "/" + FailureBlock.folder(of: scenario.scenario)
            // A folder that can't be written takes nothing from the report itself.
            do {
                try write(scenario, failure, to: path)
            } catch {
                Standard.error("paifang: \(VisibleText.escaping(path)) can't be written")
            }
        }
    }

    private func write(
        _ result: ScenarioResult,
        _ failure: ScenarioFailure,
        to path: String
    ) throws {
        let manager = FileManager.default
        if manager.fileExists(atPath: path) { try manager.removeItem(atPath: path) }
        try manager.createDirectory(
            atPath: path + "/screens",
            withIntermediateDirectories: true
        )
        // What failed is nobody else's business: the folder keeps itself out of a repository.
        try save(["*"], folder.path + "/.paifang/.gitignore")
        let scenario = result.scenario
        let block = FailureBlock(failure, of: scenario, sources: sources)
        try save(block.lines, path + "/failure.txt")
        let place = ShellWord.quoted(FileManager.default.currentDirectoryPath)
        try save(
            ["cd -- \(place) && \(sources.replay(scenario, failure))"],
            path + "/replay.sh"
        )
        if let source = sources.files[scenario.range.file] {
            try save(source.bytes, path + "/scenario.yaml")
        }
        for (language, lines) in failure.screens {
            try save(lines, path + "/screens/\(language.rawValue).txt")
        }
    }

    private func save(_ lines: [String], _ path: String) throws {
        try save(Array((lines.joined(separator: "\n") + "\n").utf8), path)
    }

    private func save(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}
