/// Measures messages against the room that their screens have.
enum WidthRule {
    static func check(_ reading: inout TextReading) {
        guard reading.hasDescription, let limit = reading.inspection.description?.width else {
            return
        }
        let tree = reading.inspection.tree
        // A character takes no more cells than bytes.
        if tree.length <= limit,
            tree.nodes.allSatisfy({ if case .text = $0 { true } else { false } })
        {
            return
        }
        let examples = reading.inspection.description?.arguments ?? [:]
        let widest = widest(tree.nodes, examples, number: nil)
        let cells = DisplayWidth.cells(widest)
        guard cells > limit else { return }
        reading.report(
            "L112",
            at: 0..<tree.length,
            "the message takes \(cells) cells, and has room for \(limit): `\(widest)`",
            help: "shorten it by \(cells - limit)"
        )
    }

    /// The widest line that a message can become with the examples of its arguments.
    private static func widest(
        _ nodes: [MessageTree.Node],
        _ examples: [String: String],
        number: String?
    ) -> String {
        var line = ""
        var lines: [String] = []
        for node in nodes {
            let text: String
            switch node {
            case .text(let words): text = words.value
            case .number: text = number ?? "1"
            case .argument(let argument):
                let example = examples[argument.name]
                let branches = argument.branches.map { branch in
                    let own =
                        branch.selector.first == "=" ? String(branch.selector.dropFirst()) : nil
                    return widest(branch.nodes, examples, number: own ?? example)
                }
                text = wider(branches) ?? example ?? ""
            }
            let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 {
                    lines.append(line)
                    line = ""
                }
                line += part
            }
        }
        return wider(lines + [line]) ?? ""
    }

    private static func wider(_ lines: [String]) -> String? {
        lines.max { DisplayWidth.cells($0) < DisplayWidth.cells($1) }
    }
}
