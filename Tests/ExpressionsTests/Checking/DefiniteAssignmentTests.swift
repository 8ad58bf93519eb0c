import Expressions
import Testing

@Suite("Reads of a compiled expression")
struct DefiniteAssignmentTests {
    private let scope = ExpressionScope(
        names: [("a", .int), ("b", .int), ("flag", .bool), ("items", .list(.int))])

    private func unguarded(_ source: String) throws -> [Int] {
        try CompiledExpression.compile(source, scope: scope).unguardedReads.map(\.slot)
    }

    @Test(arguments: [
        ("a > 1", [0]),
        ("has(a)", []),
        ("has(a) && a > 1", []),
        ("a > 1 && has(a)", [0]),
        ("has(a) && b > 1 && a > 1", [1]),
        ("has(a) || a > 1", [0]),
        ("!has(a) || a > 1", []),
        ("!has(a) || !has(b) || a > b", []),
        ("!(has(a) && has(b)) || a > b", []),
        ("(has(a) || has(b)) && a > 1", [0]),
        ("(has(a) && flag || has(a)) && a > 1", [2]),
        ("has(a) ? a > 1 : b > 1", [1]),
        ("!has(a) ? b > 1 : a > 1", [1]),
        ("(has(a) ? true : false) && a > 1", [0]),
        ("has(items) && has(a) && items.all(i, i > a)", []),
        ("items.all(i, has(a)) && a > 1", [3, 0]),
        ("items.all(a, a > 1)", [3]),
        ("(has(a) && a > 1) == (a > 2)", [0]),
        ("a > 1 && a < 5", [0, 0]),
    ])
    func `a read is unguarded unless has stands before it`(source: String, slots: [Int]) throws {
        #expect(try unguarded(source) == slots)
    }

    @Test func `a read knows its place`() throws {
        let reads = try CompiledExpression.compile("flag && a > 1", scope: scope).unguardedReads
        #expect(reads.map(\.range) == [0..<4, 8..<9])
    }

    @Test func `what is only asked about counts as read`() throws {
        #expect(try CompiledExpression.compile("has(a) && b > 1", scope: scope).reads == [0, 1])
    }

    @Test func `a condition tells what is set once it is decided`() throws {
        let both = try CompiledExpression.compile("has(a) && has(b)", scope: scope)
        #expect(both.setWhenTrue == [0, 1])
        #expect(both.setWhenFalse == [])
        let neither = try CompiledExpression.compile("!has(a) || !has(b)", scope: scope)
        #expect(neither.setWhenTrue == [])
        #expect(neither.setWhenFalse == [0, 1])
    }

    @Test func `an unset name fails by name and place`() throws {
        let expression = try CompiledExpression.compile("flag && a > 1", scope: scope)
        #expect {
            try expression.evaluate([nil, nil, .bool(true), nil], in: sampleContext)
        } throws: { error in
            error as? EvaluationFailure == EvaluationFailure(.unset(name: "a"), at: 8..<9)
        }
    }

    @Test func `slots that are missing count as unset`() throws {
        let expression = try CompiledExpression.compile("has(b) || a > 1", scope: scope)
        #expect(throws: EvaluationFailure(.unset(name: "a"), at: 10..<11)) {
            try expression.evaluate([], in: sampleContext)
        }
    }

    @Test func `a value of another type than declared fails and does not trap`() throws {
        let expression = try CompiledExpression.compile("a > 1", scope: scope)
        #expect(throws: EvaluationFailure(.mistyped(name: "a"), at: 0..<1)) {
            try expression.evaluate([.string("1")], in: sampleContext)
        }
    }
}
