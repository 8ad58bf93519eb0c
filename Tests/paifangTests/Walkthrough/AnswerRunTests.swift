import Documents
import Flows
import Sessions
import Testing

@testable import paifang

@Suite("Walks with the answers of a file")
struct AnswerRunTests {
    private func answers() throws -> AnswerFile {
        let text = """
            gender: female
            family_name: Novak
            birth_date: 1990-03-27
            citizenship: CZ
            """
        let flow = try #require(SampleService.project.flows.flow("wallet-signup"))
        let file = AnswerFile(SourceText(path: "answers.yaml", text: text), for: flow)
        try #require(file.problems.isEmpty)
        return file
    }

    @Test(arguments: [WalkReply.moved, .refused])
    func `who is led away while a form is filled goes on where the walk is`(
        reply: WalkReply
    ) throws {
        let face = FakeWalk()
        face.leadsAway = (at: "family_name", reply: reply)
        let ending = AnswerRun(walk: face, answers: try answers()).run()
        guard case .finished = ending else {
            Issue.record("\(ending)")
            return
        }
        #expect(face.answers == ["gender": "female"])
        #expect(face.opened.count == 1)
    }
}
