import Expressions

/// Conditions as flows write them, compiled once and evaluated again and again on one core.
enum GuardBenchmarks {
    private static let names: [(name: String, type: ExpressionType)] = [
        ("is_known", .bool), ("citizenship", .string), ("birth_date", .timestamp),
        ("value", .string), ("mobile", .string),
    ]

    private static let guards: [(name: String, source: String)] = [
        ("flag", "is_known"),
        ("text", "citizenship == \"RU\""),
        ("years", "years(birth_date) >= 18"),
        ("chain", "has(mobile) && !is_known && citizenship in [\"CZ\", \"SK\", \"RU\"]"),
        ("pattern", "value.matches(\"^[0-9]+$\")"),
    ]

    static func run() {
        let scope = ExpressionScope(names: names)
        let born = ExpressionTimestamp(year: 1990, month: 4, day: 12)
        let slots: [ExpressionValue?] = [
            .bool(true), .string("CZ"), born.map { .timestamp($0) }, .string("1234567890"), nil,
        ]
        let context = EvaluationContext(
            now: 1_782_000_000_000,
            zone: "Europe/Prague",
            locale: "cs"
        )
        var count = 0
        for (name, source) in Self.guards {
            do {
                let expression = try CompiledExpression.compile(
                    source,
                    scope: scope,
                    expecting: .bool
                )
                _ = try expression.evaluateCondition(slots, in: context)
                let time = Figure.measure(times: 200_000) {
                    // It was evaluated without failure just before.
                    if (try? expression.evaluateCondition(slots, in: context)) == true {
                        count &+= 1
                    }
                }
                Figure(name: "guards.\(name)", nanoseconds: time).report()
            } catch {
                print("guards.\(name): \(error)")
            }
        }
        precondition(count > 0, "the optimizer must not drop what is measured")
    }
}
