import Expressions
import Testing

@Suite("The conformance suite of CEL")
struct ConformanceTests {
    private static let context = EvaluationContext(now: 0, zone: "UTC", locale: "en")

    @Test func `the fixture holds all cases`() {
        #expect(ConformanceCase.all.count == 462)
        #expect(Set(ConformanceCase.all.map(\.key)).count == 462)
    }

    @Test(arguments: ConformanceCase.all.filter { ConformanceRefusal.all[$0.key] == nil })
    func `a case of the subset gives what the suite expects`(test: ConformanceCase) throws {
        let expression = try CompiledExpression.compile(test.expr, scope: test.scope)
        if let type = test.type { #expect(expression.type.description == type) }
        if let expected = test.expect.value {
            let value = try expression.evaluate(test.slots, in: Self.context)
            #expect(value == expected.value, "\(shown(value)) instead of \(shown(expected.value))")
        } else {
            #expect(throws: EvaluationFailure.self) {
                try expression.evaluate(test.slots, in: Self.context)
            }
        }
    }

    @Test(arguments: ConformanceCase.all.filter { ConformanceRefusal.all[$0.key] != nil })
    func `a case that the checker refuses is refused for the reason named`(
        test: ConformanceCase
    ) throws {
        let refusal = try #require(ConformanceRefusal.all[test.key])
        #expect {
            try CompiledExpression.compile(test.expr, scope: test.scope)
        } throws: { error in
            Set((error as? ExpressionProblems)?.problems.map(\.code) ?? []) == [refusal.code]
        }
    }

    @Test func `every refusal names a case`() {
        let keys = Set(ConformanceCase.all.map(\.key))
        #expect(ConformanceRefusal.all.keys.filter { !keys.contains($0) } == [])
    }

    @Test(arguments: ConformanceCase.all)
    func `no evaluation takes more steps than the bound`(test: ConformanceCase) throws {
        guard let expression = try? CompiledExpression.compile(test.expr, scope: test.scope) else {
            try #require(ConformanceRefusal.all[test.key] != nil)
            return
        }
        #expect(expression.steps(test.slots, in: Self.context) <= expression.worstCaseCost)
    }
}
