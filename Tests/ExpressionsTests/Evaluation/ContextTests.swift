import Expressions
import Testing

@Suite("EvaluationContext")
struct ContextTests {
    private let context = EvaluationContext(
        now: 1_709_251_200_000,
        zone: "Pacific/Auckland",
        locale: "en"
    )

    @Test func `today is the same however often and by however many it is asked`() async {
        let context = context
        let days = await withTaskGroup(of: ExpressionTimestamp?.self) { group in
            for _ in 0..<32 { group.addTask { context.today } }
            return await group.reduce(into: Set<ExpressionTimestamp?>()) { $0.insert($1) }
        }
        #expect(days == [ExpressionTimestamp(year: 2024, month: 3, day: 1)])
        #expect(context.today == ExpressionTimestamp(year: 2024, month: 3, day: 1))
    }

    @Test func `a zone that is none stays none`() {
        let context = EvaluationContext(now: 0, zone: "Mars/Olympus", locale: "en")
        #expect(context.today == nil)
        #expect(context.today == nil)
    }

    @Test func `contexts are equal by what they know`() {
        var others = [context]
        _ = context.today
        #expect(others[0] == EvaluationContext(now: context.now, zone: context.zone, locale: "en"))
        others += [
            EvaluationContext(now: context.now + 1, zone: context.zone, locale: "en"),
            EvaluationContext(now: context.now, zone: "UTC", locale: "en"),
            EvaluationContext(now: context.now, zone: context.zone, locale: "cs"),
        ]
        #expect(Set(others).count == 4)
    }

    @Test func `a macro in a macro keeps the variables of both apart`() throws {
        #expect(
            try holds("[1, 2].all(a, [10, 20].exists(b, b == a * 10) && [a].all(b, b == a))")
        )
    }
}
