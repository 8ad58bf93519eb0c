/// Runs a program once.
///
/// One method for each type of result; which one is called follows from the types that were checked
/// at load, so no value is wrapped that is at once unwrapped. What changes on the way is handed from
/// one to the next, so that the evaluator itself is never copied: counting references would cost more
/// than most conditions do.
struct Evaluator {
    let program: Program
    let slots: [ExpressionValue?]
    let context: EvaluationContext

    init(_ program: Program, slots: [ExpressionValue?], context: EvaluationContext) {
        self.program = program
        self.slots = slots
        self.context = context
    }

    // MARK: Values

    /// The value of any node.
    func value(_ state: inout EvaluationState, _ index: NodeIndex) throws(EvaluationFailure)
        -> ExpressionValue
    {
        let node = program.nodes[Int(index)]
        switch node.operation {
        case .load(let load): return try self.load(&state, load, at: node)
        case .conditional(let condition, let first, let second):
            return try self.condition(&state, condition)
                ? try value(&state, first) : try value(&state, second)
        case .condition(let operation): return .bool(try run(&state, operation, at: node))
        case .integer(let operation): return .int(try run(&state, operation, at: node))
        case .real(let operation): return .double(try run(&state, operation, at: node))
        case .text(let operation): return .string(try run(&state, operation, at: node))
        case .timestamp(let operation): return .timestamp(try run(&state, operation, at: node))
        case .duration(let operation): return .duration(try run(&state, operation, at: node))
        case .money(let operation): return .money(try run(&state, operation, at: node))
        case .collection(let operation): return try run(&state, operation, at: node)
        }
    }

    func condition(_ state: inout EvaluationState, _ index: NodeIndex) throws(EvaluationFailure)
        -> Bool
    {
        let node = program.nodes[Int(index)]
        if case .condition(let operation) = node.operation {
            return try run(&state, operation, at: node)
        }
        if case .bool(let value)? = fetched(state, node.operation) { return value }
        guard case .bool(let value) = try value(&state, index) else { throw mistyped(node) }
        return value
    }

    func integer(_ state: inout EvaluationState, _ index: NodeIndex) throws(EvaluationFailure)
        -> Int64
    {
        let node = program.nodes[Int(index)]
        if case .integer(let operation) = node.operation {
            return try run(&state, operation, at: node)
        }
        if case .int(let value)? = fetched(state, node.operation) { return value }
        guard case .int(let value) = try value(&state, index) else { throw mistyped(node) }
        return value
    }

    func real(_ state: inout EvaluationState, _ index: NodeIndex) throws(EvaluationFailure)
        -> Double
    {
        let node = program.nodes[Int(index)]
        if case .real(let operation) = node.operation {
            return try run(&state, operation, at: node)
        }
        if case .double(let value)? = fetched(state, node.operation) { return value }
        guard case .double(let value) = try value(&state, index) else { throw mistyped(node) }
        return value
    }

    func text(_ state: inout EvaluationState, _ index: NodeIndex) throws(EvaluationFailure)
        -> String
    {
        let node = program.nodes[Int(index)]
        if case .text(let operation) = node.operation {
            return try run(&state, operation, at: node)
        }
        if case .string(let value)? = fetched(state, node.operation) { return value }
        guard case .string(let value) = try value(&state, index) else { throw mistyped(node) }
        return value
    }

    func timestamp(_ state: inout EvaluationState, _ index: NodeIndex) throws(EvaluationFailure)
        -> ExpressionTimestamp
    {
        let node = program.nodes[Int(index)]
        if case .timestamp(let operation) = node.operation {
            return try run(&state, operation, at: node)
        }
        if case .timestamp(let value)? = fetched(state, node.operation) { return value }
        guard case .timestamp(let value) = try value(&state, index) else { throw mistyped(node) }
        return value
    }

    func duration(_ state: inout EvaluationState, _ index: NodeIndex) throws(EvaluationFailure)
        -> Duration
    {
        let node = program.nodes[Int(index)]
        if case .duration(let operation) = node.operation {
            return try run(&state, operation, at: node)
        }
        guard case .duration(let value) = try value(&state, index) else { throw mistyped(node) }
        guard let bounded = DurationText.bounded(value) else { throw failure(.outOfRange, node) }
        return bounded
    }

    func money(_ state: inout EvaluationState, _ index: NodeIndex) throws(EvaluationFailure)
        -> Money
    {
        let node = program.nodes[Int(index)]
        if case .money(let operation) = node.operation {
            return try run(&state, operation, at: node)
        }
        if case .money(let value)? = fetched(state, node.operation) { return value }
        guard case .money(let value) = try value(&state, index) else { throw mistyped(node) }
        return value
    }

    func items(_ state: inout EvaluationState, _ index: NodeIndex) throws(EvaluationFailure)
        -> [ExpressionValue]
    {
        guard case .list(let items) = try value(&state, index) else {
            throw mistyped(program.nodes[Int(index)])
        }
        return items
    }

    func entries(_ state: inout EvaluationState, _ index: NodeIndex) throws(EvaluationFailure)
        -> [ExpressionMapEntry]
    {
        guard case .map(let entries) = try value(&state, index) else {
            throw mistyped(program.nodes[Int(index)])
        }
        return entries
    }

    // MARK: Fetching

    private func load(
        _ state: inout EvaluationState,
        _ load: Load,
        at node: Node
    ) throws(EvaluationFailure) -> ExpressionValue {
        switch load {
        case .constant(let constant): return program.constants[Int(constant)]
        case .slot(let slot, let name):
            guard let value = self.slot(slot) else {
                throw failure(.unset(name: program.names[Int(name)]), node)
            }
            return value
        case .variable(let depth): return state.variable(depth)
        case .field(let target, let name, let place):
            guard let value = try field(&state, name, at: place, of: target) else {
                throw failure(.noSuchKey, node)
            }
            return value
        case .item(let target, let place):
            let items = try items(&state, target)
            guard let place = Int(exactly: try integer(&state, place)),
                items.indices.contains(place)
            else {
                throw failure(.noSuchItem, node)
            }
            return items[place]
        case .entry(let target, let key):
            let entries = try entries(&state, target)
            guard let entry = try entry(&state, of: entries, for: try value(&state, key), at: node)
            else {
                throw failure(.noSuchKey, node)
            }
            return entry.value
        case .now: return .timestamp(ExpressionTimestamp(milliseconds: context.now))
        case .today: return .timestamp(try today(at: node))
        case .locale: return .string(context.locale)
        }
    }

    /// The value that a record or map has under a name.
    func field(
        _ state: inout EvaluationState,
        _ name: Int32,
        at place: Int32,
        of target: NodeIndex
    ) throws(EvaluationFailure) -> ExpressionValue? {
        let name = program.names[Int(name)]
        switch try value(&state, target) {
        case .record(let record): return record.value(name, near: Int(place))
        case .map(let entries):
            let node = program.nodes[Int(target)]
            return try entry(&state, of: entries, for: .string(name), at: node)?.value
        case .null, .bool, .int, .double, .string, .timestamp, .duration, .money, .list:
            throw mistyped(program.nodes[Int(target)])
        }
    }

    /// A value that is there already, where nothing can go wrong on the way: the shortest way to most.
    @inline(__always)
    private func fetched(
        _ state: borrowing EvaluationState,
        _ operation: Operation
    ) -> ExpressionValue? {
        switch operation {
        case .load(.slot(let slot, _)): return self.slot(slot)
        case .load(.constant(let constant)): return program.constants[Int(constant)]
        case .load(.field(let target, let name, let place)):
            guard case .load(.variable(let depth)) = program.nodes[Int(target)].operation else {
                return nil
            }
            return state.field(program.names[Int(name)], at: place, ofVariable: depth)
        default: return nil
        }
    }

    /// The value of a slot; `nil` where it is not set.
    func slot(_ slot: Int32) -> ExpressionValue? {
        Int(slot) < slots.count ? slots[Int(slot)] : nil
    }

    func today(at node: Node) throws(EvaluationFailure) -> ExpressionTimestamp {
        guard let today = context.today else { throw failure(.unknownTimeZone, node) }
        return today
    }

    // MARK: Failures and steps

    /// Counts steps besides those of the nodes themselves.
    func charge(
        _ state: inout EvaluationState,
        _ steps: Int,
        at node: Node
    ) throws(EvaluationFailure) {
        if !state.take(steps) { throw failure(.costExceeded, node) }
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
