import ArgumentParser
import Documents
import Flows
import Foundation
import Glibc

/// Reads how often each way of a flow was taken, from a report of `paifang test --report json`.
enum CoverageFile {
    /// A report holds every screen of every failure, and so may be long.
    private static let limit = 1 << 26

    private struct Report: Decodable {
        struct Flow: Decodable {
            let flow: String
            let edges: [Edge]
        }

        struct Edge: Decodable {
            let from: String?
            let event: String
            let branch: Int?
            let to: String
            let count: Int
        }

        let coverage: [Flow]
    }

    /// The counts for a flow, or an exit with the reason.
    static func read(_ path: String, of flow: FlowName) throws -> [FlowDiagram.Count] {
        let bytes =
            path == "-"
            ? Standard.read(STDIN_FILENO, limit: limit)
            : ProjectFolder.bytes(of: path, limit: limit)
        guard let bytes else {
            throw refusal(path, "can't be read, or is larger than \(limit >> 20) mebibytes")
        }
        let report = try? JSONDecoder().decode(Report.self, from: Data(bytes))
        guard let coverage = report?.coverage.first(where: { $0.flow == flow.text }) else {
            throw refusal(
                path,
                "does not count the ways of \(flow); see paifang test --report json"
            )
        }
        return coverage.edges.map { edge in
            FlowDiagram.Count(
                from: edge.from.map { StepName($0) },
                event: edge.event,
                branch: edge.branch,
                to: StepName(edge.to),
                count: edge.count
            )
        }
    }

    private static func refusal(_ path: String, _ reason: String) -> ExitCode {
        Standard.error("paifang: \(VisibleText.escaping(path)) \(reason)")
        return .impossible
    }
}
