import Documents
import Flows
import Testing

/// A flow with `1️⃣` where a finding is expected.
struct MarkedFlow: Sendable, CustomTestStringConvertible {
    let code: String
    /// A part of the message.
    let message: String
    let body: String
    /// Whether the text is a whole file, rather than what follows the head that most share.
    let isWhole: Bool

    init(_ code: String, _ message: String, _ body: String, isWhole: Bool = false) {
        self.code = code
        self.message = message
        self.body = body
        self.isWhole = isWhole
    }

    var testDescription: String { "\(code) \(message)" }

    /// Reads the flow and expects the finding at the mark, and no other error.
    func check(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
        let marked = isWhole ? body : "flow: example\nversion: 1\n" + body
        let parts = marked.split(separator: "1️⃣", omittingEmptySubsequences: false)
        try #require(parts.count == 2, "one mark")
        let source = SourceText(path: "flow.yaml", text: parts.joined())
        let expected = source.position(at: parts[0].utf8.count)
        let (project, problems) = FlowFiles.read(
            parts.joined(),
            fields: FlowFiles.fields,
            effects: FlowFiles.effects
        )
        let said = problems.map {
            "\($0.range.start.line):\($0.range.start.column) \($0.code) \($0.message)"
        }
        let finding = try #require(
            problems.first { $0.code == code && $0.message.contains(message) },
            "\(said)",
            sourceLocation: sourceLocation
        )
        #expect(
            [finding.range.start.line, finding.range.start.column]
                == [expected.line, expected.column],
            sourceLocation: sourceLocation
        )
        #expect(problems.count == 1, "\(said)", sourceLocation: sourceLocation)
        #expect(
            project.flows.isEmpty == (finding.severity == .error),
            sourceLocation: sourceLocation
        )
    }
}
