import Expressions
import Testing

@Suite("Hostile sources")
struct HostileSourceTests {
    private static let pieces = [
        "(", ")", "[", "]", "{", "}", ",", ":", "?", ".", "||", "&&", "!", "==", "<", "+", "-", "*",
        "/",
        "%", " in ", "'a'", "\"", "'''", "r'", "\\", "1", "1.5", "9223372036854775808", "0x",
        "1e999",
        "age", "answers", "cards", "citizenship", "has(", ".all(", ".exists_one(x,", "size(",
        "today",
        "true", "null", "//", "\n", "\u{0}", "字", "🐱", "e\u{301}", "timestamp(", "duration(",
        ".matches(", ".getHours(", "string(", "is_known", "amount", "consent.version",
        "account.email",
    ]

    /// A small generator with a fixed beginning, so that a find can be repeated.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test(arguments: 0..<8)
    func `random pieces are read or refused, within the source`(seed: Int) throws {
        var generator = Generator(state: UInt64(seed) &* 7_919 &+ 1)
        let values = slots([
            "age": .int(.min), "citizenship": .string("字e\u{301}"), "is_known": .bool(true),
            "answers": .list([.string(""), .string("a")]),
        ])
        var compiled = 0
        for _ in 0..<2_000 {
            let count = Int.random(in: 1...12, using: &generator)
            let source = (0..<count).map { _ in
                Self.pieces.randomElement(using: &generator) ?? ""
            }.joined()
            do throws(ExpressionProblems) {
                let expression = try CompiledExpression.compile(source, scope: sampleScope)
                compiled += 1
                #expect(expression.steps(values, in: sampleContext) <= expression.worstCaseCost)
                let result = Result { try expression.evaluate(values, in: sampleContext) }
                if case .failure(let error as EvaluationFailure) = result {
                    #expect((0...source.utf8.count).contains(error.range.upperBound))
                }
            } catch {
                for problem in error.problems {
                    #expect((0...source.utf8.count).contains(problem.range.upperBound))
                }
            }
        }
        #expect(compiled > 0)
    }

    @Test(arguments: 0..<4)
    func `random patterns are read or refused`(seed: Int) {
        let pieces = [
            "(", ")", "(?i)", "[", "]", "[^", "[:alpha:]", "{2}", "{3,9}", "{2,}", "{", "}", ",",
            "|",
            "*", "?", "\\", "\\Q", "\\E", "\\p", "\\pL", "\\x", "\\x{41}", "a", "9", "字", "^", "$",
            ".",
        ]
        var generator = Generator(state: UInt64(seed) &* 6_841 &+ 3)
        var compiled = 0
        for _ in 0..<2_000 {
            let pattern = (0..<Int.random(in: 1...10, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            let found = problems(of: "citizenship.matches(r\"\(pattern)\")")
            if found.isEmpty { compiled += 1 }
            #expect(found.isEmpty || ["E10", "E15"].contains(found[0].code), "\(pattern)")
        }
        #expect(compiled > 100)
    }

    @Test(arguments: ["", "   ", "// only a comment"])
    func `an empty expression does not parse`(source: String) {
        #expect(problems(of: source).map(\.message) == ["the expression is empty"])
    }

    @Test func `a NUL in a text is a code point like others`() throws {
        #expect(
            try holds("size('a\\000b') == 3 && 'a\\000b'.matches('a\\\\x00b') && 'a\\000b' != 'a'")
        )
    }

    @Test func `comments and line ends stand anywhere`() throws {
        #expect(try holds("true // a reason\n && // another\r\n true"))
    }
}
