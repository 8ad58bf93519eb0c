extension Evaluator {
    func run(
        _ state: inout EvaluationState,
        _ operation: TextOperation,
        at node: Node
    ) throws(EvaluationFailure) -> String {
        switch operation {
        case .concatenate(let left, let right):
            let (left, right) = (try text(&state, left), try text(&state, right))
            try charge(&state, Cost.walk(left.utf8.count + right.utf8.count), at: node)
            return left + right
        case .fromBool(let operand): return try condition(&state, operand) ? "true" : "false"
        case .fromInteger(let operand): return String(try integer(&state, operand))
        case .fromReal(let operand): return NumberText.text(try real(&state, operand))
        case .fromTimestamp(let operand): return try timestamp(&state, operand).text
        case .fromDuration(let operand): return DurationText.text(try duration(&state, operand))
        }
    }

    func run(
        _ state: inout EvaluationState,
        _ operation: TimestampOperation,
        at node: Node
    ) throws(EvaluationFailure) -> ExpressionTimestamp {
        let result: ExpressionTimestamp?
        switch operation {
        case .add(let moment, let length):
            result = try timestamp(&state, moment).advanced(by: try duration(&state, length))
        case .subtract(let moment, let length):
            result = try timestamp(&state, moment).advanced(
                by: .zero - (try duration(&state, length))
            )
        case .fromText(let operand):
            guard let moment = ExpressionTimestamp(text: try text(&state, operand)) else {
                throw failure(.notATimestamp, node)
            }
            result = moment
        case .monthEnd(let operand):
            let text = try text(&state, operand)
            try charge(&state, Cost.walk(text.utf8.count), at: node)
            result = MonthText.end(of: text)
        case .fromInteger(let operand):
            result = ExpressionTimestamp(seconds: try integer(&state, operand))
        }
        guard let result else { throw failure(.outOfRange, node) }
        return result
    }

    func run(
        _ state: inout EvaluationState,
        _ operation: DurationOperation,
        at node: Node
    ) throws(EvaluationFailure) -> Duration {
        let result: Duration?
        switch operation {
        case .add(let left, let right):
            result = DurationText.bounded(
                try duration(&state, left) + (try duration(&state, right))
            )
        case .subtract(let left, let right):
            result = DurationText.bounded(
                try duration(&state, left) - (try duration(&state, right))
            )
        case .between(let later, let earlier):
            result = try timestamp(&state, later).duration(since: try timestamp(&state, earlier))
        case .fromText(let operand):
            guard let length = DurationText.duration(try text(&state, operand)) else {
                throw failure(.notADuration, node)
            }
            result = length
        }
        guard let result else { throw failure(.outOfRange, node) }
        return result
    }

    func run(
        _ state: inout EvaluationState,
        _ operation: CollectionOperation,
        at node: Node
    ) throws(EvaluationFailure) -> ExpressionValue {
        switch operation {
        case .list(let parts):
            var items: [ExpressionValue] = []
            for part in parts.start..<parts.end {
                items.append(try value(&state, program.children[Int(part)]))
            }
            return .list(items)
        case .map(let parts):
            var entries: [ExpressionMapEntry] = []
            for part in stride(from: parts.start, to: parts.end, by: 2) {
                let key = try value(&state, program.children[Int(part)])
                if try entry(&state, of: entries, for: key, at: node) != nil {
                    throw failure(.repeatedKey, node)
                }
                let value = try value(&state, program.children[Int(part) + 1])
                entries.append(ExpressionMapEntry(key: key, value: value))
            }
            return .map(entries)
        case .concatenate(let left, let right):
            let (left, right) = (try items(&state, left), try items(&state, right))
            try charge(&state, left.count + right.count, at: node)
            return .list(left + right)
        }
    }
}
