/// Runs a program once.
///
/// One method for each type of result; which one is called follows from the types that were checked
/// at load, so no value is wrapped that is at once unwrapped.
struct Evaluator {
    let program: Program
    let slots: [ExpressionValue?]
    let context: EvaluationContext
    private var stepsLeft: Int
    /// The variables of macros: these stand at most two deep.
    private var outer = ExpressionValue.null
    private var inner = ExpressionValue.null
    /// `today`, once it was needed.
    private var knownToday: ExpressionTimestamp?

    init(_ program: Program, slots: [ExpressionValue?], context: EvaluationContext) {
        self.program = program
        self.slots = slots
        self.context = context
        stepsLeft = ExpressionLimits.cost - program.nodes.count
    }

    /// How many steps were taken.
    var stepsTaken: Int { ExpressionLimits.cost - stepsLeft }

    // MARK: Values

    /// The value of any node.
    mutating func value(_ index: NodeIndex) throws(EvaluationFailure) -> ExpressionValue {
        let node = program.nodes[Int(index)]
        switch node.operation {
        case .load(let load): return try self.load(load, at: node)
        case .conditional(let condition, let first, let second):
            return try self.condition(condition) ? try value(first) : try value(second)
        case .condition(let operation): return .bool(try run(operation, at: node))
        case .integer(let operation): return .int(try run(operation, at: node))
        case .real(let operation): return .double(try run(operation, at: node))
        case .text(let operation): return .string(try run(operation, at: node))
        case .timestamp(let operation): return .timestamp(try run(operation, at: node))
        case .duration(let operation): return .duration(try run(operation, at: node))
        case .money(let operation): return .money(try run(operation, at: node))
        case .collection(let operation): return try run(operation, at: node)
        }
    }

    mutating func condition(_ index: NodeIndex) throws(EvaluationFailure) -> Bool {
        let node = program.nodes[Int(index)]
        if case .condition(let operation) = node.operation { return try run(operation, at: node) }
        guard case .bool(let value) = try value(index) else { throw mistyped(node) }
        return value
    }

    mutating func integer(_ index: NodeIndex) throws(EvaluationFailure) -> Int64 {
        let node = program.nodes[Int(index)]
        if case .integer(let operation) = node.operation { return try run(operation, at: node) }
        guard case .int(let value) = try value(index) else { throw mistyped(node) }
        return value
    }

    mutating func real(_ index: NodeIndex) throws(EvaluationFailure) -> Double {
        let node = program.nodes[Int(index)]
        if case .real(let operation) = node.operation { return try run(operation, at: node) }
        guard case .double(let value) = try value(index) else { throw mistyped(node) }
        return value
    }

    mutating func text(_ index: NodeIndex) throws(EvaluationFailure) -> String {
        let node = program.nodes[Int(index)]
        if case .text(let operation) = node.operation { return try run(operation, at: node) }
        guard case .string(let value) = try value(index) else { throw mistyped(node) }
        return value
    }

    mutating func timestamp(_ index: NodeIndex) throws(EvaluationFailure) -> ExpressionTimestamp {
        let node = program.nodes[Int(index)]
        if case .timestamp(let operation) = node.operation { return try run(operation, at: node) }
        guard case .timestamp(let value) = try value(index) else { throw mistyped(node) }
        return value
    }

    mutating func duration(_ index: NodeIndex) throws(EvaluationFailure) -> Duration {
        let node = program.nodes[Int(index)]
        if case .duration(let operation) = node.operation { return try run(operation, at: node) }
        guard case .duration(let value) = try value(index) else { throw mistyped(node) }
        guard let bounded = DurationText.bounded(value) else { throw failure(.outOfRange, node) }
        return bounded
    }

    mutating func money(_ index: NodeIndex) throws(EvaluationFailure) -> Money {
        let node = program.nodes[Int(index)]
        if case .money(let operation) = node.operation { return try run(operation, at: node) }
        guard case .money(let value) = try value(index) else { throw mistyped(node) }
        return value
    }

    mutating func items(_ index: NodeIndex) throws(EvaluationFailure) -> [ExpressionValue] {
        guard case .list(let items) = try value(index) else {
            throw mistyped(program.nodes[Int(index)])
        }
        return items
    }

    mutating func entries(_ index: NodeIndex) throws(EvaluationFailure) -> [ExpressionMapEntry] {
        guard case .map(let entries) = try value(index) else {
            throw mistyped(program.nodes[Int(index)])
        }
        return entries
    }

    // MARK: Fetching

    private mutating func load(
        _ load: Load,
        at node: Node
    ) throws(EvaluationFailure) -> ExpressionValue {
        switch load {
        case .constant(let constant): return program.constants[Int(constant)]
        case .slot(let slot, let name):
            guard Int(slot) < slots.count, let value = slots[Int(slot)] else {
                throw failure(.unset(name: program.names[Int(name)]), node)
            }
            return value
        case .variable(let depth): return depth == 0 ? outer : inner
        case .field(let target, let name):
            guard let value = try field(name, of: target) else { throw failure(.noSuchKey, node) }
            return value
        case .item(let target, let place):
            let items = try items(target)
            guard let place = Int(exactly: try integer(place)), items.indices.contains(place) else {
                throw failure(.noSuchItem, node)
            }
            return items[place]
        case .entry(let target, let key):
            let entries = try entries(target)
            guard let entry = try entry(of: entries, for: try value(key), at: node) else {
                throw failure(.noSuchKey, node)
            }
            return entry.value
        case .now: return .timestamp(ExpressionTimestamp(milliseconds: context.now))
        case .today: return .timestamp(try today(at: node))
        case .locale: return .string(context.locale)
        }
    }

    /// The value that a record or map has under a name.
    mutating func field(
        _ name: Int32,
        of target: NodeIndex
    ) throws(EvaluationFailure) -> ExpressionValue? {
        let name = program.names[Int(name)]
        switch try value(target) {
        case .record(let fields): return fields[name]
        case .map(let entries):
            let node = program.nodes[Int(target)]
            return try entry(of: entries, for: .string(name), at: node)?.value
        case .null, .bool, .int, .double, .string, .timestamp, .duration, .money, .list:
            throw mistyped(program.nodes[Int(target)])
        }
    }

    func isSet(_ slot: Int32) -> Bool {
        Int(slot) < slots.count && slots[Int(slot)] != nil
    }

    mutating func today(at node: Node) throws(EvaluationFailure) -> ExpressionTimestamp {
        if let knownToday { return knownToday }
        guard let today = context.today else { throw failure(.unknownTimeZone, node) }
        knownToday = today
        return today
    }

    mutating func set(_ variable: Int32, to value: ExpressionValue) {
        if variable == 0 { outer = value } else { inner = value }
    }

    // MARK: Failures and steps

    /// Counts steps besides those of the nodes themselves.
    mutating func charge(_ steps: Int, at node: Node) throws(EvaluationFailure) {
        stepsLeft = Cost.plus(stepsLeft, -steps)
        if stepsLeft < 0 { throw failure(.costExceeded, node) }
    }

    func failure(_ reason: EvaluationFailure.Reason, _ node: Node) -> EvaluationFailure {
        EvaluationFailure(reason, at: node.range)
    }

    /// A slot, or something inside its value, is of another type than was declared.
    func mistyped(_ node: Node) -> EvaluationFailure {
        if case .load(.slot(_, let name)) = node.operation {
            return failure(.mistyped(name: program.names[Int(name)]), node)
        }
        return failure(.mistyped(name: nil), node)
    }
}
