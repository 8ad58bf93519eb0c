import Documents
import Expressions
import Flows
import Testing

@Suite("StepNames")
struct StepNamesTests {
    private static let flow = """
        flow: names
        version: 1
        input: {campaign: {type: text, optional: true}}
        constants: {limit: 500 USD, wait: 1h30m, day: 2026-03-01, many: 3, word: "x"}
        fields:
          - [email, citizenship]
          - nickname: {type: text, optional: true, length: {max: 20}}
          - newsletter: {type: bool, default: false}
          - proof: {type: captcha}
          - pets: {type: list, of: {kind: {type: text}}, count: 2}
        steps:
          - step: start
            ask: [email, nickname, newsletter, proof]
          - step: look_up
            call: find_account
            events:
              answered:    more
              unavailable: more
            after: {1h: more}
          - step: more
            ask: [citizenship, pets]
          - step: done
            end: done
        """

    private func names(at step: StepName) throws -> StepNames {
        let (project, problems) = FlowFiles.read(
            Self.flow,
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        )
        let flow = try #require(project.flows.first, "\(problems.map(\.message))")
        return StepNames(of: try #require(flow.step(step)), in: flow)
    }

    @Test(arguments: [
        ("start", ["email", "newsletter", "proof"]),
        ("look_up", ["email", "newsletter", "proof"]),
        ("done", ["citizenship", "email", "newsletter", "pets", "proof"]),
    ])
    func `what is certain is what every way here has set, with the form's own answers`(
        step: String,
        certain: [String]
    ) throws {
        let names = try names(at: StepName(step)).names
        #expect(names.filter(\.isCertain).map(\.text).sorted() == certain)
    }

    @Test func `types are those of conditions`() throws {
        let names = try names(at: "start").names
        let types = Dictionary(uniqueKeysWithValues: names.map { ($0.text, $0.type) })
        #expect(types["email"] == .string)
        #expect(types["newsletter"] == .bool)
        #expect(types["is_known"] == .bool)
        #expect(types["proof"] == .some(nil))
        #expect(types["pets"] == .list(.record(["kind": .string])))
        #expect(names.first { $0.text == "newsletter" }?.defaultValue == .bool(false))
    }

    @Test(arguments: [
        "limit == limit", "wait == duration('90m')", "day.getFullYear() == 2026", "many == 3",
        "word == 'x'", "extra == 1",
    ])
    func `constants are known, and names can be added`(source: String) throws {
        let names = try names(at: "start")
        let expression = try CompiledExpression.compile(
            source,
            scope: names.scope(adding: [("extra", .int)]),
            expecting: .bool
        )
        let slots = names.names.map { _ in ExpressionValue?.none } + [.int(1)]
        let context = EvaluationContext(now: 0, zone: "UTC", locale: "en")
        #expect(try expression.evaluateCondition(slots, in: context))
    }

    @Test func `what no condition reads has no name`() throws {
        let scope = try names(at: "start").scope()
        #expect(throws: ExpressionProblems.self) {
            try CompiledExpression.compile("proof == ''", scope: scope)
        }
    }

    @Test func `declared lengths bound the cost`() throws {
        let names = try names(at: "start")
        func cost(_ source: String) throws -> Int {
            try CompiledExpression.compile(source, scope: names.scope()).worstCaseCost
        }
        #expect(try cost("nickname.contains('x')") < cost("email.contains('x')"))
        #expect(try cost("citizenship.contains('x')") < cost("nickname.contains('x')"))
        #expect(try cost("pets.all(p, p.kind == 'x')") < 1_000)
    }
}
