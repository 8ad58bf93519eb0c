extension Evaluator {
    func run(
        _ state: inout EvaluationState,
        _ operation: ConditionOperation,
        at node: Node
    ) throws(EvaluationFailure) -> Bool {
        switch operation {
        case .isSet(let slot): return self.slot(slot) != nil
        case .hasField(let target, let name, let place):
            return try field(&state, name, at: place, of: target) != nil
        case .not(let operand): return try !condition(&state, operand)
        case .every(let parts): return try !isAny(&state, parts, false)
        case .some(let parts): return try isAny(&state, parts, true)
        case .compare(let relation, let kind, let left, let right):
            return try compare(&state, relation, kind, left, right, at: node)
        case .isItem(let item, let list):
            let item = try value(&state, item)
            return try isAmong(&state, try items(&state, list), item, at: node)
        case .isKey(let key, let map):
            let key = try value(&state, key)
            return try entry(&state, of: try entries(&state, map), for: key, at: node) != nil
        case .startsWith(let whole, let part):
            let (whole, part) = (try text(&state, whole), try text(&state, part))
            try charge(&state, Cost.walk(part.utf8.count), at: node)
            return CodePoints.hasPrefix(whole, part)
        case .endsWith(let whole, let part):
            let (whole, part) = (try text(&state, whole), try text(&state, part))
            try charge(&state, Cost.walk(part.utf8.count), at: node)
            return CodePoints.hasSuffix(whole, part)
        case .contains(let whole, let part):
            let (whole, part) = (try text(&state, whole), try text(&state, part))
            try charge(&state, Cost.search(whole.utf8.count, for: part.utf8.count), at: node)
            return CodePoints.contains(whole, part)
        case .matches(let whole, let pattern):
            let whole = try text(&state, whole)
            let pattern = program.patterns[Int(pattern)]
            try charge(
                &state,
                Cost.match(whole.utf8.count, weight: pattern.weight),
                at: node
            )
            guard let isFound = pattern.isFound(in: whole) else {
                throw failure(.patternFailed, node)
            }
            return isFound
        case .luhn(let operand):
            let number = try text(&state, operand)
            try charge(&state, Cost.walk(number.utf8.count), at: node)
            return CheckDigit.isRight(in: number)
        case .loop(let loop): return try run(&state, loop, at: node)
        }
    }

    /// Whether an item is in a list.
    private func isAmong(
        _ state: inout EvaluationState,
        _ candidates: [ExpressionValue],
        _ item: ExpressionValue,
        at node: Node
    ) throws(EvaluationFailure) -> Bool {
        for index in candidates.indices {
            try charge(&state, 1, at: node)
            if try areEqual(&state, candidates[index], item, at: node) { return true }
        }
        return false
    }

    /// Whether any part is what decides the whole: true for `||`, false for `&&`.
    ///
    /// A part that fails is forgiven where a later one decides (CEL language definition, "Logical
    /// operators"); only the step count is not.
    private func isAny(
        _ state: inout EvaluationState,
        _ parts: Children,
        _ deciding: Bool
    ) throws(EvaluationFailure) -> Bool {
        var failure: EvaluationFailure?
        for part in parts.start..<parts.end {
            do throws(EvaluationFailure) {
                if try condition(&state, program.children[Int(part)]) == deciding { return true }
            } catch {
                if error.reason == .costExceeded { throw error }
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return false
    }

    private func run(_ state: inout EvaluationState, _ loop: Loop, at node: Node)
        throws(EvaluationFailure) -> Bool
    {
        let items: [ExpressionValue]
        switch try value(&state, loop.target) {
        case .list(let list): items = list
        case .map(let entries): items = entries.map(\.key)
        case .null, .bool, .int, .double, .string, .timestamp, .duration, .money, .record:
            throw mistyped(program.nodes[Int(loop.target)])
        }
        var failure: EvaluationFailure?
        var count = 0
        state.begin(loop.variable, over: items)
        for index in items.indices {
            try charge(&state, Int(loop.bodySize) + 1, at: node)
            state.turn(loop.variable, to: index)
            do throws(EvaluationFailure) {
                let holds = try condition(&state, loop.body)
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
