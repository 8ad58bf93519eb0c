/// Counts the forms that a message has, and that its language needs.
struct FormCount {
    private let language: LanguageTag

    init(_ language: LanguageTag) { self.language = language }

    /// The forms of plurals and selects that are written, of those that are needed; without any, one of one.
    func figure(of nodes: [MessageTree.Node]) -> LocaleCoverage.Figure {
        var figure = LocaleCoverage.Figure()
        for case .argument(let argument) in nodes where !argument.branches.isEmpty {
            figure += self.figure(of: argument)
        }
        return figure.total == 0 ? LocaleCoverage.Figure(covered: 1, total: 1) : figure
    }

    private func figure(of argument: MessageTree.Argument) -> LocaleCoverage.Figure {
        var figure = LocaleCoverage.Figure()
        for branch in argument.branches { figure += self.figure(of: branch.nodes) }
        let written = argument.branches.map(\.selector)
        switch argument.format {
        case .plural: figure.total += PluralForms.of(language).missing(among: written).count
        case .ordinal:
            let forms = PluralForms.of(language, isOrdinal: true)
            figure.total += forms.missing(among: written).count
        case .plain, .number, .date, .time, .select: break
        }
        return figure
    }

    /// The words that a message has in all its branches.
    static func words(_ tree: MessageTree) -> Int { words(tree.nodes) }

    private static func words(_ nodes: [MessageTree.Node]) -> Int {
        nodes.reduce(into: 0) { count, node in
            switch node {
            case .text(let text): count += words(text.value)
            case .number: break
            case .argument(let argument):
                for branch in argument.branches { count += words(branch.nodes) }
            }
        }
    }

    private static func words(_ text: String) -> Int {
        text.utf8.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }.count { word in
            word.contains { byte in
                byte >= 0x80 || (0x30...0x39).contains(byte)
                    || (0x61...0x7A).contains(byte | 0x20)
            }
        }
    }
}
