import Documents
import Flows
import Testing

@Suite("What the codes mean")
struct FlowFindingsTests {
    /// The codes of conditions, whose examples are tested with the expressions.
    static let ofConditions: Set = ["E10", "E11", "E14", "E15", "E16"]
    static let ofFlows = FlowFindings.explanations.filter { !ofConditions.contains($0.code) }

    /// Reads an example beside what the examples use.
    private static func read(_ flow: String) -> (project: FlowProject, problems: [Diagnostic]) {
        let birthday = """
            flow: ask-birthday
            version: 1
            fields: [day: {type: date}]
            steps:
              - {step: start, ask: [day]}
              - {step: told, end: told}
            """
        let old = """
            flow: example
            version: 1
            fields: [email, citizenship]
            steps:
              - {step: start, ask: [email]}
              - {step: more, ask: [citizenship]}
              - {step: done, end: done}
            """
        return FlowFiles.read(
            [("flow.yaml", flow), ("birthday.yaml", birthday)],
            fields: FlowFiles.fields,
            effects: FlowFiles.effects,
            old: [old]
        )
    }

    @Test(arguments: ofFlows)
    func `the wrong example has the finding`(explanation: DiagnosticExplanation) {
        let codes = Self.read(explanation.wrong).problems.map(\.code)
        #expect(codes.contains(explanation.code), "\(explanation.code)")
    }

    @Test(arguments: ofFlows)
    func `the right example has no finding`(explanation: DiagnosticExplanation) {
        let (project, problems) = Self.read(explanation.right)
        #expect(problems.map { "\($0.code) \($0.message)" } == [], "\(explanation.code)")
        #expect(project.flow("example") != nil)
    }

    @Test
    func `every code is explained once`() {
        let codes = FlowFindings.explanations.map(\.code)
        #expect(
            codes == [
                "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E10", "E11", "E12", "E13", "E14",
                "E15", "E16", "E20", "E21", "E22", "E23", "E24", "E30", "E35", "E36", "E37", "E38",
                "E39",
                "E40", "E41",
                "E42", "E43", "E44", "W30", "W31", "W32", "W33",
            ]
        )
    }
}
