import Foundation
import Testing

@testable import paifang

@Suite("paifang locale accept, sync and add")
struct LocaleStateTests {
    private let home: CommandHome
    private let project: BrokenProject

    init() throws {
        home = try CommandHome()
        project = try BrokenProject(in: home)
    }

    private func run(_ arguments: String...) async throws -> CommandResult {
        try await home.run(arguments, in: .folder(project.path))
    }

    private func check() async throws -> [Substring] {
        let result = try await run("check", "--format", "short")
        #expect(result.status == (result.output.isEmpty ? 0 : 1), "\(result.errors)")
        return result.output.split(separator: "\n")
    }

    @Test func `a changed English text fails the check until each translation is accepted`()
        async throws
    {
        try project.replace(
            "title: \"Wallet sign-up\"",
            by: "title: \"Wallet\"",
            in: "locales/en.yaml"
        )
        let found = try await check()
        #expect(found.count == 4 && found.allSatisfy { $0.hasSuffix("[L152]") }, "\(found)")
        for language in ["ru", "zh", "id", "cs"] {
            let result = try await run(
                "locale",
                "accept",
                "wallet-signup.title",
                "--lang",
                language
            )
            #expect(result.status == 0 && result.output == "wallet-signup.title: translated\n")
        }
        #expect(try await check().isEmpty)
        let reviewed = try await run(
            "locale",
            "accept",
            "wallet-signup.title",
            "--lang",
            "cs",
            "--reviewed"
        )
        #expect(reviewed.output == "wallet-signup.title: reviewed\n")
        #expect(try project.isOriginal("locales/cs.yaml"))
    }

    @Test func `other quotes and blanks in braces are no change`() async throws {
        try project.replace("{email}", by: "{ email }", in: "locales/en.yaml")
        #expect(try await check().isEmpty)
    }

    @Test func `accept says what is wrong with its arguments`() async throws {
        for (arguments, words) in [
            (["nothing", "--lang", "cs"], "no message nothing"),
            (["wallet-signup", "--lang", "de"], "no translation de"),
            (["wallet-signup", "--lang", "en"], "no translation en"),
            (["documents/user/1", "--lang", "cs"], "no document documents/user/1"),
            (["--lang", "cs"], "name messages, or --all"),
        ] {
            let result = try await home.run(
                ["locale", "accept"] + arguments,
                in: .folder(project.path)
            )
            #expect(result.status == 64 && result.errors.contains(words), "\(result.errors)")
        }
        let result = try await run("locale", "accept", "--all", "--lang", "cs", "--json")
        #expect(result.output == "{\"schema\":1,\"language\":\"cs\",\"accepted\":[]}\n")
        #expect(try project.isOriginal("locales/state/cs.yaml"))
    }

    @Test func `sync brings every translation to the keys of English`() async throws {
        try project.replace(
            "    read: \"read\"\n",
            by: "    read: \"read\"\n    fresh: \"{n, plural, one {# day} other {# days}}\"\n",
            in: "locales/en.yaml"
        )
        let tried = try await run("locale", "sync", "--dry-run", "cs")
        #expect(
            tried.output.contains(
                "+    fresh: \"{n, plural, one {# day} few {# days} other {# days}}\"\n"
            )
        )
        #expect(tried.errors == "paifang: cs: 1 new\n")
        #expect(try project.isOriginal("locales/cs.yaml"))
        #expect(try project.isOriginal("locales/state/cs.yaml"))
        let result = try await run("locale", "sync")
        #expect(result.status == 0 && result.output.contains("few {# days} many {# days}"))
        let codes = try await check().filter { $0.hasSuffix("[L151]") }
        #expect(codes.count == 4, "\(codes)")
        let again = try await run("locale", "sync")
        #expect(again.output.isEmpty && again.errors.contains("cs: nothing to do"))
        // Back as it was, byte by byte.
        try project.replace(
            "    fresh: \"{n, plural, one {# day} other {# days}}\"\n",
            by: "",
            in: "locales/en.yaml"
        )
        _ = try await run("locale", "sync", "-q")
        for language in ["ru", "zh", "id", "cs"] {
            #expect(try project.isOriginal("locales/\(language).yaml"))
            #expect(try project.isOriginal("locales/state/\(language).yaml"))
        }
    }

    @Test func `another language begins with every message, and is read in English`() async throws {
        let result = try await run("locale", "add", "de")
        #expect(result.output == "locales/de.yaml\nlocales/state/de.yaml\n")
        #expect(result.errors.contains("locales/documents/user-agreement/1/de.md"))
        let found = try await check()
        #expect(found.count == 22, "\(found)")
        #expect(found.count { $0.hasSuffix("[L151]") } == 20)
        #expect(found.count { $0.hasSuffix("[L010]") } == 2)
        let again = try await run("locale", "add", "de")
        #expect(again.status == 2 && again.errors.contains("there already"))
        for tag in ["xx", "../x", "", "EN"] {
            #expect(try await run("locale", "add", tag).status == 64, "\(tag)")
        }
        let walk = try await home.run(
            ["run", "wallet-signup", "--lang", "de", "--plain"],
            input: Array("\n".utf8),
            in: .folder(project.path)
        )
        #expect(walk.output.contains("Wallet sign-up"), "\(walk.output)\(walk.errors)")
        #expect(!walk.output.contains("⟦"))
    }

    @Test func `a changed document is read in English until its translation is accepted`()
        async throws
    {
        let english = "locales/documents/user-agreement/1/en.md"
        let text = try project.read(english)
        try project.write(text + "\nAnd one more sentence.\n", to: english)
        let found = try await check()
        #expect(found.count == 4 && found.allSatisfy { $0.hasSuffix("[L155]") }, "\(found)")
        let walk = try await read("cs")
        let note = Messages.opening(of: "note.consent.renewed", in: "cs")
        #expect(walk.contains(note), "\(walk)")
        #expect(walk.contains("And one more sentence."))
        let key = "documents/user-agreement/1"
        _ = try await run("locale", "accept", key, "--lang", "cs", "--reviewed")
        #expect(try await check().count == 3)
        let own = try await read("cs")
        #expect(!own.contains(note) && own.contains("Uživatelská smlouva"))
    }

    /// What somebody sees who reads the agreement.
    private func read(_ language: String) async throws -> String {
        let flow = """
            flow: terms
            version: 1
            expires: {after: 7d, goto: gone}
            fields:
              - [agreement]
            steps:
              - step: start
                ask: [agreement]
              - step: agreed
                end: agreed
              - step: gone
                end: gone

            """
        try project.write(flow, to: "flows/terms.yaml")
        defer { try? FileManager.default.removeItem(atPath: project.path + "/flows/terms.yaml") }
        let command = Messages.opening(of: "chrome.command.read", in: language)
        let result = try await home.run(
            ["run", "terms", "--lang", language, "--plain"],
            input: Array(":\(command)\n".utf8),
            in: .folder(project.path)
        )
        #expect(result.errors.isEmpty || result.status == 1, "\(result.errors)")
        return result.output
    }

    @Test func `a broken line of a state is found, and written anew`() async throws {
        try project.replace(
            "answer.kept: reviewed",
            by: "answer.kept: done",
            in: "locales/state/cs.yaml"
        )
        let found = try await check()
        #expect(found.map { $0.suffix(6) } == ["[L150]"], "\(found)")
        _ = try await run("locale", "sync", "cs")
        #expect(try await check().isEmpty)
    }
}
