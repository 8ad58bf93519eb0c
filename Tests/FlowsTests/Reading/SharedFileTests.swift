import Documents
import Flows
import Testing
import YAML

/// Fields and effects files of which nothing can be read.
@Suite("Shared files")
struct SharedFileTests {
    private static let flow = """
        flow: first
        version: 1
        expires: {after: 7d, goto: done}
        fields: [email, citizenship]
        steps:
          - {step: start, ask: [email, citizenship]}
          - {step: look, call: find_account, events: {answered: done, unavailable: done}}
          - {step: done, end: done}
        """

    private static func codes(fields: String, effects: String) -> [String] {
        let (project, problems) = FlowFiles.read(flow, fields: fields, effects: effects)
        #expect(project.flows.isEmpty == !problems.isEmpty)
        return problems.map(\.code)
    }

    @Test func `files that can be read have nothing to tell`() {
        #expect(Self.codes(fields: FlowFiles.fields, effects: FlowFiles.effects) == [])
    }

    @Test(arguments: ["{email: {type: email}\n", "\tx: y\n", "a: 'b\n"])
    func `a file of which nothing can be read is told once, and not at each of its names`(
        text: String
    ) {
        #expect(Self.codes(fields: text, effects: FlowFiles.effects) == ["E32"])
        #expect(Self.codes(fields: FlowFiles.fields, effects: text) == ["E32"])
    }

    @Test(arguments: ["fields: *all\n", "? [a]\n: b\n", "fields: []\n"])
    func `what is wrong with the whole of a file is not told at each of its names`(text: String) {
        let codes = Self.codes(fields: text, effects: FlowFiles.effects)
        #expect(!codes.isEmpty && !codes.contains("E13"), "\(codes)")
    }

    @Test func `a file that is there and can't be had is not told at each of its names`() {
        let lost = ProjectFile(source: SourceText(path: "fields.yaml", text: ""), root: nil)
        let (project, problems) = FlowProject.read(
            flows: [FlowFiles.file("flow.yaml", Self.flow)],
            fields: lost,
            effects: FlowFiles.file("effects.yaml", FlowFiles.effects),
            hash: { _ in "" }
        )
        // Whoever could not get it has said so.
        #expect(problems.isEmpty && project.flows.isEmpty)
    }

    @Test func `of a file that is sound and holds nothing each name is told`() {
        #expect(
            Self.codes(fields: "fields: {}\n", effects: FlowFiles.effects).filter { $0 == "E13" }
                .count == 2
        )
        #expect(
            Self.codes(fields: FlowFiles.fields, effects: "effects: {}\n").contains("E22")
        )
    }

    @Test func `of a file with one mistake the other names are known`() {
        let fields = FlowFiles.fields + "\n  odd: {of: 3"
        let codes = Self.codes(fields: fields, effects: FlowFiles.effects)
        #expect(!codes.isEmpty && !codes.contains("E13"))
    }
}
