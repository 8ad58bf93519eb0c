/// What an expression was compiled to: nodes in one array, each behind those it uses.
///
/// A class only so that an evaluation takes one reference to it instead of one to each array;
/// it never changes.
final class Program: Sendable {
    let nodes: [Node]
    /// The operands of nodes that have any number of them.
    let children: [NodeIndex]
    let constants: [ExpressionValue]
    /// The names of record fields and, for failures, of slots.
    let names: [String]
    let patterns: [Pattern]
    let root: NodeIndex

    init(_ draft: ProgramDraft, root: NodeIndex) {
        nodes = draft.nodes
        children = draft.children
        constants = draft.constants
        names = draft.names
        patterns = draft.patterns
        self.root = root
    }

    /// The same program with other nodes in the same places.
    init(_ program: Program, nodes: [Node]) {
        self.nodes = nodes
        children = program.children
        constants = program.constants
        names = program.names
        patterns = program.patterns
        root = program.root
    }
}

/// A program while it is being written.
struct ProgramDraft {
    var nodes: [Node] = []
    var children: [NodeIndex] = []
    var constants: [ExpressionValue] = []
    var names: [String] = []
    var patterns: [Pattern] = []

    mutating func add(_ operation: Operation, at range: Range<Int>) -> NodeIndex {
        nodes.append(Node(operation: operation, range: range))
        return NodeIndex(nodes.count - 1)
    }

    mutating func add(constant: ExpressionValue) -> Operation {
        constants.append(constant)
        return .load(.constant(Int32(constants.count - 1)))
    }

    mutating func add(name: String) -> Int32 {
        names.append(name)
        return Int32(names.count - 1)
    }

    mutating func add(children added: [NodeIndex]) -> Children {
        let start = Int32(children.count)
        children += added
        return Children(start: start, end: Int32(children.count))
    }

    /// The constant that a node is, if it is one.
    func constant(at index: NodeIndex) -> ExpressionValue? {
        guard case .load(.constant(let constant)) = nodes[Int(index)].operation else { return nil }
        return constants[Int(constant)]
    }
}

/// The place of a node in its program.
typealias NodeIndex = Int32

/// A stretch of a program's children.
struct Children: Sendable {
    let start: Int32
    let end: Int32
}

/// A step of a program, with the place in the source that it comes from.
struct Node: Sendable {
    let operation: Operation
    private let start: Int32
    private let end: Int32

    init(operation: Operation, range: Range<Int>) {
        self.operation = operation
        // A source has at most 1,000 code points, so its offsets fit.
        start = Int32(range.lowerBound)
        end = Int32(range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
}
