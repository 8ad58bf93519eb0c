import Foundation
import SQLiteStorage
import Sessions
import Testing

@Suite("Arguments")
struct ArgumentTests {
    /// Arguments that are no use, and what is said.
    static let useless: [(arguments: [String], says: [String])] = [
        (["run", "wallet-singup"], ["no flow wallet-singup", "did you mean wallet-signup?"]),
        (["run", "--lang", "rr", "--answers", "-"], ["no language rr", "did you mean ru?"]),
        (["run", "--lang", "", "--answers", "-"], ["no language"]),
        (["eval"], ["expression"]),
        (["eval", "1", "--flow", "wallet-signup"], ["--flow FLOW --step STEP"]),
        (["eval", "1", "--step", "start"], ["--flow FLOW --step STEP"]),
        (["eval", "1", "--flow", "wallet-singup", "--step", "start"], ["wallet-signup?"]),
        (
            ["eval", "1", "--flow", "wallet-signup", "--step", "strat"],
            ["no step strat; did you mean start?", "check_mail"]
        ),
        (["eval", "1", "--clock", "tomorrow"], ["--clock takes a time"]),
        (["evla", "1"], ["did you mean eval?"]),
        (["rnu"], ["no verb rnu", "did you mean run?"]),
        (["explian", "E12"], ["did you mean explain?"]),
        (["run", "--answres", "-"], ["--answres"]),
        (["run", "--clock", "tomorrow", "--answers", "-"], ["--clock takes a time"]),
        (["run", "--clock", "+99999999999999999999h", "--answers", "-"], ["--clock takes a time"]),
        (["run", "--clock", "+", "--answers", "-"], ["--clock takes a time"]),
        (["run", "--clock", "+25", "--answers", "-"], ["--clock takes a time"]),
        (
            ["run", "--given", "marketplace_emial=a", "--answers", "-"],
            ["did you mean marketplace_email?"]
        ),
        (["run", "--given", "marketplace_email", "--answers", "-"], ["NAME=VALUE"]),
        (["run", "--given", "email=a@example.cz", "--answers", "-"], ["--given takes"]),
        (
            ["run", "--given", "marketplace_email=a", "--answers", "-"],
            ["marketplace_email: this is no email"]
        ),
        (["run", "--db", "", "--answers", "-"], ["--db takes"]),
        (["check", "--format", "xml"], ["--format"]),
        (["check", "--color", "blue"], ["--color"]),
        (["explain", "E1222"], ["no code E1222"]),
        (["explain", "E122"], ["did you mean E12?"]),
    ]

    @Test(arguments: useless.indices)
    func `what can't be understood is refused with what was meant`(index: Int) async throws {
        let (arguments, says) = Self.useless[index]
        let home = try CommandHome(speaking: .all)
        let isVerb = ["run", "check", "diff", "eval", "explain", "open"].contains(arguments[0])
        let result = try await home.run(
            arguments,
            input: Array(AnswerTexts.plain.yaml.utf8),
            in: isVerb ? .home : .untold
        )
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        for words in says { #expect(result.errors.contains(words), "\(result.errors)") }
    }

    @Test func `a clock that is moved beyond all measure is refused without a crash`() async throws
    {
        let home = try CommandHome()
        let length = String(repeating: "9999999d", count: 12_000)
        let result = try await home.sign(up: .plain, ["--clock", "+" + length])
        #expect(result.status == 64)
        #expect(!result.isSignalled)
    }

    @Test
    func `without a person and without answers, the first field and the way to give it are said`()
        async throws
    {
        let home = try CommandHome()
        let result = try await home.run(["run"])
        #expect(result.status == 64)
        #expect(result.errors.contains("standard input is no terminal"))
        #expect(result.errors.contains("`email`"))
        #expect(result.errors.contains("--answers FILE"))
        #expect(result.errors.contains("--plain"))
        #expect(!FileManager.default.fileExists(atPath: home.database))
    }

    @Test func `--no-input asks nobody, not even line by line`() async throws {
        let home = try CommandHome()
        let result = try await home.run(["run", "--no-input", "--plain"], input: Array("x\n".utf8))
        #expect(result.status == 64)
        #expect(result.errors.contains("`email`"))
        let open = try await home.run(["open", "--no-input"])
        #expect(open.status == 1)
    }

    @Test(arguments: [
        ["--help"], ["run", "--help"], ["open", "--help"], ["check", "--help"],
        ["explain", "--help"], ["eval", "--help"],
        ["help", "run"],
    ])
    func `help goes to standard output`(arguments: [String]) async throws {
        let home = try CommandHome()
        let result = try await home.run(arguments, in: .untold)
        #expect(result.status == 0)
        #expect(result.output.contains("USAGE: paifang"))
        #expect(result.errors.isEmpty)
    }

    @Test func `alone, the command says what to do next`() async throws {
        let home = try CommandHome()
        let result = try await home.run([], in: .untold)
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count <= 5)
        for verb in ["run", "check", "test", "init", "--help"] {
            #expect(lines.contains { $0.hasPrefix("paifang \(verb) ") })
        }
    }

    @Test func `the version is a number`() async throws {
        let home = try CommandHome()
        let result = try await home.run(["--version"], in: .untold)
        #expect(result.status == 0)
        #expect(result.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    }

    @Test func `the language of the environment is taken, unless another is asked for`()
        async throws
    {
        let home = try CommandHome(speaking: .all)
        let result = try await home.sign(
            up: .plain,
            environment: ["LANG": "cs_CZ.UTF-8", "LC_ALL": ""]
        )
        #expect(
            result.output.contains(
                Messages.opening(of: "wallet-signup.registered.title", in: "cs")
            )
        )
        let other = try await home.sign(
            up: AnswerTexts.plain.with("email", "b@example.cz"),
            ["--lang", "ru"],
            environment: ["LANG": "cs_CZ.UTF-8"]
        )
        #expect(
            other.output.contains(
                Messages.opening(of: "wallet-signup.registered.title", in: "ru")
            )
        )
    }

    @Test func `the project is found upwards from where one stands`() async throws {
        let home = try CommandHome()
        let project = try home.copyProject()
        try FileManager.default.createSymbolicLink(
            atPath: home.path + "/flows",
            withDestinationPath: project + "/flows"
        )
        try FileManager.default.createSymbolicLink(
            atPath: home.path + "/locales",
            withDestinationPath: project + "/locales"
        )
        let found = try await home.run(["check"], in: .untold)
        #expect(found.status == 0 && found.errors.isEmpty, "\(found.errors)")
    }

    @Test func `whose project it is about is said where there is none here`() async throws {
        let home = try CommandHome()
        let result = try await home.run(["check", "--format", "short"], in: .untold)
        #expect(
            result.errors == """
                paifang: no folder with flows/ here or above; this is about the project in \
                \(CommandHome.repository) (paifang init begins one here)

                """
        )
        let quiet = try await home.run(["check", "-q"], in: .untold)
        #expect(quiet.errors.isEmpty)
    }

    @Test func `standard output that can't be written is no success`() async throws {
        let home = try CommandHome()
        let script = try home.write(
            "#!/bin/sh\nexec \"\(CommandHome.executable ?? "")\" explain >/dev/full\n",
            to: "full.sh"
        )
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [script]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
    }
}
