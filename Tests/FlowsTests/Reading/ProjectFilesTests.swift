import Documents
import Flows
import Foundation
import Testing

@Suite("The project's own flows")
struct ProjectFilesTests {
    @Test
    func `the wallet sign-up reads without a finding`() throws {
        let texts = try Self.texts()
        let (project, problems) = FlowFiles.read(
            [("flows/wallet-signup.yaml", texts.flow)],
            fields: texts.fields,
            effects: texts.effects
        )
        #expect(
            problems.map { "\($0.range.file):\($0.range.start.line) \($0.code) \($0.message)" }
                == []
        )
        let flow = try #require(project.flow("wallet-signup"))
        #expect(flow.steps.count == 17)
        #expect(
            project.signals == [
                "account_suspended", "account_ended", "agreement_changed", "review_decided",
            ]
        )
    }

    /// The texts of the sign-up and what it shares with other flows.
    static func texts() throws -> (flow: String, fields: String, effects: String) {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../flows")
        let text = { (name: String) in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        return (
            try text("wallet-signup.yaml"), try text("fields.yaml"), try text("effects.yaml")
        )
    }
}
