import Foundation
import Testing

@testable import paifang

@Suite("paifang test")
struct TestCommandTests {
    private static let failing = """
        flow: wallet-signup
        scenarios:
          it begins elsewhere:
            - then: {at: check_mail}
          it begins:
            - then: {at: start}
        """

    @Test func `the scenarios of this project pass in every language, and all words are right`()
        async throws
    {
        let home = try CommandHome(speaking: .all)
        let result = try await home.run([
            "test", "--report", "text", "--jobs", "2", "--min-coverage", "100",
        ])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.errors == "")
        #expect(result.output.contains("locales en ru zh id cs"))
        #expect(result.output.contains(" 0 failed"))
        #expect(result.output.contains("ok    wallet-signup.letter/resend is limited"))
    }

    @Test func `a pipe gets TAP, and reports go to files beside it`() async throws {
        let home = try CommandHome(speaking: .all)
        let file = home.path + "/out.json"
        let result = try await home.run(["test", "--report", "json=" + file])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.hasPrefix("TAP version 14\n1.."))
        let json = try JSONSerialization.jsonObject(with: Data(CommandHome.bytes(file)))
        #expect((json as? NSDictionary)?["schema"] as? Int == 1)
    }

    @Test func `a failure ends with 1, and leaves what is needed to see it again`() async throws {
        let home = try CommandHome()
        let file = try home.write(Self.failing, to: "failing.yaml")
        let result = try await home.run(["test", file, "--report", "text"])
        #expect(result.status == 1)
        #expect(result.output.contains("FAIL  failing/it begins elsewhere"))
        #expect(result.output.contains("\(file):4:18"))

        let folder = home.project + "/.paifang/failed"
        let failed = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(failed.count == 1)
        let kept = folder + "/" + (failed.first ?? "")
        let screen = String(
            decoding: try CommandHome.bytes(kept + "/screens/en.txt"),
            as: UTF8.self
        )
        #expect(!screen.isEmpty)
        let command = String(decoding: try CommandHome.bytes(kept + "/replay.sh"), as: UTF8.self)
        let replay = "--filter 'failing/it begins elsewhere' --lang en\n"
        #expect(command.hasPrefix("cd -- /") && command.hasSuffix(replay), "\(command)")
        // What stands there really plays it again.
        let again = try await home.shell(command.dropLast() + " --report json", in: "/")
        #expect(again.status == 1)
        let all = again.json?["scenarios"] as? [NSDictionary]
        #expect(all?.compactMap { $0["name"] as? String } == ["failing/it begins elsewhere"])
    }

    @Test(arguments: [
        ("it begins", 0), ("*begins", 0), ("failing/*", 1), ("it begins e??ewhere", 1),
    ])
    func `a filter chooses by name`(_ filter: String, _ status: Int32) async throws {
        let home = try CommandHome()
        let file = try home.write(Self.failing, to: "failing.yaml")
        let result = try await home.run(["test", file, "--filter", filter])
        #expect(result.status == status, "\(result.output)")
    }

    @Test func `coverage below what is demanded ends with 1 and says which figure`() async throws {
        let home = try CommandHome()
        let file = try home.write(Self.failing, to: "failing.yaml")
        let arguments = ["test", file, "--filter", "it begins", "--min-coverage"]
        let result = try await home.run(arguments + ["1"])
        #expect(result.status == 1)
        #expect(
            result.errors
                == "paifang: the lowest figure of the coverage, ways of wallet-signup, is 0 %, which is below 1 %\n"
        )
        #expect(try await home.run(arguments + ["0"]).status == 0)
    }

    @Test func `a mistake in a file is shown at its place by test and by check`() async throws {
        let home = try CommandHome(speaking: .all)
        let copy = try home.copyProject()
        try home.write(
            "flow: wallet-signup\nscenarios: {it: [{then: {at: begin}}]}\n",
            to: "project/flows/scenarios/wallet-signup.more.yaml"
        )
        let place = "flows/scenarios/wallet-signup.more.yaml:2:30"
        let test = try await home.run(["test"], in: .folder(copy))
        #expect(test.status == 1)
        #expect(test.errors.contains(place))
        #expect(test.errors.contains("wallet-signup has no step `begin`"))
        let check = try await home.run(["check", "--format", "short"], in: .folder(copy))
        #expect(check.status == 1)
        #expect(check.output == "\(place): error: wallet-signup has no step `begin` [E02]\n")
        #expect(try await home.run(["run", "--list"], in: .folder(copy)).status == 0)
    }

    @Test func `without any scenario it says how to write the first, and that one passes`()
        async throws
    {
        let home = try CommandHome(speaking: .all)
        let copy = try home.copyProject()
        try FileManager.default.removeItem(atPath: copy + "/flows/scenarios")
        let result = try await home.run(["test"], in: .folder(copy))
        #expect(result.status == 2)
        let file = "flows/scenarios/account-deletion.first.yaml"
        #expect(result.errors.contains("Write \(file):"))
        let lines = result.errors.split(separator: "\n").filter { $0.hasPrefix("  ") }
        try home.write(
            lines.map { String($0.dropFirst(2)) }.joined(separator: "\n") + "\n",
            to: "project/" + file
        )
        #expect(try await home.run(["test"], in: .folder(copy)).status == 0)
    }

    @Test(arguments: [
        (["--report", "xml"], "paifang: no report xml"),
        (["--lang", "en,rus"], "paifang: no language rus; did you mean ru?"),
        (["--filter", "resend is limitd"], "did you mean resend is limited?"),
        (["--jobs", "0"], "--jobs takes a number from 1"),
        (["--min-coverage", "101"], "--min-coverage takes a number from 0 to 100"),
    ])
    func `wrong usage ends with 64 and says what would be right`(
        _ arguments: [String],
        _ message: String
    ) async throws {
        let home = try CommandHome(speaking: .all)
        let result = try await home.run(["test"] + arguments)
        #expect(result.status == 64)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func `a file that can't be read ends with 2`() async throws {
        let result = try await CommandHome().run(["test", "no-such.yaml"])
        #expect(result.status == 2)
        #expect(result.errors == "paifang: no-such.yaml can't be read\n")
    }

    @Test(arguments: ["docs/scenarios.md", "README.md"])
    func `every scenario of the documentation passes`(_ document: String) async throws {
        let home = try CommandHome(speaking: .all)
        let bytes = try CommandHome.bytes(CommandHome.repository + "/" + document)
        let parts = String(decoding: bytes, as: UTF8.self).components(separatedBy: "```yaml\n")
        let examples = parts.dropFirst().compactMap { $0.components(separatedBy: "```").first }
            .filter { $0.contains("scenarios:") }
        #expect(!examples.isEmpty)
        for (index, example) in examples.enumerated() {
            let file = try home.write(example, to: "examples/\(index).yaml")
            let result = try await home.run(["test", file, "--report", "text"])
            #expect(result.status == 0, "\(result.output)\(result.errors)")
        }
    }
}
