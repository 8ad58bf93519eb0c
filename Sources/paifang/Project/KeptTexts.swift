import Documents
import Flows
import Foundation
import YAML

/// The texts of one flow in one piece: what a store keeps for sessions that began with them.
struct KeptTexts {
    private struct File: Codable {
        let path: String
        let text: String
    }

    let bytes: [UInt8]

    init(files: [SourceText]) {
        let all = files.map {
            File(path: $0.path, text: String(decoding: $0.bytes, as: UTF8.self))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // Two texts can always be encoded; an empty piece would be refused when it is read.
        bytes = (try? encoder.encode(all)).map(Array.init) ?? []
    }

    /// Reads the flow of kept texts again; `nil` where they can't be read any more.
    static func flow(from bytes: [UInt8]) -> FlowDefinition? {
        guard let files = try? JSONDecoder().decode([File].self, from: Data(bytes)) else {
            return nil
        }
        let read = files.map { file in
            let source = SourceText(path: file.path, text: file.text)
            let (root, problems) = YAMLReader.read(source)
            return ProjectFile(source: source, root: root, problems: problems)
        }
        let shared = { (name: String) in read.first { $0.source.path.hasSuffix(name) } }
        let fields = shared("/fields.yaml")
        let effects = shared("/effects.yaml")
        let others = [fields?.source.path, effects?.source.path]
        let flows = read.filter { !others.contains($0.source.path) }
        // The flow itself stands before those that it runs.
        let path = flows.first?.source.path
        return FlowProject.read(
            flows: flows,
            fields: fields,
            effects: effects,
            others: .unknown,
            hash: ProjectReader.hash
        ).project.flows.first { $0.range.file == path }
    }
}
