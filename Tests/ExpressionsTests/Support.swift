import Expressions
import Testing

/// A scope with a name of each type, as a flow would declare them.
let sampleNames: [(name: String, type: ExpressionType)] = [
    ("citizenship", .string),
    ("birth_date", .timestamp),
    ("is_known", .bool),
    ("age", .int),
    ("share", .double),
    ("amount", .money),
    ("balance", .money),
    ("answers", .list(.string)),
    ("cards", .list(.record(["brand": .string, "months_left": .int]))),
    ("account.email", .string),
    ("consent", .record(["version": .int, "at": .timestamp, "locale": .string])),
    ("waiting", .duration),
]

let sampleScope = ExpressionScope(
    names: sampleNames,
    constants: [
        ("held_unverified", .money(Money(tenThousandths: 5_000_000, currency: "USD")), .money),
        ("digits", .string("^[0-9]+$"), .string),
    ]
)

/// Noon of 29 February 2024 in UTC.
let sampleContext = EvaluationContext(now: 1_709_208_000_000, zone: "UTC", locale: "cs")

/// The slots of the sample scope with some names set.
func slots(_ values: [String: ExpressionValue]) -> [ExpressionValue?] {
    sampleNames.map { values[$0.name] }
}

/// Evaluates an expression of the sample scope.
func evaluate(
    _ source: String,
    _ values: [String: ExpressionValue] = [:],
    in context: EvaluationContext = sampleContext
) throws -> ExpressionValue {
    try CompiledExpression.compile(source, scope: sampleScope).evaluate(slots(values), in: context)
}

/// Whether a condition of the sample scope holds.
func holds(
    _ source: String,
    _ values: [String: ExpressionValue] = [:],
    in context: EvaluationContext = sampleContext
) throws -> Bool {
    try CompiledExpression.compile(source, scope: sampleScope, expecting: .bool)
        .evaluateCondition(slots(values), in: context)
}

/// Why evaluating an expression of the sample scope fails.
func failure(
    of source: String,
    _ values: [String: ExpressionValue] = [:],
    in context: EvaluationContext = sampleContext
) throws -> EvaluationFailure.Reason? {
    let expression = try CompiledExpression.compile(source, scope: sampleScope)
    do {
        _ = try expression.evaluate(slots(values), in: context)
        return nil
    } catch {
        return error.reason
    }
}

/// The problems of an expression of the sample scope.
func problems(
    of source: String,
    scope: ExpressionScope = sampleScope,
    expecting type: ExpressionType? = nil
) -> [ExpressionProblem] {
    do throws(ExpressionProblems) {
        _ = try CompiledExpression.compile(source, scope: scope, expecting: type)
        return []
    } catch {
        return error.problems
    }
}

/// A source in which 1️⃣ and 2️⃣ mark where a problem begins and ends.
struct MarkedSource {
    let text: String
    let range: Range<Int>

    init(_ marked: String) {
        let parts = marked.components(separatedBy: ["1️⃣", "2️⃣"])
        text = parts.joined()
        range = parts[0].utf8.count..<parts[0].utf8.count + parts[1].utf8.count
    }
}

extension String {
    /// The parts between separators, in order.
    fileprivate func components(separatedBy separators: [String]) -> [String] {
        var parts: [String] = []
        var part = ""
        for character in self {
            if separators.contains(String(character)) {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        return parts + [part]
    }
}
