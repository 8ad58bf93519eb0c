import Flows
import Foundation
import Screens
import Sessions
import Testing

@testable import paifang

/// REQ security.md: personal data is in no output but the person's own screen and letters.
@Suite("Words that name somebody")
struct PublicWordsTests {
    /// A project whose titles of the end and of the personal data name the address.
    private func naming(_ home: CommandHome) throws -> String {
        let project = try BrokenProject(in: home)
        for (old, new) in [
            ("title: \"Your account is ready\"", "title: \"Ready, {email}\""),
            ("title: \"About you\"", "title: \"About {email}\""),
        ] {
            try project.replace(old, by: new, in: "locales/en.yaml")
        }
        for language in ["cs", "id", "ru", "zh"] {
            try FileManager.default.removeItem(atPath: "\(project.path)/locales/\(language).yaml")
        }
        return project.path
    }

    @Test func `a title that names somebody gives way to the step in a summary`() async throws {
        let home = try CommandHome()
        let answers = try home.write(AnswerTexts.plain.yaml, to: "answers.yaml")
        let result = try await home.run(
            ["run", "wallet-signup", "--no-input", "--answers", answers],
            in: .folder(try naming(home))
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains(": registered\n"))
        #expect(!result.output.contains("jana"))
    }

    @Test func `and where a link was opened`() async throws {
        let home = try CommandHome()
        let project = try naming(home)
        let walk = try OpenTests.waiting(home)
        let letter = try #require(try home.letters().last)
        let result = try await home.run(["open", letter], in: .folder(project))
        #expect(result.status == 0, "\(result.errors)")
        #expect(walk.refresh())
        #expect(walk.screen.step == "personal")
        #expect(result.output.contains("personal"))
        #expect(!result.output.contains("jana"))
    }

    @Test func `a letter that does not go out is told without its address`() async throws {
        let home = try CommandHome()
        #expect(try await home.sign(up: .plain).status == 0)
        try FileManager.default.removeItem(atPath: home.mailFolder)
        try home.write("no folder", to: "data/paifang/paifang.mail")
        let result = try await home.sign(up: .plain)
        #expect(result.status == 2)
        #expect(result.errors.contains("waits at check_mail: failure.letter_delayed"))
        #expect(!result.errors.contains("jana"))
    }
}
