import ArgumentParser
import Documents
import Flows
import Foundation
import Sessions

/// Lists the walks under way, for `paifang run --list`.
///
/// Looking at them moves none of them.
struct WalkList {
    let starter: WalkStarter

    /// Writes one line a walk, or one JSON document.
    func show() throws {
        let isJSON = starter.command.shared.isJSON
        let walks = try rows()
        if isJSON {
            let rows = walks.map { row -> JSONValue in
                [
                    "session": .string(row.summary.id.text),
                    "flow": .string(row.summary.flow.text), "step": .optional(row.step),
                    "updated": .string(Self.time(row.summary.updatedAt)),
                ]
            }
            return Standard.output(JSONWriter.compact(["schema": 1, "walks": .array(rows)]))
        }
        for row in walks {
            let parts = [
                row.summary.id.text, Self.time(row.summary.updatedAt), row.summary.flow.text,
                row.step ?? "?",
            ]
            Standard.output(parts.joined(separator: "  "))
        }
    }

    private func rows() throws -> [(summary: SessionSummary, step: String?)] {
        let files = try starter.situation.dataFiles(starter.command.db)
        guard files.exists else { return [] }
        let service = try starter.service(files, pseudo: nil)
        do {
            return try service.engine.sessions().filter { $0.status == .open }.map { summary in
                // One walk that can't be read hides no other.
                (summary, try? service.engine.step(of: summary.id).text)
            }
        } catch {
            throw starter.situation.exit(because: error)
        }
    }

    private static func time(_ milliseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).ISO8601Format()
    }
}
