import ArgumentParser
import Documents
import Flows
import Localization

/// `paifang locale stats`: how much is translated.
struct LocaleStatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count what is translated, in each language and flow.",
        discussion: """
            Forms are those of plurals and branches: of four that Russian needs, one is a quarter. Words are those of
            the English text. What is missing, new or stale covers nothing.
            """
    )

    @Option(help: "Only these languages, such as cs or ru,cs.")
    var lang: String?

    @Option(help: "Only this flow.")
    var flow: String?

    @OptionGroup var shared: SharedOptions

    /// The share of each figure.
    private static let titles = [
        "messages", "forms", "words", "missing", "stale", "new", "reviewed",
    ]

    func run() throws {
        var desk = try LocaleDesk(shared)
        let chosen = try desk.languages(lang)
        let name = try flow.map { try desk.situation.flow($0, of: desk.project).name.text }
        let coverage = LocaleCoverage(
            desk.project.catalogs,
            desk.project.states,
            flows: desk.project.flows.flows.map(\.name.text)
        )
        let rows = coverage.rows.filter { row in
            (chosen.isEmpty || chosen.contains(row.language)) && (name == nil || row.flow == name)
        }
        let languages = desk.project.languages.filter { language in
            rows.contains { $0.language == language }
        }
        guard !shared.isJSON else {
            let list = JSONValue.array(rows.map(Self.json))
            return Standard.output(JSONWriter.compact(["schema": 1, "rows": list]))
        }
        guard !rows.isEmpty else { return desk.situation.say(["nothing is translated from here"]) }
        let paint = Paint(isOn: desk.isColoured)
        var table = [[""] + Self.titles]
        for language in languages {
            let own = rows.filter { $0.language == language }
            let title = "\(language.rawValue) \(RegionalFormats.ownName(of: language))"
            if name == nil { table.append([title] + Self.cells(coverage.total(of: language))) }
            for row in own {
                let part = name == nil ? "  \(row.flow ?? "shared by all")" : title
                table.append([part] + Self.cells(row))
            }
        }
        let widths = (0...Self.titles.count).map { column in
            table.map { DisplayWidth.cells($0[column]) }.max() ?? 0
        }
        for (index, line) in table.enumerated() {
            let cells = line.indices.map { column -> String in
                let blanks = String(
                    repeating: " ",
                    count: widths[column] - DisplayWidth.cells(line[column])
                )
                return column == 0 ? line[column] + blanks : blanks + line[column]
            }
            let text = cells.joined(separator: "  ")
            Standard.output(index == 0 ? paint.strong(text) : text)
        }
    }

    private static func cells(_ row: LocaleCoverage.Row) -> [String] {
        let figure = { (figure: LocaleCoverage.Figure) in
            figure.covered == figure.total
                ? "\(figure.total)  100 %"
                : "\(figure.covered)/\(figure.total)  \(figure.percent) %"
        }
        return [
            figure(row.keys), figure(row.branches), figure(row.words), "\(row.missing)",
            "\(row.stale)", "\(row.statuses[.new] ?? 0)", "\(row.statuses[.reviewed] ?? 0)",
        ]
    }

    private static func json(_ row: LocaleCoverage.Row) -> JSONValue {
        let figure = { (figure: LocaleCoverage.Figure) -> JSONValue in
            [
                "covered": .integer(figure.covered), "total": .integer(figure.total),
                "percent": .integer(figure.percent),
            ]
        }
        let statuses = TranslationStatus.allCases.map {
            JSONValue.Member($0.rawValue, .integer(row.statuses[$0] ?? 0))
        }
        return [
            "language": .string(row.language.rawValue), "flow": .optional(row.flow),
            "messages": figure(row.keys), "forms": figure(row.branches),
            "words": figure(row.words), "missing": .integer(row.missing),
            "stale": .integer(row.stale), "unrecorded": .integer(row.unrecorded),
            "statuses": .object(statuses),
        ]
    }
}
