/// An expression as it was written.
struct SyntaxNode: Sendable {
    indirect enum Content: Sendable {
        case literal(ExpressionValue, ExpressionType)
        case name(String)
        case select(SyntaxNode, field: String)
        case index(SyntaxNode, SyntaxNode)
        case call(Call)
        case not(SyntaxNode)
        case negate(SyntaxNode)
        case binary(BinaryOperator, SyntaxNode, SyntaxNode)
        /// Two or more conditions joined by `&&` (all must hold) or by `||`.
        case chain(mustAllHold: Bool, [SyntaxNode])
        case conditional(SyntaxNode, SyntaxNode, SyntaxNode)
        case list([SyntaxNode])
        case map([(key: SyntaxNode, value: SyntaxNode)])
    }

    /// A function with what it is given: `name(…)` or `receiver.name(…)`.
    struct Call: Sendable {
        let name: String
        let nameRange: Range<Int>
        let receiver: SyntaxNode?
        let arguments: [SyntaxNode]
    }

    let content: Content
    /// Byte offsets into the UTF-8 of the source.
    let range: Range<Int>
    /// How many nodes stand below this one on the longest way down.
    let height: Int

    init(_ content: Content, _ range: Range<Int>, children: [SyntaxNode] = []) {
        self.content = content
        self.range = range
        height = children.reduce(0) { max($0, $1.height + 1) }
    }

    private init(_ node: SyntaxNode, widenedTo range: Range<Int>) {
        content = node.content
        height = node.height
        self.range = range
    }

    /// The same node with the parentheses around it.
    func widened(to range: Range<Int>) -> SyntaxNode { SyntaxNode(self, widenedTo: range) }

    /// Whether it is a number that is written out.
    var isNumber: Bool {
        switch content {
        case .literal(.int, _), .literal(.double, _): true
        default: false
        }
    }

    /// The names of `a`, `a.b`, `a.b.c`; `nil` for anything else.
    var path: [String]? {
        switch content {
        case .name(let name): [name]
        case .select(let target, let field): target.path.map { $0 + [field] }
        case .literal, .index, .call, .not, .negate, .binary, .chain, .conditional, .list, .map: nil
        }
    }
}

/// An operator between two values, other than `&&` and `||`.
enum BinaryOperator: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case isIn = "in"
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
}
