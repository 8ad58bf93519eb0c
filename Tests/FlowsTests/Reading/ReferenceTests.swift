import Documents
import Flows
import Foundation
import Testing

@Suite("The reference of the format")
struct ReferenceTests {
    /// The examples of the reference, each a whole file.
    private static func examples() throws -> [String] {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/flow-format.md")
        let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```")
        return parts.filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst(5)) }
    }

    @Test
    func `every example reads without a finding`() throws {
        let examples = try Self.examples()
        let fields = try #require(examples.first { $0.hasPrefix("fields:") })
        let effects = try #require(examples.first { $0.hasPrefix("effects:") })
        let flows = examples.filter { $0.hasPrefix("flow:") }
        #expect(flows.count == 9)
        #expect(examples.count == 12)
        let (project, problems) = FlowFiles.read(
            flows.map { (path: String($0.prefix { !$0.isNewline }), text: $0) },
            fields: fields,
            effects: effects
        )
        #expect(
            problems.map { "\($0.range.file):\($0.range.start.line) \($0.code) \($0.message)" }
                == []
        )
        #expect(project.flows.count == flows.count)
    }

    @Test
    func `every code is listed`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/flow-format.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        for explanation in FlowFindings.explanations {
            #expect(text.contains("| \(explanation.code) |"), "\(explanation.code)")
        }
    }
}
