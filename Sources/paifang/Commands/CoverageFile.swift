import ArgumentParser
import Documents
import Flows
import YAML

/// Reads how often each way of a flow was taken, from a report of `paifang test --report json`.
enum CoverageFile {
    /// The counts for a flow, or an exit with the reason.
    static func read(_ path: String, of flow: FlowName) throws -> [FlowDiagram.Count] {
        guard let bytes = path == "-" ? Standard.readInput() : ProjectFolder.bytes(of: path) else {
            throw refusal(path, "can't be read, or is larger than a mebibyte")
        }
        // JSON is YAML too.
        let (root, _) = YAMLReader.read(SourceText(path: path, bytes: bytes))
        let coverage = root?["coverage"]?.items?.first { $0["flow"]?.text == flow.text }
        guard let edges = coverage?["edges"]?.items else {
            throw refusal(
                path,
                "does not count the ways of \(flow); see paifang test --report json"
            )
        }
        return edges.compactMap { edge in
            guard let event = edge["event"]?.text, let to = edge["to"]?.text,
                let count = edge["count"]?.text.flatMap({ Int($0) })
            else { return nil }
            let from = edge["from"]?.text.flatMap { $0 == "null" ? nil : StepName($0) }
            let branch = edge["branch"]?.text.flatMap { Int($0) }
            return FlowDiagram.Count(
                from: from,
                event: event,
                branch: branch,
                to: StepName(to),
                count: count
            )
        }
    }

    private static func refusal(_ path: String, _ reason: String) -> ExitCode {
        Standard.error("paifang: \(VisibleText.escaping(path)) \(reason)")
        return .impossible
    }
}
