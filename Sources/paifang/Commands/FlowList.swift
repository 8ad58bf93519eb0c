import Documents
import Flows
import Localization

/// The flows of a project, each with the command that begins it, for `paifang run --list`.
struct FlowList {
    private struct Row {
        let name: String
        let title: String
        let opening: Opening?
        let isOpen: Bool
        let command: String
    }

    private let rows: [Row]

    /// Lists the flows as they are at a moment, with their titles in a language.
    init(_ project: Project, in language: LanguageTag, at now: Int64, options: String) {
        rows = project.flows.flows.map { flow in
            let key = MessageKey("\(flow.name).title")
            return Row(
                name: flow.name.text,
                title: VisibleText.escaping(project.catalogs.words(key, in: language).text),
                opening: flow.opening,
                isOpen: flow.opening?.isOpen(at: now) ?? true,
                command: "paifang run \(flow.name)\(options)"  // words: a command line
            )
        }
    }

    /// A line for each flow: name, title, whether newcomers may begin, and how.
    var lines: [String] {
        let columns = rows.map { [$0.name, $0.title, Self.state($0), $0.command] }
        let widths = (0..<3).map { column in
            columns.map { DisplayWidth.cells($0[column]) }.max() ?? 0
        }
        return columns.map { row in
            zip(row, widths).map { text, width in
                text + String(repeating: " ", count: width - DisplayWidth.cells(text) + 2)
            }.joined() + row[3]
        }
    }

    /// The flows as data.
    var json: JSONValue {
        .array(
            rows.map { row in
                [
                    "flow": .string(row.name), "title": .string(row.title),
                    "open": .bool(row.isOpen),
                    "opens": .optional(row.opening?.from.map(Self.moment)),
                    "closes": .optional(row.opening?.until.map(Self.moment)),
                    "start": .string(row.command),
                ]
            }
        )
    }

    private static func state(_ row: Row) -> String {
        switch (row.isOpen, row.opening?.from, row.opening?.until) {
        case (true, _, let until?): "open until \(moment(until))"
        case (true, _, nil): "open"
        case (false, let from?, nil): "closed until \(moment(from))"
        case (false, nil, let until?): "closed since \(moment(until))"
        case (false, let from?, let until?): "closed: open \(moment(from)) to \(moment(until))"
        case (false, nil, nil): "closed"
        }
    }

    /// A moment in UTC, only the day where it is midnight.
    private static func moment(_ milliseconds: Int64) -> String {
        let text = WalkList.time(milliseconds)
        let midnight = "T00:00:00Z"
        return text.hasSuffix(midnight) ? String(text.dropLast(midnight.count)) : text
    }
}
