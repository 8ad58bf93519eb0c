extension Evaluator {
    func run(
        _ state: inout EvaluationState,
        _ operation: IntegerOperation,
        at node: Node
    ) throws(EvaluationFailure) -> Int64 {
        switch operation {
        case .negate(let operand):
            return try exact(
                Int64(0).subtractingReportingOverflow(try integer(&state, operand)),
                node
            )
        case .arithmetic(let arithmetic, let left, let right):
            return try self.arithmetic(
                arithmetic,
                try integer(&state, left),
                try integer(&state, right),
                at: node
            )
        case .textSize(let operand):
            let text = try text(&state, operand)
            try charge(&state, Cost.walk(text.utf8.count), at: node)
            return Int64(CodePoints.count(text))
        case .collectionSize(let operand):
            switch try value(&state, operand) {
            case .list(let items): return Int64(items.count)
            case .map(let entries): return Int64(entries.count)
            case .null, .bool, .int, .double, .string, .timestamp, .duration, .money, .record:
                throw mistyped(program.nodes[Int(operand)])
            }
        case .fromReal(let operand):
            let number = try real(&state, operand)
            // CEL leaves out both ends, which doubles can't tell from their neighbours.
            guard number > -0x1p63, number < 0x1p63 else { throw failure(.outOfRange, node) }
            return Int64(number)
        case .fromText(let operand):
            guard let number = NumberText.integer(try text(&state, operand)) else {
                throw failure(.notANumber, node)
            }
            return number
        case .fromTimestamp(let operand): return try timestamp(&state, operand).seconds
        case .part(let part, let operand):
            return part.value(of: try timestamp(&state, operand), offset: 0)
        case .zonedPart(let part, let operand, let zone):
            let moment = try timestamp(&state, operand)
            guard
                let offset = TimeZones.offset(
                    of: try text(&state, zone),
                    atMilliseconds: moment.milliseconds
                )
            else { throw failure(.unknownTimeZone, node) }
            return part.value(of: moment, offset: offset)
        case .durationPart(let part, let operand):
            return part.value(of: try duration(&state, operand))
        case .elapsed(let unit, let date):
            let date = try timestamp(&state, date)
            return unit.elapsed(from: date, to: try today(at: node))
        }
    }

    private func arithmetic(
        _ arithmetic: Arithmetic,
        _ left: Int64,
        _ right: Int64,
        at node: Node
    ) throws(EvaluationFailure) -> Int64 {
        switch arithmetic {
        case .add: return try exact(left.addingReportingOverflow(right), node)
        case .subtract: return try exact(left.subtractingReportingOverflow(right), node)
        case .multiply: return try exact(left.multipliedReportingOverflow(by: right), node)
        case .divide, .remainder:
            if right == 0 { throw failure(.divisionByZero, node) }
            return try exact(
                arithmetic == .divide
                    ? left.dividedReportingOverflow(by: right)
                    : left.remainderReportingOverflow(dividingBy: right),
                node
            )
        }
    }

    private func exact(
        _ result: (partialValue: Int64, overflow: Bool),
        _ node: Node
    ) throws(EvaluationFailure) -> Int64 {
        if result.overflow { throw failure(.overflow, node) }
        return result.partialValue
    }

    func run(
        _ state: inout EvaluationState,
        _ operation: RealOperation,
        at node: Node
    ) throws(EvaluationFailure) -> Double {
        switch operation {
        case .negate(let operand): return -(try real(&state, operand))
        case .add(let left, let right): return try real(&state, left) + real(&state, right)
        case .subtract(let left, let right): return try real(&state, left) - real(&state, right)
        case .multiply(let left, let right): return try real(&state, left) * real(&state, right)
        case .divide(let left, let right): return try real(&state, left) / real(&state, right)
        case .fromInteger(let operand): return Double(try integer(&state, operand))
        case .fromText(let operand):
            guard let number = NumberText.real(try text(&state, operand)) else {
                throw failure(.notANumber, node)
            }
            return number
        }
    }

    func run(
        _ state: inout EvaluationState,
        _ operation: MoneyOperation,
        at node: Node
    ) throws(EvaluationFailure) -> Money {
        let (left, right): (Money, Money)
        let sign: Arithmetic
        switch operation {
        case .add(let first, let second):
            (left, right, sign) = (try money(&state, first), try money(&state, second), .add)
        case .subtract(let first, let second):
            (left, right, sign) = (try money(&state, first), try money(&state, second), .subtract)
        }
        try checkCurrencies(left, right, at: node)
        let amount = try arithmetic(sign, left.tenThousandths, right.tenThousandths, at: node)
        return Money(tenThousandths: amount, currency: left.currency)
    }
}
