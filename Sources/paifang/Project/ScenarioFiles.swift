import Documents
import Flows
import Scenarios
import YAML

/// The scenario files of a project, as they were read.
struct ScenarioFiles {
    /// Where scenario files stand.
    static let folder = "flows/scenarios"

    /// The scenarios of all files without a finding, in the order of the files.
    private(set) var scenarios: [Scenario] = []
    /// What is wrong with the files.
    private(set) var problems: [Diagnostic] = []
    /// The files by their paths.
    private(set) var sources: [String: SourceText] = [:]
    /// The paths that were asked for and can't be read.
    private(set) var unreadable: [String] = []

    /// Reads every scenario file in the folder of a project.
    init(of project: Project) {
        for path in project.sources.keys.sorted() where path.hasPrefix(Self.folder + "/") {
            read(project.sources[path]?.bytes, path, for: project)
        }
    }

    /// Reads some files or folders, as they were named in the present folder.
    init(_ paths: [String], for project: Project) {
        for path in paths {
            let folder = ProjectFolder(path: path)
            let names = folder.names(in: "").filter { $0.hasSuffix(".yaml") }
            if names.isEmpty {
                read(
                    ProjectFolder.bytes(of: path) ?? project.folder.bytes(path),
                    path,
                    for: project
                )
            }
            for name in names {
                let file = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
                read(folder.bytes(name), file, for: project)
            }
        }
    }

    private mutating func read(_ bytes: [UInt8]?, _ path: String, for project: Project) {
        guard let bytes else { return unreadable.append(path) }
        let source = SourceText(path: path, bytes: bytes)
        sources[path] = source
        let (root, found) = YAMLReader.read(source)
        problems += found
        guard let root else { return }
        let reader = ScenarioReader(
            root,
            flows: project.flows.flows,
            catalogs: project.catalogs
        )
        problems += reader.problems
        if found.isEmpty, reader.problems.isEmpty { scenarios += reader.scenarios }
    }
}
