import Flows
import Foundation
import SQLiteStorage
import Sessions
import Testing

@testable import paifang

@Suite("Leaving and coming back")
struct ResumeTests {
    /// A home with a walk that stands at the personal data.
    private func begun(_ home: CommandHome, email: String = "jana@example.cz") async throws
        -> String
    {
        let before = Set(try sessions(home))
        let result = try await home.sign(
            up: AnswerTexts.plain.with("email", email).without("gender")
        )
        #expect(result.status == 64)
        return try #require(try sessions(home).first { !before.contains($0) })
    }

    private func sessions(_ home: CommandHome) throws -> [String] {
        guard FileManager.default.fileExists(atPath: home.database) else { return [] }
        return try home.store().sessions().map(\.id.text)
    }

    @Test func `the last walk is gone on with where no name is given`() async throws {
        let home = try CommandHome()
        let first = try await begun(home)
        let second = try await begun(home, email: "petr@example.cz")
        let result = try await home.sign(up: .plain, ["--resume", "--json"])
        #expect(result.status == 0)
        #expect(result.json?["session"] as? String == second)
        let next = try await home.sign(up: .plain, ["--json", "--resume"])
        #expect(next.json?["session"] as? String == first)
        #expect(try home.hasAccount(of: "jana@example.cz"))
        #expect(try home.hasAccount(of: "petr@example.cz"))
    }

    @Test func `the beginning of a name is enough`() async throws {
        let home = try CommandHome()
        let name = try await begun(home)
        let result = try await home.sign(
            up: .plain,
            ["--resume", String(name.prefix(6)), "--json"]
        )
        #expect(result.status == 0)
        #expect(result.json?["session"] as? String == name)
    }

    @Test func `a beginning that several walks share names them all`() async throws {
        let home = try CommandHome()
        let engine = try SampleService(in: home).service.engine
        // Of seventeen names in hexadecimal two begin with the same digit.
        var digits: [Character: Int] = [:]
        for _ in 0..<17 where !digits.values.contains(2) {
            let walk = try engine.begin("wallet-signup", input: [:], locale: "en", zone: "UTC")
            digits[try #require(walk.id.text.first), default: 0] += 1
        }
        let names = try sessions(home)
        let digit = try #require(digits.first { $0.value == 2 }?.key)
        let result = try await home.sign(up: .plain, ["--resume", String(digit)])
        #expect(result.status == 2)
        for name in names where name.first == digit { #expect(result.errors.contains(name)) }
    }

    @Test(arguments: ["zzzz", "0123456789abcdef0", ""])
    func `a walk that is not there is said to be so`(name: String) async throws {
        let home = try CommandHome()
        _ = try await begun(home)
        let result = try await home.sign(up: .plain, ["--resume", name])
        #expect(result.status == 2)
        #expect(result.errors.contains("no walk"))
        #expect(result.errors.contains("paifang run --list"))
    }

    @Test func `where there is no database, nothing is gone on with and none is made`() async throws
    {
        let home = try CommandHome()
        #expect(try await home.sign(up: .plain, ["--resume"]).status == 2)
        let list = try await home.run(["run", "--list"])
        #expect(list.status == 0)
        #expect(!list.output.contains("\n\n"))
        #expect(!FileManager.default.fileExists(atPath: home.dataFolder))
    }

    @Test func `walks under way are listed, those that have ended are not`() async throws {
        let home = try CommandHome()
        let name = try await begun(home)
        #expect(
            try await home.sign(up: AnswerTexts.plain.with("email", "b@example.cz")).status == 0
        )
        let list = try await home.run(["run", "--list"])
        #expect(list.status == 0)
        let parts = list.output.split(separator: "\n\n")
        let walks = try #require(parts.last)
        #expect(parts.count == 2)
        #expect(walks.hasPrefix(name))
        #expect(walks.hasSuffix("  wallet-signup  personal\n"))
        #expect(walks.filter { $0 == "\n" }.count == 1)
        #expect(list.errors.isEmpty)
    }

    @Test func `the list as JSON has exactly its members`() async throws {
        let home = try CommandHome()
        let name = try await begun(home)
        let list = try await home.run(["run", "--list", "--json"])
        let json = try #require(list.json)
        #expect(Set(json.allKeys.map { "\($0)" }) == ["schema", "flows", "walks"])
        let walk = try #require((json["walks"] as? [[String: String]])?.first)
        #expect(walk["session"] == name)
        #expect(walk["flow"] == "wallet-signup")
        #expect(walk["step"] == "personal")
        #expect(walk["updated"]?.hasSuffix("Z") == true)
        #expect(walk.count == 4)
    }

    @Test func `looking at the list moves no walk`() async throws {
        let home = try CommandHome()
        _ = try await begun(home)
        let before = try home.store().sessions()
        let list = try await home.run(["run", "--list", "--clock", "+30d"])
        #expect(list.output.contains("personal"))
        #expect(try home.store().sessions() == before)
    }

    @Test func `a walk that can't be gone on with, since nobody can be asked, is left as it is`()
        async throws
    {
        let home = try CommandHome(speaking: .all)
        _ = try await begun(home)
        let before = try home.store().sessions()
        let result = try await home.run(
            ["run", "--resume", "last", "--lang", "ru", "--clock", "+8d"]
        )
        #expect(result.status == 64)
        #expect(result.errors.contains("no answer to `gender`"))
        #expect(try home.store().sessions() == before)
    }

    @Test func `coming back, another language may be chosen and nothing is asked again`()
        async throws
    {
        let home = try CommandHome(speaking: .all)
        let result = try await home.sign(
            up: AnswerTexts.plain.without("payment_password"),
            ["--lang", "en"]
        )
        #expect(result.status == 64)
        var rest = AnswerTexts(lines: [])
        for (field, answer) in AnswerTexts.plain.lines.suffix(4) { rest = rest.with(field, answer) }
        let resumed = try await home.sign(up: rest, ["--resume", "--lang", "ru"])
        #expect(resumed.status == 0)
        #expect(
            resumed.output.contains(
                Messages.opening(of: "wallet-signup.registered.title", in: "ru")
            )
        )
    }

    @Test func `25 hours later the link is too old, and a new one leads on`() async throws {
        let home = try CommandHome()
        // Two letters with a link; the second walk goes no further than the letter, since the address is taken.
        #expect(try await home.sign(up: .plain).status == 0)
        let waiting = try await home.sign(up: .plain)
        #expect(waiting.status == 2)
        #expect(waiting.errors.contains("waits at check_mail"))
        let late = try await home.sign(up: .plain, ["--resume", "--clock", "+25h"])
        #expect(late.status == 2)
        #expect(late.errors.contains("waits at link_expired"))
    }

    @Test func `a walk that nobody came back to for a week is closed`() async throws {
        let home = try CommandHome()
        _ = try await begun(home)
        let result = try await home.sign(up: .plain, ["--resume", "--clock", "+8d", "--json"])
        #expect(result.status == 0)
        #expect(result.json?["outcome"] as? String == "abandoned")
        #expect(try !home.hasAccount(of: "jana@example.cz"))
    }
}
