import Localization

/// A message, or a branch of one, as text, placeholders and blocks of branches, each with its bytes.
///
/// Written out it is the pattern it was read from, byte for byte; so words can be changed and the rest stays.
struct MessageForm: Hashable {
    /// A part of a message.
    enum Piece: Hashable {
        /// Words in the message syntax, apostrophes as they are written.
        case text(String)
        /// `{name}` and its like, or `#`.
        case code(Argument)
        /// A plural or a select.
        case block(Block)
    }

    /// What stands for a value.
    struct Argument: Hashable {
        /// The argument's name; `#` for the number of the plural around it.
        let name: String
        /// As it is written.
        let raw: String

        static let number = Argument(name: "#", raw: "#")
    }

    /// A plural or a select with its branches.
    struct Block: Hashable {
        enum Kind: String {
            case plural
            case ordinal = "selectordinal"
            case select
        }

        let name: String
        let kind: Kind
        /// What stands before the first branch: `{name, plural, `.
        let head: String
        var branches: [Branch]

        /// How it is shown where its branches are elsewhere.
        var shown: String { "{\(name), \(kind.rawValue), …}" }

        subscript(selector: String) -> Branch? { branches.first { $0.selector == selector } }
    }

    /// A branch.
    struct Branch: Hashable {
        let selector: String
        /// What stands before its words: `one {`.
        let lead: String
        var form: MessageForm
        /// What stands behind its words, up to the next branch: `} `.
        let trail: String
        /// Whether the message lacks it, and the language needs it.
        var isAdded = false
    }

    var pieces: [Piece]

    /// Reads a pattern.
    ///
    /// - Throws: ``MessageProblem`` with the first thing that is wrong.
    init(_ pattern: String) throws(MessageProblem) {
        let tree = try MessageTree.parse(pattern)
        self = Self.form(tree.nodes, Array(pattern.utf8))
    }

    init(pieces: [Piece]) {
        self.pieces = pieces
    }

    private static func form(_ nodes: [MessageTree.Node], _ bytes: [UInt8]) -> MessageForm {
        func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return MessageForm(
            pieces: nodes.map { node in
                switch node {
                case .text(let text): return .text(slice(text.range))
                case .number: return .code(.number)
                case .argument(let argument):
                    guard let kind = Block.Kind(argument.format) else {
                        return .code(Argument(name: argument.name, raw: slice(argument.range)))
                    }
                    let list = argument.branches
                    // The parser has seen to it that `other` is there, and the closing brace.
                    let end = argument.range.upperBound - 1
                    let starts = list.map(\.selectorRange.lowerBound)
                    let branches = list.enumerated().map { index, branch in
                        Branch(
                            selector: branch.selector,
                            lead: slice(branch.selectorRange.lowerBound..<branch.range.lowerBound),
                            form: form(branch.nodes, bytes),
                            trail: slice(
                                branch.range.upperBound..<(starts.dropFirst(index + 1).first ?? end)
                            )
                        )
                    }
                    let head = slice(argument.range.lowerBound..<(starts.first ?? end))
                    return .block(
                        Block(name: argument.name, kind: kind, head: head, branches: branches)
                    )
                }
            }
        )
    }

    /// The plurals and selects that stand directly in it, in their order.
    var blocks: [Block] {
        pieces.compactMap {
            guard case .block(let block) = $0 else { return nil }
            return block
        }
    }

    /// The block of an argument; of several the one at a place among them.
    func block(_ name: String, _ kind: Block.Kind, _ occurrence: Int) -> Block? {
        let found = blocks.filter { $0.name == name && $0.kind == kind }
        return found.indices.contains(occurrence) ? found[occurrence] : nil
    }

    /// The pattern.
    var pattern: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .code(let argument): argument.raw
            case .block(let block): block.pattern
            }
        }.joined()
    }
}

extension MessageForm.Block {
    /// The block, as it is written; without branches that the message lacks.
    var pattern: String {
        head
            + branches.filter { !$0.isAdded }
            .map { $0.lead + $0.form.pattern + $0.trail }.joined() + "}"
    }
}

extension MessageForm.Block.Kind {
    init?(_ format: MessageTree.Argument.Format) {
        switch format {
        case .plural: self = .plural
        case .ordinal: self = .ordinal
        case .select: self = .select
        case .plain, .number, .date, .time: return nil
        }
    }
}
