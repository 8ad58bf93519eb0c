import Documents
import Foundation
import Testing

@testable import paifang

@Suite("paifang check and explain")
struct CheckTests {
    /// A change to a project, the code it brings, and where.
    struct Fault: Sendable {
        let file: String
        let from: String
        let to: String
        let code: String
        /// Whether a walk in the language of the file is refused as well.
        let stopsWalks: Bool
        /// The file that the walk names, where it is another: what it reads, it sees from its own flow.
        var place: String?
    }

    static let faults = [
        Fault(
            file: "flows/wallet-signup.yaml",
            from: "unavailable: trouble\n",
            to: "unavailable: truoble\n",
            code: "E02",
            stopsWalks: true
        ),
        Fault(
            file: "flows/fields.yaml",
            from: "value < today",
            to: "value < tomorrow",
            code: "E11",
            stopsWalks: true
        ),
        Fault(
            file: "flows/effects.yaml",
            from: "    once: flow",
            to: "    once: [flow",
            code: "E32",
            stopsWalks: true
        ),
        Fault(
            file: "flows/fields.yaml",
            from: "document: user-agreement",
            to: "document: user-agreements",
            code: "E38",
            stopsWalks: true,
            place: "flows/wallet-signup.yaml"
        ),
        Fault(
            file: "locales/ru.yaml",
            from: "  title: \"",
            to: "  title: \"{count ",
            code: "L001",
            stopsWalks: true
        ),
        Fault(
            file: "locales/cs.yaml",
            from: "wallet-signup:",
            to: "wallet-singup:",
            code: "L011",
            stopsWalks: false
        ),
    ]

    private func broken(_ fault: Fault, in home: CommandHome) throws -> String {
        let project = try home.copyProject()
        let file = project + "/" + fault.file
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        let range = try #require(text.range(of: fault.from))
        try text.replacingCharacters(in: range, with: fault.to)
            .write(toFile: file, atomically: true, encoding: .utf8)
        return project
    }

    @Test func `nothing is wrong with the flows and words that come with it`() async throws {
        let home = try CommandHome(speaking: .all)
        let result = try await home.run(["check"])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.hasPrefix("no errors, no warnings    ("))
        #expect(result.output.hasSuffix(" x 5 locales)\n"))
        #expect(result.errors.isEmpty)
        #expect(try await home.run(["check", "-q"]).output.isEmpty)
        #expect(try await home.run(["check", "--format", "short"]).output.isEmpty)
    }

    @Test func `as JSON nothing is wrong either`() async throws {
        let home = try CommandHome(speaking: .all)
        for arguments in [["check", "--json"], ["check", "--format", "json"]] {
            let result = try await home.run(arguments)
            #expect(result.status == 0)
            #expect(
                result.output
                    == #"{"schema":1,"findings":[],"summary":{"errors":0,"warnings":0,"files":0,"allowed":0}}"#
                    + "\n"
            )
        }
    }

    @Test(arguments: faults.indices)
    func `a fault is found in each form, with its place`(index: Int) async throws {
        let fault = Self.faults[index]
        let home = try CommandHome()
        let project = try broken(fault, in: home)
        let text = try await home.run(["check"], in: .folder(project))
        #expect(text.status == 1)
        #expect(text.output.contains("error[\(fault.code)]"), "\(text.output)")
        #expect(text.output.contains("paifang explain \(fault.code)"))
        #expect(text.errors.isEmpty)

        let short = try await home.run(["check", "--format", "short"], in: .folder(project))
        #expect(short.status == 1)
        let lines = short.output.split(separator: "\n", omittingEmptySubsequences: true)
        #expect(short.output.hasSuffix("\n") && !short.output.hasSuffix("\n\n"))
        for line in lines {
            #expect(
                line.wholeMatch(of: /[^:]+:[0-9]+:[0-9]+: (error|warning): .+ \[[A-Z][0-9]+\]/)
                    != nil
            )
        }
        #expect(lines.contains { $0.contains("[\(fault.code)]") })

        let json = try #require(
            try await home.run(["check", "--format", "json"], in: .folder(project)).json
                as? [String: Any]
        )
        #expect(Set(json.keys) == ["schema", "findings", "summary"])
        let findings = try #require(json["findings"] as? [[String: Any]])
        #expect(findings.count == lines.count)
        let members: Set = [
            "code", "severity", "file", "line", "column", "message", "notes", "help",
        ]
        for finding in findings { #expect(Set(finding.keys) == members) }
        let summary = try #require(json["summary"] as? [String: Int])
        #expect(Set(summary.keys) == ["errors", "warnings", "files", "allowed"])
        #expect((summary["errors"] ?? 0) + (summary["warnings"] ?? 0) == findings.count)
    }

    @Test(arguments: faults.indices)
    func `a walk through a broken project is refused with the findings, one with gaps is not`(
        index: Int
    ) async throws {
        let fault = Self.faults[index]
        let home = try CommandHome()
        let project = try broken(fault, in: home)
        let answers = try home.write(AnswerTexts.plain.yaml, to: "answers.yaml")
        let name = fault.file.split(separator: "/").last?.dropLast(5) ?? ""
        let language = fault.file.hasPrefix("locales/") ? ["--lang", String(name)] : []
        let result = try await home.run(
            ["run", "--answers", answers] + language,
            in: .folder(project)
        )
        #expect(result.status == (fault.stopsWalks ? 2 : 0), "\(result.errors)")
        if fault.stopsWalks {
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("error[\(fault.code)]"))
            let place = fault.place ?? fault.file
            #expect(result.errors.contains("--> \(place):") || fault.code == "E32")
            #expect(!FileManager.default.fileExists(atPath: home.database))
        }
    }

    @Test func `a document that is not translated is found, and read in English meanwhile`()
        async throws
    {
        let home = try CommandHome()
        let project = try home.copyProject()
        try FileManager.default.removeItem(
            atPath: project + "/locales/documents/user-agreement/1/cs.md"
        )
        let check = try await home.run(["check", "--format", "short"], in: .folder(project))
        #expect(check.status == 1)
        #expect(
            check.output
                == "locales/documents/user-agreement/1/cs.md:1:1: error: the document `user-agreement` has no text in `cs` [L010]\n"
        )
        let answers = try home.write(AnswerTexts.plain.yaml, to: "answers.yaml")
        let run = try await home.run(
            ["run", "--answers", answers, "--lang", "cs", "--json"],
            in: .folder(project)
        )
        #expect(run.status == 0)
        let fields = run.json?["fields"] as? [String: Any]
        #expect(fields?["agreement"] as? String == "user-agreement 1 en")
    }

    @Test(arguments: ["run", "check", "open"])
    func `a folder without flows is no project`(verb: String) async throws {
        let home = try CommandHome()
        for project in [home.path, home.path + "/nowhere"] {
            let result = try await home.run([verb], in: .folder(project))
            #expect(result.status == 2)
            #expect(result.errors.contains("\(project) has no folder flows/"))
        }
    }

    @Test func `colour is a matter of the option and of the environment, never of meaning`()
        async throws
    {
        let home = try CommandHome()
        let project = try broken(Self.faults[0], in: home)
        let escape = "\u{1B}["
        func output(_ more: [String], _ environment: [String: String] = [:]) async throws -> String
        {
            try await home.run(["check"] + more, in: .folder(project), environment: environment)
                .output
        }
        let plain = try await output([])
        #expect(!plain.contains(escape))
        let coloured = try await output(["--color", "always"], ["NO_COLOR": "1"])
        #expect(coloured.contains(escape))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
        #expect(try await output([], ["FORCE_COLOR": "1"]).contains(escape))
        #expect(try await output([], ["FORCE_COLOR": "1", "NO_COLOR": "1"]) == plain)
        #expect(try await output(["--color", "never"], ["FORCE_COLOR": "1"]) == plain)
    }

    @Test func `every code is explained once, with a title and two examples`() async throws {
        let codes = Explanations.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.count > 30)
        for explanation in Explanations.all {
            #expect(!explanation.title.isEmpty && !explanation.text.isEmpty)
            #expect(!explanation.wrong.isEmpty && !explanation.right.isEmpty)
            #expect(explanation.wrong != explanation.right)
            #expect(explanation.rendered().hasPrefix("\(explanation.code): "))
        }
        let home = try CommandHome()
        let list = try await home.run(["explain"], in: .untold)
        #expect(list.status == 0)
        let first = list.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
        #expect(first == codes)
    }

    @Test(arguments: ["E01", "E12", "L012", "W30"])
    func `each code is explained by its name in capitals or not`(code: String) async throws {
        let home = try CommandHome()
        let result = try await home.run(["explain", code.lowercased()], in: .untold)
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("\(code): "))
        #expect(result.output.contains("\nWrong:\n    "))
        #expect(result.output.contains("\nRight:\n    "))
        #expect(!result.output.hasSuffix("\n\n"))
    }

    @Test func `descriptions that can't be read make no message unused`() async throws {
        let home = try CommandHome()
        let project = try BrokenProject(in: home)
        try project.write("*.title: A title.\n", to: "locales/messages.yaml")
        let json = try await home.run(["check", "--json"], in: .folder(project.path)).json
        let findings = try #require(json?["findings"] as? [[String: Any]])
        #expect(findings.compactMap { $0["code"] as? String } == ["E32"])
    }

    @Test(arguments: ["flows/effects.yaml", "flows/fields.yaml"])
    func `a shared file that can't be had is told once`(file: String) async throws {
        let home = try CommandHome()
        let project = try BrokenProject(in: home)
        try project.write(String(repeating: "# More than is read.\n", count: 60_000), to: file)
        let json = try await home.run(["check", "--json"], in: .folder(project.path)).json
        let findings = try #require(json?["findings"] as? [[String: Any]])
        #expect(findings.compactMap { $0["code"] as? String } == ["E34"])
        #expect(findings.first?["file"] as? String == file)
    }

    @Test func `an explanation as JSON has exactly its members`() async throws {
        let home = try CommandHome()
        let one = try #require(
            try await home.run(["explain", "E12", "--json"]).json as? [String: Any]
        )
        #expect(Set(one.keys) == ["schema", "code", "title", "text", "wrong", "right"])
        let all = try #require(try await home.run(["explain", "--json"]).json as? [String: Any])
        #expect(Set(all.keys) == ["schema", "codes"])
        #expect((all["codes"] as? [Any])?.count == Explanations.all.count)
    }
}
