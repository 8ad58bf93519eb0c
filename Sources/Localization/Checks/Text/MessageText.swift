/// What a message says: its passages, the message itself first, then the branches in it.
struct MessageText: Sendable {
    private(set) var passages: [Passage] = []
    private(set) var kinds: GlyphKinds = []
    private(set) var signs = ASCIISigns()

    init(_ tree: MessageTree) {
        add(tree.nodes, PassageSurroundings())
    }

    private mutating func add(_ nodes: [MessageTree.Node], _ surroundings: PassageSurroundings) {
        var draft = PassageDraft()
        var branched: [(branches: [MessageTree.Branch], position: Int)] = []
        for node in nodes {
            switch node {
            case .text(let text): draft.append(text)
            case .number(let range): draft.append(.number, named: "", at: range)
            case .argument(let argument):
                let branches = argument.branches
                if !branches.isEmpty { branched.append((branches, draft.glyphs.count)) }
                draft.append(
                    branches.isEmpty ? .argument : .branches,
                    named: argument.name,
                    at: argument.range
                )
            }
        }
        Literal.mark(in: &draft)
        let passage = Passage(draft, surroundings)
        let glyphs = passage.glyphs
        passages.append(passage)
        kinds.formUnion(passage.kinds)
        signs.formUnion(passage.signs)
        for (branches, position) in branched {
            let inner = PassageSurroundings(
                before: position > 0 ? glyphs[position - 1] : surroundings.before,
                after: position + 1 < glyphs.count ? glyphs[position + 1] : surroundings.after,
                isAtStart: surroundings.isAtStart && position == 0,
                isAtEnd: surroundings.isAtEnd && position == glyphs.count - 1,
                isBranch: true
            )
            for branch in branches { add(branch.nodes, inner) }
        }
    }

    /// Whether there is nothing to see in it.
    var isEmpty: Bool { passages.allSatisfy { $0.glyphs.allSatisfy(\.isSpace) } }

    /// Whether a word of this hash is in it, as it is written in running text.
    func hasLowercase(_ hash: UInt64) -> Bool {
        passages.contains { $0.words.contains { $0.hash == hash && $0.isLowercase } }
    }

    /// Whether a scalar is in it.
    func has(_ value: UInt32) -> Bool {
        passages.contains { $0.glyphs.contains { $0.value == value && !$0.isPlaceholder } }
    }
}
