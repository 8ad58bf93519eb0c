/// What no reader should see: braces, and nothing at all (L037, L070).
enum ShownRules {
    static func problems(_ inspection: MessageInspection) -> [MessageProblem] {
        braces(inspection) + nothing(inspection)
    }

    // MARK: - Braces

    private static func braces(_ inspection: MessageInspection) -> [MessageProblem] {
        let nodes = inspection.tree.nodes
        guard hasBraces(inspection.text) else { return [] }
        if inspection.description?.keep.contains(where: { $0.contains { "{}".contains($0) } })
            ?? false
        {
            return []
        }
        let original = inspection.original?.text
        let isInEnglish = original.map(hasBraces) ?? false
        var problems: [MessageProblem] = []
        each(nodes) { text in
            for quote in quotes(text, Array(inspection.pattern.utf8))
            where quote.name != nil || (original != nil && !isInEnglish) {
                problems.append(
                    MessageProblem(
                        "L037",
                        at: quote.range,
                        quote.name.map {
                            "the apostrophes make `{\($0)}` plain text, and readers see the braces"
                        } ?? "readers see this brace",
                        help: quote.name.map { "write {\($0)}" } ?? "remove it",
                        replacement: quote.isWhole ? quote.name.map { "{\($0)}" } : nil
                    )
                )
            }
        }
        return problems
    }

    private static func hasBraces(_ text: MessageText) -> Bool {
        text.signs.contains("{") || text.signs.contains("}")
    }

    private typealias Sign = MessageParser.Sign

    private struct Quote {
        /// The name where the braces look like an argument.
        let name: String?
        let range: Range<Int>
        /// Whether apostrophes stand directly around the braces.
        let isWhole: Bool
    }

    /// The braces in a text, with what is between them.
    private static func quotes(_ text: MessageTree.Text, _ pattern: [UInt8]) -> [Quote] {
        let bytes = Array(text.value.utf8)
        var quotes: [Quote] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == Sign.open || byte == Sign.close else {
                index += 1
                continue
            }
            var end = index + 1
            var name: String?
            if byte == Sign.open {
                var behind = end
                while behind < bytes.count, MessageParser.isWord(bytes[behind]) { behind += 1 }
                if behind > end, behind < bytes.count, bytes[behind] == Sign.close {
                    name = String(decoding: bytes[end..<behind], as: UTF8.self)
                    end = behind + 1
                }
            }
            var start = text.range(of: index..<(index + 1)).lowerBound
            var limit = text.range(of: (end - 1)..<end).lowerBound + 1
            let isWhole =
                start > 0 && limit < pattern.count && pattern[start - 1] == Sign.quote
                && pattern[limit] == Sign.quote
            if isWhole { (start, limit) = (start - 1, limit + 1) }
            quotes.append(Quote(name: name, range: start..<limit, isWhole: isWhole))
            index = end
        }
        return quotes
    }

    private static func each(_ nodes: [MessageTree.Node], _ use: (MessageTree.Text) -> Void) {
        for node in nodes {
            switch node {
            case .text(let text): use(text)
            case .number: break
            case .argument(let argument):
                for branch in argument.branches { each(branch.nodes, use) }
            }
        }
    }

    // MARK: - Nothing

    private static func nothing(_ inspection: MessageInspection) -> [MessageProblem] {
        let nodes = inspection.tree.nodes
        guard nodes.contains(where: \.hasBranches), let branches = showingNothing(nodes) else {
            return []
        }
        if let original = inspection.original, showingNothing(original.nodes) != nil { return [] }
        guard let branch = branches.first else { return [] }
        let path = BranchPath(inspection.tree, in: inspection.language)
        return [
            MessageProblem(
                "L070",
                at: branch.wholeRange,
                "with the branch `\(branch.selector)` the message shows nothing at all",
                help: "write what is to be shown",
                sample: path.arguments(reaching: branch.wholeRange).map {
                    .init($0, remark: "nothing")
                }
            )
        ]
    }

    /// Branches with which nothing is shown; `nil` where something always is.
    private static func showingNothing(_ nodes: [MessageTree.Node]) -> [MessageTree.Branch]? {
        var taken: [MessageTree.Branch] = []
        for node in nodes {
            switch node {
            case .text(let text) where text.isBlank: continue
            case .text, .number: return nil
            case .argument(let argument):
                let empty = argument.branches.lazy.compactMap { branch in
                    showingNothing(branch.nodes).map { [branch] + $0 }
                }.first
                guard let empty else { return nil }
                taken += empty
            }
        }
        return taken
    }
}
