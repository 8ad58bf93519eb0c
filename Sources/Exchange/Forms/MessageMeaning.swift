import Localization

/// What a message means, however it is written: quoting, blanks inside braces and the order of branches are gone.
struct MessageMeaning: Hashable {
    /// The message in one way of writing it.
    let text: String

    init(_ nodes: [MessageTree.Node]) {
        text = Self.text(nodes)
    }

    /// The meaning of a pattern; of one that can't be read its text.
    init(_ pattern: String) {
        if let tree = try? MessageTree.parse(pattern) {
            self.init(tree.nodes)
        } else {
            text = "!" + pattern
        }
    }

    private static func text(_ nodes: [MessageTree.Node]) -> String {
        var result = ""
        for node in nodes {
            switch node {
            case .text(let text):
                for scalar in text.value.unicodeScalars {
                    if "{}#\\".unicodeScalars.contains(scalar) { result += "\\" }
                    result.unicodeScalars.append(scalar)
                }
            case .number: result += "#"
            case .argument(let argument): result += Self.text(argument)
            }
        }
        return result
    }

    private static func text(_ argument: MessageTree.Argument) -> String {
        switch argument.format {
        case .plain: return "{\(argument.name)}"
        case .number(let style): return "{\(argument.name),number,\(style)}"
        case .date(let style): return "{\(argument.name),date,\(style)}"
        case .time(let style): return "{\(argument.name),time,\(style)}"
        case .plural(let branches): return block(argument, "plural", branches)
        case .ordinal(let branches): return block(argument, "selectordinal", branches)
        case .select(let branches): return block(argument, "select", branches)
        }
    }

    private static func block(
        _ argument: MessageTree.Argument,
        _ type: String,
        _ branches: MessageTree.Branches
    ) -> String {
        let list = branches.list.sorted { $0.selector < $1.selector }
            .map { "\($0.selector){\(text($0.nodes))}" }
        return "{\(argument.name),\(type),\(branches.offset),\(list.joined())}"
    }
}
