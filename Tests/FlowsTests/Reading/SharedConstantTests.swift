import Documents
import Testing

@testable import Flows

/// Constants of the fields file, which every flow has.
@Suite("Shared constants")
struct SharedConstantTests {
    private static let fields = FlowFiles.fields + "\nconstants: {opens: 9:00 GMT+8, most: 3}\n"

    private static func read(
        _ head: String = "fields: [email]",
        fields: String = fields
    ) -> (project: FlowProject, said: [String]) {
        let flow = """
            flow: first
            version: 1
            \(head)
            steps:
              - {step: start, ask: [email], next: [{if: 'size(email) > most', goto: long}, {else: over}]}
              - {step: long, end: long}
              - {step: over, end: over}
            """
        let (project, problems) = FlowFiles.read(flow, fields: fields)
        return (project, problems.map { "\($0.code) \($0.range.file) \($0.message)" })
    }

    @Test func `every flow has them, for its conditions and its messages`() throws {
        let (project, said) = Self.read("constants: {own: 1}\nfields: [email]")
        #expect(said == [])
        let flow = try #require(project.flows.first)
        #expect(flow.constants.map(\.name) == ["own", "most", "opens"])
        #expect(flow.constants.last?.time == TimeOfDay("9:00 GMT+8"))
    }

    @Test(arguments: [
        ("constants: {opens: 1}\nfields: [email]", "`opens` is a constant of all flows already"),
        (
            "fields: [email, {most: {type: integer, default: 1}}]",
            "`most` is a constant of all flows already"
        ),
    ])
    func `no flow has another of that name`(head: String, finding: String) {
        #expect(Self.read(head).said.contains("E01 flow.yaml \(finding)"))
    }

    @Test func `nor is one an account field`() {
        let fields = FlowFiles.fields + "\nconstants: {email: 1}\n"
        let said = Self.read(fields: fields).said
        #expect(said.contains("E01 fields.yaml `email` is a field already"))
    }
}
