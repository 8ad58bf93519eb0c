import Expressions
import Testing

@Suite("Limits of expressions")
struct LimitTests {
    @Test func `1,000 code points are allowed and 1,001 are not`() {
        let blanks = String(repeating: " ", count: 996)
        #expect(problems(of: blanks + "true") == [])
        let found = problems(of: blanks + " true")
        #expect(found.map(\.code) == ["E15"])
        #expect(found.map(\.range) == [1_000..<1_001])
    }

    @Test func `code points are counted, not bytes`() {
        let text = String(repeating: "字", count: 990)
        #expect(problems(of: "'\(text)'=='x'") == [])
    }

    @Test(arguments: [
        ("(", "true", ")"), ("[", "1", "][0]"), ("size([", "1", "])"), ("!", "true", ""),
        ("-", "age", ""), ("true ? true : ", "true", ""), ("true ? (", "true", ") : true"),
    ])
    func `33 levels are refused, and thousands do no harm`(
        open: String,
        core: String,
        close: String
    ) {
        func nested(_ depth: Int) -> String {
            String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
        }
        #expect(problems(of: nested(8)) == [])
        #expect(problems(of: nested(34)).map(\.code) == ["E15"])
        #expect(problems(of: nested(5_000)).map(\.code) == ["E15"])
    }

    @Test func `unclosed parentheses without end are refused`() {
        #expect(problems(of: String(repeating: "(", count: 999)).map(\.code) == ["E15"])
        #expect(problems(of: String(repeating: "[{", count: 400)).map(\.code) == ["E15"])
    }

    @Test func `a chain of conditions may be long`() throws {
        let chain = Array(repeating: "true", count: 120).joined(separator: " && ")
        #expect(try holds(chain))
        #expect(try !holds(chain + " && false"))
    }

    @Test func `a loop in a loop over long texts is too costly`() {
        let source = "answers.exists(a, answers.exists(b, a.contains(b)))"
        #expect(problems(of: source).map(\.code) == ["E15"])
        let scope = ExpressionScope(names: [("answers", .list(.string))], lengths: ["answers": 3])
        #expect(problems(of: source, scope: scope) == [])
    }

    @Test func `a declared length lowers the bound`() throws {
        func cost(_ length: Int) throws -> Int {
            let scope = ExpressionScope(names: [("note", .string)], lengths: ["note": length])
            return try CompiledExpression.compile("note.contains('x')", scope: scope).worstCaseCost
        }
        #expect(try cost(10) < cost(10_000))
    }

    @Test func `lengths beyond all reason don't overflow the bound`() {
        let scope = ExpressionScope(
            names: [("notes", .list(.string))],
            lengths: ["notes": .max]
        )
        let source = "notes.all(a, notes.exists(b, a + b == b + a))"
        #expect(problems(of: source, scope: scope).map(\.code) == ["E15"])
    }

    @Test func `values longer than declared end in a failure, not in waiting`() throws {
        let scope = ExpressionScope(names: [("answers", .list(.string))], lengths: ["answers": 3])
        let expression = try CompiledExpression.compile(
            "answers.all(a, answers.all(b, a == b))",
            scope: scope
        )
        let long = ExpressionValue.list(Array(repeating: .string("same"), count: 5_000))
        #expect {
            try expression.evaluateCondition([long], in: sampleContext)
        } throws: { ($0 as? EvaluationFailure)?.reason == .costExceeded }
    }

    @Test func `the step count is not forgiven by a later operand`() throws {
        let scope = ExpressionScope(names: [("answers", .list(.string))], lengths: ["answers": 3])
        let expression = try CompiledExpression.compile(
            "answers.all(a, answers.all(b, a == b)) || true",
            scope: scope
        )
        let long = ExpressionValue.list(Array(repeating: .string("same"), count: 5_000))
        #expect(throws: EvaluationFailure.self) {
            try expression.evaluateCondition([long], in: sampleContext)
        }
    }

    @Test func `a pattern that explodes elsewhere is linear`() throws {
        let letters = ExpressionValue.string(String(repeating: "a", count: 900) + "!")
        #expect(try !holds("citizenship.matches('^(a+)+$')", ["citizenship": letters]))
        #expect(try !holds("citizenship.matches('(a|a)*b')", ["citizenship": letters]))
    }

    @Test func `twice the text takes twice the steps, however the pattern repeats`() throws {
        for pattern in ["^(a+)+$", "(a|aa)+b", "(.*a){20}b", "a.{300}b", "((a?b?){9}){9}x"] {
            let expression = try CompiledExpression.compile(
                "citizenship.matches(r'\(pattern)')",
                scope: sampleScope
            )
            func steps(_ length: Int) -> Int {
                let text = ExpressionValue.string(String(repeating: "a", count: length))
                return expression.steps(slots(["citizenship": text]), in: sampleContext)
            }
            #expect(steps(800) > steps(400))
            #expect(steps(800) <= 2 * steps(400), "\(pattern)")
        }
    }

    @Test(arguments: [
        ("[0-9]+", 1), ("^[0-9]{6}$", 8), ("a{2,5}", 5), ("a{3,}", 3), ("a{0}b", 2),
        ("(ab){3}", 6), ("((a{2}b){3}c){4}", 40), ("(a|b){2}x", 5), ("a{b", 3), ("x{,3}", 5),
        (#"\p{Greek}{4}"#, 4), (#"\pL{4}"#, 4), (#"\x{41}{4}"#, 4), (#"\x41{4}"#, 4),
        (
            #"(\Q){\Ea){2}"#, 6
        ), (#"\[{4}"#, 4),
        ("[]a{9}]{2}", 2), ("[^]{9}]{2}", 2), (#"[\]{9}]{2}"#, 2), ("[[:alpha:]{9}]{2}", 2),
        ("字{2}", 2),
    ])
    func `a match costs what its pattern weighs, repetitions written out`(
        pattern: String,
        weight: Int
    ) throws {
        func cost(_ pattern: String) throws -> Int {
            let source = "citizenship.matches(r'\(pattern)')"
            let scope = ExpressionScope(
                names: [("citizenship", .string)],
                lengths: ["citizenship": 1_000]
            )
            return try CompiledExpression.compile(source, scope: scope).worstCaseCost
        }
        // Each place costs as much as any other.
        let place = try cost("ab") - cost("a")
        #expect(try cost(pattern) - cost("a") == (weight - 1) * place)
    }

    @Test func `a pattern that repeats much is not matched with many long texts`() {
        let scope = ExpressionScope(names: [("notes", .list(.string))], lengths: ["notes": 10])
        func found(_ pattern: String) -> [String] {
            problems(of: "notes.all(n, n.matches('\(pattern)'))", scope: scope).map(\.code)
        }
        #expect(found("^[ab]+x$") == [])
        #expect(found("[ab]{500}x") == ["E15"])
    }

    @Test func `a text longer than declared is not matched with a heavy pattern`() throws {
        let scope = ExpressionScope(names: [("note", .string)], lengths: ["note": 3])
        let long = ExpressionValue.string(String(repeating: "a", count: 50_000))
        func reason(_ pattern: String) throws -> EvaluationFailure.Reason? {
            let source = "note.matches('\(pattern)')"
            let expression = try CompiledExpression.compile(source, scope: scope)
            do throws(EvaluationFailure) {
                _ = try expression.evaluateCondition([long], in: sampleContext)
                return nil
            } catch {
                return error.reason
            }
        }
        #expect(try reason("[ab]+x") == nil)
        #expect(try reason("[ab]{500}x") == .costExceeded)
    }

    @Test func `a pattern that needs too much memory is refused`() {
        #expect(problems(of: "citizenship.matches('((x{100}){100}){100}')").map(\.code) == ["E10"])
        #expect(problems(of: "citizenship.matches('(\\\\pL{500}){2}')").map(\.code) == ["E10"])
    }
}
