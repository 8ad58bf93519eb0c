import Foundation
import Testing

@testable import paifang

@Suite("paifang check --fix")
struct MendTests {
    private let home: CommandHome
    private let project: BrokenProject
    private let flow = "flows/wallet-signup.yaml"

    init() throws {
        home = try CommandHome()
        project = try BrokenProject(in: home)
    }

    private func fix(_ more: String...) async throws -> CommandResult {
        try await home.run(["check", "--fix"] + more, in: .folder(project.path))
    }

    /// Slips in four files; one hides another until it is mended, and two stand on one line.
    private func slip() throws {
        try project.replace("ask: [email, captcha", by: "aks: [emial, captcha", in: flow)
        try project.replace("answered:    check_mail", by: "answered:    chekc_mail", in: flow)
        try project.replace("create_account.done:", by: "create_acount.done:", in: flow)
        try project.replace("< today", by: "< todya", in: "flows/fields.yaml")
        try project.replace("citizenship == ", by: "citizenship = ", in: "flows/fields.yaml")
        try project.replace("\nwallet-signup:", by: "\nwallet-singup:", in: "locales/cs.yaml")
        try project.replace("{address}", by: "{adress}", in: "locales/id.yaml")
    }

    @Test func `all that is certain is mended, and the files are as they were meant`() async throws
    {
        try slip()
        let result = try await fix()
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("\nno errors, no warnings    ("))
        #expect(result.errors == "paifang: 8 mends in 4 files\n")
        for file in [flow, "flows/fields.yaml", "locales/cs.yaml", "locales/id.yaml"] {
            #expect(try project.isOriginal(file), "\(file)")
        }
        let again = try await fix()
        #expect(again.output.hasPrefix("no errors") && again.errors.isEmpty)
    }

    @Test func `the scenarios of a flow with an error are no findings of their own`() async throws {
        try project.replace("answered:    check_mail", by: "answered:    chekc_mail", in: flow)
        let result = try await home.run(["check"], in: .folder(project.path))
        #expect(result.status == 1)
        #expect(!result.output.contains("flows/scenarios/"), "\(result.output)")
        #expect(result.output.contains("E02"))
    }

    @Test func `a dry run shows what patch applies, and writes nothing`() async throws {
        try slip()
        let before = try project.read(flow)
        let result = try await fix("--dry-run")
        #expect(result.status == 1)
        #expect(result.errors.isEmpty)
        #expect(try project.read(flow) == before)
        #expect(result.output.hasPrefix("--- a/flows/fields.yaml\n+++ b/flows/fields.yaml\n@@ -"))
        let patch = try home.write(result.outputBytes, to: "mends.patch")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
        process.arguments = ["apply", "--unidiff-zero", patch]
        process.currentDirectoryURL = URL(fileURLWithPath: project.path)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        for file in [flow, "flows/fields.yaml", "locales/cs.yaml", "locales/id.yaml"] {
            #expect(try project.isOriginal(file), "\(file)")
        }
    }

    @Test func `permissions stay, and what a link leads to is mended, not the link`() async throws {
        try project.replace("unavailable: trouble\n", by: "unavailable: truoble\n", in: flow)
        let manager = FileManager.default
        let real = project.path + "/elsewhere.yaml"
        try manager.moveItem(atPath: project.path + "/" + flow, toPath: real)
        try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
        try manager.createSymbolicLink(
            atPath: project.path + "/" + flow,
            withDestinationPath: "../elsewhere.yaml"
        )
        #expect(try await fix().status == 0)
        let attributes = try manager.attributesOfItem(atPath: real)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(
            try manager.destinationOfSymbolicLink(atPath: project.path + "/" + flow)
                == "../elsewhere.yaml"
        )
        #expect(try project.isOriginal(flow))
        #expect(
            try manager.contentsOfDirectory(atPath: project.path).sorted() == [
                "elsewhere.yaml", "flows", "locales",
            ]
        )
    }

    @Test func `only what is reported is mended`() async throws {
        try slip()
        let result = try await fix("flows/fields.yaml")
        #expect(result.status == 0)
        #expect(try project.isOriginal("flows/fields.yaml"))
        #expect(try !project.isOriginal(flow))
        #expect(try await fix("locales", "--allow", "L021").status == 0)
        #expect(try project.isOriginal("locales/cs.yaml"))
        #expect(try !project.isOriginal("locales/id.yaml"))
    }

    @Test func `what a mend would not remove stays as it is`() async throws {
        // The one near name is taken already: the step would stand twice on its other spelling.
        try project.replace("    back: never\n", by: "    back: never\n    bakc: never\n", in: flow)
        let before = try project.read(flow)
        let result = try await fix()
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("error[E30]"))
        #expect(try project.read(flow) == before)
    }

    @Test func `mends that hold are made beside one that does not`() async throws {
        try project.replace("    back: never\n", by: "    back: never\n    bakc: never\n", in: flow)
        try project.replace("answered:    check_mail", by: "answered:    chekc_mail", in: flow)
        let result = try await fix()
        #expect(result.status == 1)
        #expect(try project.read(flow).contains("answered:    check_mail"))
        #expect(try project.read(flow).contains("bakc: never"))
        #expect(result.errors == "paifang: 1 mend in 1 file\n")
    }

    @Test func `for programs the mends go to standard error`() async throws {
        try slip()
        let result = try await fix("--json")
        #expect(result.status == 0)
        #expect(result.json != nil)
        #expect(result.errors.contains("\n+    ask: [email, captcha"))
    }

    @Test func `a file that can't be written is said, and left whole`() async throws {
        try project.replace("unavailable: trouble\n", by: "unavailable: truoble\n", in: flow)
        let text = Array(try project.read(flow).utf8)
        #expect(throws: FileReplacement.self) {
            try FileReplacement.write([1], to: project.path + "/" + flow, insteadOf: text + [10])
        }
        #expect(throws: FileReplacement.self) {
            try FileReplacement.write([1], to: project.path + "/none.yaml", insteadOf: [])
        }
        #expect(Array(try project.read(flow).utf8) == text)
    }
}
