import Flows
import Testing

@Suite("Rules that read another answer of the same form")
struct FormRuleTests {
    /// What is wrong with some answers to a form that asks `least` and `most`.
    private func problems(with answers: [FieldName: FieldValue]) throws -> [FieldProblem] {
        let flow = FlowFiles.read(
            """
            flow: example
            version: 1
            fields:
              - least: {type: integer, max: 5}
              - most: {type: integer, rules: {larger: value > least}}
            steps:
              - {step: start, ask: [least, most]}
              - {step: done, end: done}
            """
        ).project.flows.first
        let machine = FlowMachine(try #require(flow), formats: AnyFormat())
        let state = try machine.begin(
            input: [:],
            locale: "en",
            zone: "UTC",
            now: 0,
            fresh: Fresh()
        ).state
        let submitted = FlowEvent.submitted(visit: state.visit, answers: answers)
        return try machine.advance(state, submitted, now: 0, fresh: Fresh()).problems
    }

    @Test
    func `wait until that one is there`() throws {
        #expect(
            try problems(with: ["most": .integer(3)])
                == [FieldProblem(field: "least", reason: .missing)]
        )
    }

    @Test
    func `wait until that one holds`() throws {
        #expect(
            try problems(with: ["least": .integer(9), "most": .integer(3)]).map(\.field)
                == ["least"]
        )
    }

    @Test
    func `are checked once both are there`() throws {
        #expect(
            try problems(with: ["least": .integer(4), "most": .integer(3)])
                == [FieldProblem(field: "most", reason: .rule("larger"))]
        )
        #expect(try problems(with: ["least": .integer(2), "most": .integer(3)]) == [])
    }
}
