import Documents
import Flows
import Testing

@Suite("What the codes mean")
struct FlowFindingsTests {
    /// The codes of conditions, whose examples are tested with the expressions.
    static let ofConditions: Set = ["E10", "E11", "E14", "E15", "E16"]
    static let ofFlows = FlowFindings.explanations.filter { !ofConditions.contains($0.code) }

    @Test(arguments: ofFlows)
    func `the wrong example has the finding`(explanation: DiagnosticExplanation) {
        let codes = FlowFiles.read(
            explanation.wrong,
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        ).problems.map(\.code)
        #expect(codes.contains(explanation.code), "\(explanation.code)")
    }

    @Test(arguments: ofFlows)
    func `the right example has no finding`(explanation: DiagnosticExplanation) {
        let (project, problems) = FlowFiles.read(
            explanation.right,
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        )
        #expect(problems.map { "\($0.code) \($0.message)" } == [], "\(explanation.code)")
        #expect(project.flows.count == 1)
    }

    @Test
    func `every code is explained once`() {
        let codes = FlowFindings.explanations.map(\.code)
        #expect(
            codes == [
                "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E10", "E11", "E12", "E13", "E14",
                "E15", "E16", "E20", "E21", "E22", "E30", "E35", "E36", "E37", "E38", "E39", "E40",
                "E41",
                "E42", "E43", "W30", "W31", "W32", "W33",
            ]
        )
    }
}
