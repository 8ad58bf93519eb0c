import Foundation
import Testing

@testable import paifang

@Suite("paifang mail")
struct MailTests {
    private func home() async throws -> CommandHome {
        let home = try CommandHome()
        let answers = try home.write(AnswerTexts.plain.yaml, to: "answers.yaml")
        let walk = try await home.run(["run", "wallet-signup", "--answers", answers, "--no-input"])
        #expect(walk.status == 0, "\(walk.errors)")
        return home
    }

    @Test func `what went out is listed, the newest first by its number`() async throws {
        let home = try await home()
        let result = try await home.run(["mail"])
        let lines = result.output.split(separator: "\n")
        #expect(result.status == 0 && result.errors.isEmpty)
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("2  ") == true && lines.last?.hasPrefix("1  ") == true)
        #expect(lines.allSatisfy { $0.contains("Z  mail  ") && $0.hasSuffix(".eml") })
    }

    @Test func `a letter is read with its address, subject and words`() async throws {
        let home = try await home()
        // The first asks to confirm the address, the second welcomes, even where both are of one second.
        let result = try await home.run(["mail", "2"])
        #expect(result.output.hasPrefix("jana.novakova@example.cz\n"))
        #expect(result.output.contains("paifang open"))
        #expect(try await !home.run(["mail", "1"]).output.contains("paifang open"))
        let list = try await home.run(["mail"]).output.split(separator: "\n")
        let name = try #require(list.first?.split(separator: " ").last)
        let named = try await home.run(["mail", String(name)])
        #expect(named.output == result.output)
        let json = try await home.run(["mail", "2", "--json"])
        #expect(json.json?["channel"] as? String == "mail")
        #expect((json.json?["text"] as? String).map { $0 + "\n" } == result.output)
    }

    @Test(arguments: ["0", "3", "99999999999999999999", "nothing.eml", "../paifang.key", ""])
    func `what is not there says so`(which: String) async throws {
        let home = try await home()
        let result = try await home.run(["mail", which])
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("paifang mail lists what is there"))
    }

    @Test func `without anything there is an empty list`() async throws {
        let home = try CommandHome()
        let result = try await home.run(["mail"])
        #expect(result.status == 0 && result.output.isEmpty)
        #expect(result.errors.contains("nothing has gone out"))
        let json = try await home.run(["mail", "--json"])
        #expect((json.json?["letters"] as? [Any])?.isEmpty == true)
    }
}
