import Foundation
import Testing

@testable import paifang

@Suite("paifang check: what is reported, and how")
struct CheckOptionTests {
    private let home: CommandHome
    private let project: BrokenProject

    /// A project with an error in a flow, one in a language, and a warning.
    init() throws {
        home = try CommandHome()
        project = try BrokenProject(in: home)
        try project.replace(
            "unavailable: trouble\n",
            by: "unavailable: truoble\n",
            in: "flows/wallet-signup.yaml"
        )
        try project.replace("{address}", by: "{adresa}", in: "locales/cs.yaml")
    }

    private func short(_ arguments: [String]) async throws -> (status: Int32, codes: [String]) {
        let result = try await home.run(
            ["check", "--format", "short"] + arguments,
            in: .folder(project.path)
        )
        let codes = result.output.split(separator: "\n").map {
            String($0.suffix(6).filter { !"[ ]".contains($0) })
        }
        return (result.status, codes)
    }

    /// A flow that is fine but for a warning.
    private func warn() throws {
        try project.replace("truoble", by: "trouble", in: "flows/wallet-signup.yaml")
        try project.replace("{adresa}", by: "{address}", in: "locales/cs.yaml")
        try project.replace(
            "terms, refund_to_wallet]\n\n  # Everything",
            by: "terms]\n\n  # Everything",
            in: "flows/wallet-signup.yaml"
        )
        try project.replace("terms, refund_to_wallet]", by: "terms]", in: "flows/effects.yaml")
    }

    @Test func `files and folders that are named are reported alone`() async throws {
        #expect(try await short([]).codes == ["E02", "L021"])
        #expect(try await short(["flows"]).codes == ["E02"])
        #expect(try await short(["locales/cs.yaml"]).codes == ["L021"])
        #expect(try await short(["./locales/../flows/wallet-signup.yaml"]).codes == ["E02"])
        #expect(try await short([project.path + "/locales/"]).codes == ["L021"])
        #expect(try await short([project.path]).codes.count == 2)
        #expect(try await short(["flows/", "locales/cs.yaml"]).codes.count == 2)
        let other = try await short(["locales/ru.yaml", "flows/fields.yaml"])
        #expect(other.status == 0 && other.codes.isEmpty)
    }

    @Test func `a path is taken from where one stands, and through links`() async throws {
        try FileManager.default.createSymbolicLink(
            atPath: home.path + "/link",
            withDestinationPath: project.path
        )
        #expect(try await short(["link/flows/wallet-signup.yaml"]).codes == ["E02"])
        #expect(try await short(["project/locales"]).codes == ["L021"])
    }

    @Test(arguments: [
        ("flows/wallet-singup.yaml", "; did you mean flows/wallet-signup.yaml?"),
        ("locale", "; did you mean locales?"), ("/etc/passwd", "is checked\n"),
        ("", "paifang:  is no file"), ("nowhere\u{1B}[2J", "nowhere\\u{1B}[2J"),
    ])
    func `a path that names nothing is refused`(path: String, says: String) async throws {
        let result = try await home.run(["check", path], in: .folder(project.path))
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(says), "\(result.errors)")
        #expect(!result.errors.contains("\u{1B}"))
    }

    @Test func `what is allowed is counted and fails nothing`() async throws {
        let some = try await home.run(
            ["check", "--allow", "E20", "--allow", "e02"],
            in: .folder(project.path)
        )
        #expect(some.status == 1)
        #expect(!some.output.contains("error[E02]") && some.output.contains("error[L021]"))
        #expect(some.output.contains("1 error in 1 file, 1 allowed    ("))
        let all = try await short(["E02", "E20", "L021"].flatMap { ["--allow", $0] })
        #expect(all.status == 0 && all.codes.isEmpty)
    }

    @Test func `warnings fail where they are denied`() async throws {
        try warn()
        let free = try await short([])
        #expect(free.status == 0 && free.codes == ["W31"])
        #expect(try await short(["--deny", "warning"]).status == 1)
        #expect(try await short(["--deny", "w31"]).status == 1)
        #expect(try await short(["--deny", "W30"]).status == 0)
        #expect(try await short(["--deny", "warning", "--allow", "W31"]).status == 0)
    }

    @Test(arguments: [
        (["--deny", "warnings"], "did you mean warning?"),
        (["--allow", "E9"], "did you mean E39?"),
        (["--allow", "warning"], "no code warning"), (["--deny", "\u{1B}"], "no code \\u{1B}"),
        (["--dry-run"], "--dry-run goes with --fix"), (["--fix", "--watch"], "exclude each other"),
        (["--audit", "--format", "sarif"], "text or json"),
        (["--schema", "flows"], "schemas for flow"),
        (["--format", "xml"], "xml"),
    ])
    func `what makes no sense is refused`(arguments: [String], says: String) async throws {
        let result = try await home.run(["check"] + arguments, in: .folder(project.path))
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(says), "\(result.errors)")
    }

    @Test func `what follows from another finding is told as such, and counted`() async throws {
        try project.replace("\nwallet-signup:", by: "\nwallet-singup:", in: "locales/cs.yaml")
        let result = try await home.run(["check"], in: .folder(project.path))
        #expect(result.output.contains("- was this meant?"))
        #expect(result.output.split(separator: "\n").count { $0.contains("error[L01") } == 1)
        #expect(result.output.contains("113 more findings go away once this is fixed"))
        #expect(result.output.contains("\n116 errors in 2 files    ("))
    }

    @Test func `what follows from one finding is told in a few lines, with that one`() async throws
    {
        try project.replace("\n  too_soon: ", by: "\n  too_sonn: ", in: "locales/cs.yaml")
        let result = try await home.run(["check", "locales"], in: .folder(project.path))
        #expect(result.output.contains("= note:     this goes away once L011 in line "))
        #expect(result.output.contains("\n3 errors in 1 file    ("))
    }

    @Test func `SARIF has each finding with its rule and place`() async throws {
        let result = try await home.run(["check", "--format", "sarif"], in: .folder(project.path))
        #expect(result.status == 1)
        let log = try #require(result.json as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.compactMap { $0["ruleId"] as? String } == ["E02", "L021"])
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        }
        #expect(results.count { $0["fixes"] != nil } == 2)
    }

    @Test(arguments: ["flow", "fields", "effects", "scenarios"])
    func `a schema is printed as the project keeps it`(name: String) async throws {
        let result = try await home.run(["check", "--schema", name], in: .untold)
        #expect(result.status == 0)
        #expect(
            result.outputBytes
                == (try CommandHome.bytes(CommandHome.repository + "/schemas/\(name).schema.json"))
        )
    }
}
