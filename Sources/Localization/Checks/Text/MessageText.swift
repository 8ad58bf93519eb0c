/// What a message says: its passages, the message itself first, then the branches in it.
struct MessageText: Sendable {
    private(set) var passages: [Passage] = []
    private(set) var kinds: GlyphKinds = []

    init(_ tree: MessageTree) {
        add(tree.nodes, before: nil, after: nil, isStart: true, isEnd: true, isBranch: false)
        for index in passages.indices {
            Literal.mark(in: &passages[index])
            passages[index].findWords()
            kinds.formUnion(passages[index].kinds)
        }
    }

    private mutating func add(
        _ nodes: [MessageTree.Node],
        before: Glyph?,
        after: Glyph?,
        isStart: Bool,
        isEnd: Bool,
        isBranch: Bool
    ) {
        var passage = Passage(
            before: before,
            after: after,
            isStart: isStart,
            isEnd: isEnd,
            isBranch: isBranch
        )
        var inner: [(argument: MessageTree.Argument, position: Int)] = []
        for node in nodes {
            switch node {
            case .text(let text): passage.append(text)
            case .number(let range): passage.append(.number, named: "", at: range)
            case .argument(let argument):
                let isBranched = !argument.branches.isEmpty
                if isBranched { inner.append((argument, passage.glyphs.count)) }
                passage.append(
                    isBranched ? .branches : .argument,
                    named: argument.name,
                    at: argument.range
                )
            }
        }
        passages.append(passage)
        for (argument, position) in inner {
            for branch in argument.branches {
                add(
                    branch.nodes,
                    before: passage.glyph(position - 1),
                    after: passage.glyph(position + 1),
                    isStart: isStart && position == 0,
                    isEnd: isEnd && position == passage.glyphs.count - 1,
                    isBranch: true
                )
            }
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
