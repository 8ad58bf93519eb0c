extension Evaluator {
    mutating func run(
        _ operation: ConditionOperation,
        at node: Node
    ) throws(EvaluationFailure) -> Bool {
        switch operation {
        case .isSet(let slot): return isSet(slot)
        case .hasField(let target, let name): return try field(name, of: target) != nil
        case .not(let operand): return try !condition(operand)
        case .every(let parts): return try !isAny(parts, false)
        case .some(let parts): return try isAny(parts, true)
        case .compare(let relation, let kind, let left, let right):
            return try compare(relation, kind, left, right, at: node)
        case .isItem(let item, let list):
            let item = try value(item)
            for candidate in try items(list) {
                try charge(1, at: node)
                if try areEqual(candidate, item, at: node) { return true }
            }
            return false
        case .isKey(let key, let map):
            let key = try value(key)
            return try entry(of: try entries(map), for: key, at: node) != nil
        case .startsWith(let whole, let part):
            let (whole, part) = (try text(whole), try text(part))
            try charge(Cost.walk(part.utf8.count), at: node)
            return CodePoints.hasPrefix(whole, part)
        case .endsWith(let whole, let part):
            let (whole, part) = (try text(whole), try text(part))
            try charge(Cost.walk(part.utf8.count), at: node)
            return CodePoints.hasSuffix(whole, part)
        case .contains(let whole, let part):
            let (whole, part) = (try text(whole), try text(part))
            try charge(Cost.search(whole.utf8.count, for: part.utf8.count), at: node)
            return CodePoints.contains(whole, part)
        case .matches(let whole, let pattern):
            let whole = try text(whole)
            let pattern = program.patterns[Int(pattern)]
            try charge(
                Cost.match(whole.utf8.count, patternLength: pattern.length),
                at: node
            )
            guard let isFound = pattern.isFound(in: whole) else {
                throw failure(.patternFailed, node)
            }
            return isFound
        case .loop(let loop): return try run(loop, at: node)
        }
    }

    /// Whether any part is what decides the whole: true for `||`, false for `&&`.
    ///
    /// A part that fails is forgiven where a later one decides (CEL language definition, "Logical
    /// operators"); only the step count is not.
    private mutating func isAny(
        _ parts: Children,
        _ deciding: Bool
    ) throws(EvaluationFailure) -> Bool {
        var failure: EvaluationFailure?
        for part in parts.start..<parts.end {
            do throws(EvaluationFailure) {
                if try condition(program.children[Int(part)]) == deciding { return true }
            } catch {
                if error.reason == .costExceeded { throw error }
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return false
    }

    private mutating func run(_ loop: Loop, at node: Node) throws(EvaluationFailure) -> Bool {
        let items: [ExpressionValue]
        switch try value(loop.target) {
        case .list(let list): items = list
        case .map(let entries): items = entries.map(\.key)
        case .null, .bool, .int, .double, .string, .timestamp, .duration, .money, .record:
            throw mistyped(program.nodes[Int(loop.target)])
        }
        var failure: EvaluationFailure?
        var count = 0
        for item in items {
            try charge(Int(loop.bodySize) + 1, at: node)
            set(loop.variable, to: item)
            do throws(EvaluationFailure) {
                let holds = try condition(loop.body)
                switch loop.quantifier {
                case .all: if !holds { return false }
                case .exists: if holds { return true }
                case .existsOne: count += holds ? 1 : 0
                }
            } catch {
                // `exists_one` can't be decided by the other items.
                if error.reason == .costExceeded || loop.quantifier == .existsOne { throw error }
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return loop.quantifier == .existsOne ? count == 1 : loop.quantifier == .all
    }
}
