/// Writes a diagram as a Mermaid flowchart, which GitHub and many other places draw.
public struct MermaidWriter {
    private let diagram: FlowDiagram

    /// Makes a writer for a diagram.
    public init(_ diagram: FlowDiagram) { self.diagram = diagram }

    /// The flowchart, each line ended.
    ///
    /// O(length).
    public var text: String {
        var lines = ["flowchart TD"]
        if !diagram.nodes.isEmpty { lines.append("    begin((\" \")) --> \(name(0))") }
        lines += diagram.nodes.indices.map { "    \(name($0))\(shape($0))" }
        if diagram.edges.contains(where: { $0.from == nil }) {
            lines.append("    anywhere>\"any step\"]")
        }
        lines += diagram.edges.map { "    \(line($0))" }
        lines += styles.map { "    \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What was never met is faint and dashed.
    private var styles: [String] {
        // The first link leads from the beginning to the first step.
        let links = diagram.edges.indices.filter { diagram.edges[$0].isNeverTaken }
            .map { String($0 + 1) }
        var styles: [String] = []
        if !links.isEmpty {
            styles.append(
                "linkStyle \(links.joined(separator: ",")) opacity:0.4,stroke-dasharray:2 4"
            )
        }
        for node in diagram.unmet.sorted() {
            styles.append("style \(name(node)) opacity:0.4,stroke-dasharray:2 4")
        }
        return styles
    }

    private func name(_ index: Int) -> String { diagram.nodes[index].identifier(at: index) }

    private func shape(_ index: Int) -> String {
        let node = diagram.nodes[index]
        let label = "\"" + node.lines.map(Self.escaped).joined(separator: "<br/>") + "\""
        return switch node.kind {
        case .form: "[\(label)]"
        case .review: "[/\(label)/]"
        case .call: "[[\(label)]]"
        case .waiting: "{{\(label)}}"
        case .branch: "{\(label)}"
        case .end: "([\(label)])"
        }
    }

    private func line(_ edge: FlowDiagram.Edge) -> String {
        let from = edge.from.map(name) ?? "anywhere"
        let arrow = edge.kind.isTime || edge.isStay ? "-.->" : "-->"
        let label = edge.countedLabel + (edge.isStay ? " (stays)" : "")
        let words = label.isEmpty ? "" : "|\"\(Self.escaped(label))\"|"
        return "\(from) \(arrow)\(words) \(name(edge.to))"
    }

    /// A text that can't end its quotes, be taken for markup, or begin a directive (`%%{`).
    ///
    /// Mermaid reads all labels as Markdown: where a text looks like a list, it draws nothing but
    /// "Unsupported markdown", and between two `$$` it looks for a formula.
    static func escaped(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let digits = scalars.prefix { ("0"..."9").contains($0) }.count
        var result = ""
        for (place, scalar) in scalars.enumerated() {
            switch scalar {
            case "\"": result += "#quot;"
            case "<": result += "#lt;"
            case ">": result += "#gt;"
            case "&": result += "#amp;"
            case "#", "%", "`", "\\", "{", "}", "[", "]", "|", ";", "*", "~", "$":
                result += "#\(scalar.value);"
            case "_" where !isInWord(place, scalars): result += "#95;"
            case "-" where place == 0, "+" where place == 0: result += "#\(scalar.value);"
            case "." where place == digits && digits > 0, ")" where place == digits && digits > 0:
                result += "#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether both neighbours are letters or digits, as in the name of a step.
    private static func isInWord(_ place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        guard place > 0, place + 1 < scalars.count else { return false }
        return [scalars[place - 1], scalars[place + 1]].allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }
}

extension FlowDiagram.Node {
    /// What stands in its shape, line by line.
    var lines: [String] {
        var lines = [caption]
        if title != nil { lines.append(name.text) }
        lines += details.map { "\($0.keyword): \($0.text)" }
        if isBarrier { lines.append("back: never") }
        return lines
    }

    /// A name that every format takes as one word, whatever the step is called.
    func identifier(at index: Int) -> String {
        let isPlain = name.text.unicodeScalars.allSatisfy { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
        }
        // A valid name begins with a letter, so a number is free.
        return isPlain && name.text.first?.isLetter == true ? "step_\(name)" : "step_\(index)"
    }
}
