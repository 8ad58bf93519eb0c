/// Writes a diagram in DOT, the language of Graphviz.
public struct DOTWriter {
    private let diagram: FlowDiagram
    private let measure: TextMeasure

    /// Makes a writer for a diagram; the measure breaks long lines inside of shapes.
    public init(_ diagram: FlowDiagram, measure: TextMeasure) {
        self.diagram = diagram
        self.measure = measure
    }

    /// The graph, each line ended.
    ///
    /// O(length).
    public var text: String {
        var lines = ["digraph \"\(Self.escaped(diagram.name.text))\" {"]
        let title = Self.escaped(diagram.title ?? diagram.name.text)
        lines.append("    graph [label=\"\(title)\", labelloc=t, fontname=\"sans-serif\"]")
        lines.append("    node [fontname=\"sans-serif\", fontsize=11, margin=\"0.15,0.08\"]")
        lines.append("    edge [fontname=\"sans-serif\", fontsize=10]")
        if !diagram.nodes.isEmpty {
            lines.append("    begin [shape=circle, style=filled, label=\"\", width=0.2]")
        }
        lines += diagram.nodes.indices.map { "    \(name($0)) [\(look(of: $0))]" }
        if diagram.edges.contains(where: { $0.from == nil }) {
            lines.append("    anywhere [shape=plaintext, label=\"any step\"]")
        }
        if !diagram.nodes.isEmpty { lines.append("    begin -> \(name(0))") }
        lines += diagram.edges.map { "    \(line($0))" }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private func name(_ index: Int) -> String { diagram.nodes[index].identifier(at: index) }

    private func look(of index: Int) -> String {
        let node = diagram.nodes[index]
        let (shape, style) =
            switch node.kind {
            case .form: ("shape=box", "")
            case .review: ("shape=note", "")
            case .call: ("shape=box, peripheries=2", "")
            case .waiting: ("shape=box", "rounded")
            case .branch: ("shape=diamond", "")
            case .end: ("shape=oval, penwidth=2", "")
            }
        let styles = [style, diagram.unmet.contains(index) ? "dashed" : ""].filter { !$0.isEmpty }
        let look = styles.isEmpty ? "" : ", style=\"\(styles.joined(separator: ","))\""
        let lines = node.lines.flatMap { measure.wrap($0, 32) }
        return "\(shape)\(look), label=\"\(lines.map(Self.escaped).joined(separator: "\\n"))\""
    }

    private func line(_ edge: FlowDiagram.Edge) -> String {
        let from = edge.from.map(name) ?? "anywhere"
        let label = edge.countedLabel + (edge.isStay ? " (stays)" : "")
        var looks: [String] = []
        if !label.isEmpty {
            let lines = measure.wrap(label, 28).map(Self.escaped)
            looks.append("label=\"\(lines.joined(separator: "\\n"))\"")
        }
        if edge.kind.isTime {
            looks.append("style=dashed")
        } else if edge.isStay {
            looks.append("style=dotted")
        }
        if edge.isNeverTaken { looks.append("color=gray60, fontcolor=gray50") }
        // The order of the file decides what stands above what, not a way back.
        if let from = edge.from, edge.to <= from { looks.append("constraint=false") }
        let list = looks.isEmpty ? "" : " [\(looks.joined(separator: ", "))]"
        return "\(from) -> \(name(edge.to))\(list)"
    }

    /// A text that can't end its quotes, and shows as it is: DOT knows `\N`, `\l` and HTML's entities.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "&": result += "&amp;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
