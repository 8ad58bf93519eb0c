import Documents
import Flows
import Foundation

/// Flows that are looked at without being run: those of a project, of a folder of flow files, or of one file.
struct FlowFolder {
    /// The names of the flows that were asked for, in the order of their files.
    let names: [FlowName]
    let problems: [Diagnostic]
    let sources: [String: SourceText]
    private let project: FlowProject

    /// Reads the flows of a path; `nil` where there is nothing of this kind.
    ///
    /// A file is read beside the others of its folder, since it may use their fields, effects and flows; an
    /// earlier version in `old/` beside those of the folder above, in place of today's.
    init?(_ path: String) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return nil
        }
        let url = URL(fileURLWithPath: path)
        let above = url.deletingLastPathComponent()
        var folder = ProjectFolder(path: isFolder.boolValue ? path : above.path)
        var name = url.lastPathComponent
        let today = "\(name.prefix { $0 != "." }).yaml"
        let main = ProjectFolder(path: above.deletingLastPathComponent().path)
        let isEarlier = !isFolder.boolValue && above.lastPathComponent == "old" && main.has(today)
        if isEarlier { (folder, name) = (main, "old/" + name) }
        var reader = ProjectReader(folder: folder)
        reader.flowsFolder = isFolder.boolValue && folder.has("flows") ? "flows" : "."
        reader.checksMigrations = false
        if isEarlier { reader.standIns = [today: name] }
        let project = reader.readFlows()
        let file = "./" + name
        let isAsked = { (place: SourceRange) in isFolder.boolValue || place.file == file }
        names = project.flows.filter { isAsked($0.range) }.map(\.name)
        // Other files of the folder may be anything.
        problems = reader.problems.filter { isAsked($0.range) }
        sources = reader.sources
        self.project = project
    }

    /// The flow of a name with its texts; `nil` where it was not asked for.
    func flow(_ name: FlowName) -> (flow: FlowDefinition, sources: [SourceText])? {
        guard names.contains(name), let flow = project.flow(name) else { return nil }
        return (flow, project.sources[name] ?? [])
    }
}
