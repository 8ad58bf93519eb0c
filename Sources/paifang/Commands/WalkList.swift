import ArgumentParser
import Documents
import Flows
import Foundation
import Sessions

/// Lists the flows and the walks under way, for `paifang run --list`.
///
/// Looking at walks moves none of them.
struct WalkList {
    let starter: WalkStarter

    /// Writes a line for each flow, then one for each walk; or one JSON document.
    func show() throws {
        let isJSON = starter.command.shared.isJSON
        let walks = try rows()
        let flows = try flows()
        if isJSON {
            let rows = walks.map { row -> JSONValue in
                [
                    "session": .string(row.summary.id.text),
                    "flow": .string(row.summary.flow.text), "step": .optional(row.step),
                    "updated": .string(Self.time(row.summary.updatedAt)),
                ]
            }
            return Standard.output(
                JSONWriter.compact(["schema": 1, "flows": flows.json, "walks": .array(rows)])
            )
        }
        for line in flows.lines { Standard.output(line) }
        if !walks.isEmpty { Standard.output("") }
        for row in walks {
            let parts = [
                row.summary.id.text, Self.time(row.summary.updatedAt), row.summary.flow.text,
                row.step ?? "?",
            ]
            Standard.output(parts.joined(separator: "  "))
        }
    }

    private func flows() throws -> FlowList {
        let situation = starter.situation
        return FlowList(
            starter.project,
            in: try situation.language(starter.command.lang, project: starter.project, flow: nil),
            at: try situation.clock(starter.command.clock).now(),
            options: situation.commandOptions(database: starter.command.db)
        )
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

    /// A moment in UTC.
    static func time(_ milliseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).ISO8601Format()
    }
}
