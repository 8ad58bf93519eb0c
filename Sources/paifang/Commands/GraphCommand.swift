import ArgumentParser
import Documents
import Flows
import Localization

/// `paifang graph`: draws the steps of a flow and the ways between them.
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw a flow: its steps, and the ways between them.",
        discussion: """
            text is for a terminal, mermaid for Markdown files, dot for Graphviz; svg is drawn by Graphviz.
            Titles and buttons are shown in the words of a language, each step with its name in the flow file.
            """
    )

    /// What a picture is made of.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, mermaid, dot, svg
    }

    @Argument(help: "The flow's name; without one, the only flow or the wallet sign-up.")
    var flow: String?

    @Option(help: "What the picture is made of: text, mermaid, dot or svg.")
    var format: Format = .text

    @Option(help: "The language of titles and buttons, such as ru or zh.")
    var lang: String?

    @Flag(name: .customLong("names"), help: "Show the names of the flow file instead of words.")
    var hasNamesOnly = false

    @Option(help: "A report of paifang test --report json: shows how often each way was taken.")
    var coverage: String?

    @Flag(name: .customLong("plain"), help: "Draw with ASCII characters only.")
    var isPlain = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let situation = Situation(shared)
        let project = try situation.soundProject()
        let definition = try situation.flow(flow, of: project)
        let language = try situation.language(lang, project: project, flow: definition)
        var diagram = FlowDiagram(definition, words: words(of: project, in: language))
        if let coverage {
            diagram = diagram.counted(try CoverageFile.read(coverage, of: definition.name))
        }
        if shared.isJSON { return Standard.output(JSONWriter.compact(json(of: diagram, language))) }
        Standard.output(try picture(of: diagram, situation), terminator: "")
    }

    private func words(of project: Project, in language: LanguageTag) -> ([String]) -> String? {
        guard !hasNamesOnly else { return { _ in nil } }
        let catalogs =
            language.isPseudo ? project.catalogs.pseudo(as: language) : project.catalogs
        return { keys in
            let words = catalogs.words(firstOf: keys.map { MessageKey($0) }, in: language)
            return words.isMissing ? nil : words.text
        }
    }

    private func picture(of diagram: FlowDiagram, _ situation: Situation) throws -> String {
        let measure = TextMeasure(
            cells: { DisplayWidth.cells($0) },
            truncate: { DisplayWidth.truncate($0, to: $1) },
            wrap: { DisplayWidth.wrap($0, width: $1) }
        )
        switch format {
        case .text:
            let isASCII = isPlain || !Self.speaksUnicode(situation.environment)
            return DrawingWriter(diagram, measure: measure, style: isASCII ? .ascii : .unicode).text
        case .mermaid: return MermaidWriter(diagram).text
        case .dot: return DOTWriter(diagram, measure: measure).text
        case .svg: return try Graphviz.svg(of: DOTWriter(diagram, measure: measure).text)
        }
    }

    /// Whether the environment's character set has lines and arrows, as POSIX tells it.
    private static func speaksUnicode(_ environment: [String: String]) -> Bool {
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        // Nothing said is no reason to draw worse: files and pipes are read elsewhere.
        guard let locale = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty })
        else { return true }
        let charset = locale.lowercased()
        return charset.contains("utf-8") || charset.contains("utf8")
    }

    private func json(of diagram: FlowDiagram, _ language: LanguageTag) -> JSONValue {
        let nodes = diagram.nodes.map { node -> JSONValue in
            [
                "step": .string(node.name.text), "kind": .string(node.kind.rawValue),
                "title": .optional(node.title), "barrier": .bool(node.isBarrier),
                "details": .array(
                    node.details.map {
                        ["key": .string($0.keyword), "text": .string($0.text)]
                    }
                ),
            ]
        }
        let edges = diagram.edges.map { edge -> JSONValue in
            [
                "from": .optional(edge.from.map { diagram.nodes[$0].name.text }),
                "event": .string(edge.event), "to": .string(diagram.nodes[edge.to].name.text),
                "kind": .string(edge.kind.rawValue), "label": .string(edge.label),
                "condition": .optional(edge.condition),
                "branch": edge.branch.map { .integer($0) } ?? .null,
                "stay": .bool(edge.isStay), "count": edge.count.map { .integer($0) } ?? .null,
            ]
        }
        return [
            "schema": 1, "flow": .string(diagram.name.text), "version": .integer(diagram.version),
            "title": .optional(diagram.title),
            "language": hasNamesOnly ? .null : .string(language.rawValue),
            "mainWay": .array(diagram.mainWay.map { .string(diagram.nodes[$0].name.text) }),
            "steps": .array(nodes), "edges": .array(edges),
        ]
    }
}
