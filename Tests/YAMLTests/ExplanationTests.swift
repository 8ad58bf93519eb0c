import Documents
import Testing
import YAML

@Suite("Explanations")
struct ExplanationTests {
    @Test(arguments: DocumentFindings.explanations)
    func `the wrong example has the finding and the right one has none`(
        explanation: DiagnosticExplanation
    ) throws {
        #expect(Set(read(explanation.wrong).problems.map(\.code)) == [explanation.code])
        _ = try tree(explanation.right)
    }

    @Test func `each code of a file in general is explained`() {
        #expect(
            DocumentFindings.explanations.map(\.code) == ["E01", "E31", "E32", "E33", "E34"]
        )
    }
}
