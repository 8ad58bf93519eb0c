import Expressions
import Foundation
import Testing

@Suite("The conformance suite of CEL")
struct ConformanceTests {
    private static let context = EvaluationContext(now: 0, zone: "UTC", locale: "en")

    @Test func `the fixtures hold all cases, each once`() {
        #expect(ConformanceCase.sample.cases.count == 462)
        #expect(ConformanceCase.sample.header?.cases == 462)
        #expect(ConformanceCase.rest.cases.count == 638)
        #expect(ConformanceCase.rest.header?.cases == 638)
        #expect(Set(ConformanceCase.all.map(\.key)).count == 1_100)
    }

    @Test(arguments: ConformanceCase.accepted)
    func `a case of the subset gives what the suite expects`(test: ConformanceCase) throws {
        let expression = try CompiledExpression.compile(test.expr, scope: test.scope)
        if let type = test.type {
            // What is in an empty list may be anything: the suite calls that dyn.
            #expect(expression.type.description.replacing("nothing", with: "dyn") == type)
        }
        if let expected = test.expect.value {
            let value = try expression.evaluate(test.slots, in: Self.context)
            let wanted = try #require(expected.value)
            #expect(value == wanted, "\(shown(value)) instead of \(shown(wanted))")
        } else if test.expect.error != nil {
            #expect(throws: EvaluationFailure.self) {
                try expression.evaluate(test.slots, in: Self.context)
            }
        } else {
            #expect(test.type != nil, "nothing is expected of this case")
        }
    }

    @Test(arguments: ConformanceCase.refused)
    func `a case that the checker refuses is refused for reasons that are told`(
        test: ConformanceCase
    ) {
        for problem in test.problems {
            #expect(ConformanceRefusal(problem) != nil, "\(problem.code) \(problem.message)")
        }
    }

    @Test func `the reference counts what is refused, by reason`() throws {
        var counts: [ConformanceRefusal: (codes: Set<String>, cases: Int)] = [:]
        for test in ConformanceCase.refused {
            let problem = try #require(test.problems.first)
            let reason = try #require(ConformanceRefusal(problem))
            counts[reason, default: ([], 0)].codes.insert(problem.code)
            counts[reason, default: ([], 0)].cases += 1
        }
        for reason in ConformanceRefusal.allCases {
            let (codes, cases) = try #require(counts[reason], "\(reason)")
            let row =
                "| \(reason.rawValue) | \(codes.sorted().joined(separator: ", ")) | \(cases) |"
            #expect(try Self.reference.contains(row), "\(row)")
        }
        let sum =
            "\(ConformanceCase.accepted.count) of the suite's cases give what it expects, "
            + "and \(ConformanceCase.refused.count) are refused"
        #expect(try Self.reference.contains(sum), "\(sum)")
    }

    @Test func `the reference names the files of the suite that are left out`() throws {
        let outside = try #require(ConformanceCase.rest.header?.outside)
        for (because, files) in Dictionary(grouping: outside, by: \.value.because) {
            let names = files.map(\.key).sorted().map { "`\($0)`" }.joined(separator: ", ")
            let count = files.map(\.value.cases).reduce(0, +)
            let row = try Self.reference.split(separator: "\n").first {
                $0.hasPrefix("| \(names)") && $0.hasSuffix(" | \(because) | \(count) |")
            }
            #expect(row != nil, "\(names): \(because), \(count)")
        }
    }

    @Test(arguments: ConformanceCase.accepted)
    func `no evaluation takes more steps than the bound`(test: ConformanceCase) throws {
        let expression = try CompiledExpression.compile(test.expr, scope: test.scope)
        #expect(expression.steps(test.slots, in: Self.context) <= expression.worstCaseCost)
    }

    /// The page that says what the subset is.
    private static var reference: String {
        get throws {
            let page = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../../docs/flow-format.md")
            return try String(contentsOf: page, encoding: .utf8)
        }
    }
}
