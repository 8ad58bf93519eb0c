import Documents
import Flows
import Foundation
import Testing

@Suite("The project's own flows")
struct ProjectFilesTests {
    @Test
    func `the wallet sign-up reads without a finding`() throws {
        let (project, problems) = try Self.read()
        for problem in problems {
            Issue.record(
                "\(problem.range.file):\(problem.range.start.line):\(problem.range.start.column) \(problem.code) \(problem.message) \(problem.notes)"
            )
        }
        let flow = try #require(project.flow("wallet-signup"))
        #expect(flow.steps.count == 17)
    }

    static func read() throws -> (project: FlowProject, problems: [Diagnostic]) {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../flows")
        let text = { (name: String) in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        return FlowFiles.read(
            [("flows/wallet-signup.yaml", try text("wallet-signup.yaml"))],
            fields: try text("fields.yaml"),
            effects: try text("effects.yaml")
        )
    }
}
