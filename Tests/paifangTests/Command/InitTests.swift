import Foundation
import Testing

@testable import paifang

@Suite("paifang init")
struct InitTests {
    private static let files = [
        "README.md", "flows/registration.yaml", "flows/fields.yaml", "flows/effects.yaml",
        "flows/scenarios/registration.yaml", "locales/en.yaml", "locales/ru.yaml",
        "locales/zh.yaml", "locales/id.yaml", "locales/cs.yaml", "locales/messages.yaml",
        "locales/mailboxes.yaml", "schemas/flow.schema.json", "schemas/fields.schema.json",
        "schemas/effects.schema.json", "schemas/scenarios.schema.json",
    ]

    /// A home with a new project in it.
    private func begun() async throws -> CommandHome {
        let home = try CommandHome()
        let result = try await home.run(["init", home.path + "/new/project"], in: .untold)
        #expect(result.status == 0, "\(result.errors)")
        return home
    }

    /// The files of a new project by their paths.
    private func written() async throws -> [String: String] {
        let home = try await begun()
        var texts: [String: String] = [:]
        for file in Self.files { texts[file] = try text(home.path + "/new/project/" + file) }
        return texts
    }

    private func text(_ file: String) throws -> String {
        String(decoding: try CommandHome.bytes(file), as: UTF8.self)
    }

    @Test func `it names the files that it writes, and what to do next`() async throws {
        let home = try CommandHome()
        let result = try await home.run(["init", "my folder"], in: .untold)
        #expect(result.status == 0)
        #expect(result.output == Self.files.map { $0 + "\n" }.joined())
        #expect(result.errors.contains("    cd 'my folder'\n    paifang run"))
        #expect(result.errors.contains("    paifang test "))
        for file in Self.files {
            #expect(FileManager.default.fileExists(atPath: home.path + "/my folder/" + file))
        }
    }

    @Test func `as JSON it names them too, and quietly it says nothing`() async throws {
        let home = try CommandHome()
        let json = try await home.run(["init", "a", "--json"], in: .untold)
        #expect(json.json?["files"] as? [String] == Self.files)
        #expect(json.json?["folder"] as? String == "a")
        #expect(json.errors.isEmpty)
        let quiet = try await home.run(["init", "-q", "b"], in: .untold)
        #expect(quiet.status == 0 && quiet.output.isEmpty && quiet.errors.isEmpty)
    }

    @Test func `nothing is wrong with a new project`() async throws {
        let home = try await begun()
        let result = try await home.run(["check"], in: .folder(home.path + "/new/project"))
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains(" x 5 locales"))
    }

    @Test func `its scenarios hold in every language`() async throws {
        let home = try await begun()
        let folder = home.path + "/new/project"
        let result = try await home.run(
            ["test", "--report", "text", "--min-coverage", "5"],
            in: .folder(folder)
        )
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.output)\(result.errors)")
        #expect(result.output.contains("locales en ru zh id cs"))
        #expect(result.output.contains("\n7 passed, 0 failed"))
        #expect(!FileManager.default.fileExists(atPath: folder + "/.paifang"))
    }

    @Test(arguments: [
        ("flows/registration.yaml", "../schemas/flow"), ("flows/fields.yaml", "../schemas/fields"),
        ("flows/effects.yaml", "../schemas/effects"),
        ("flows/scenarios/registration.yaml", "../../schemas/scenarios"),
    ])
    func `editors are told which schema a file has, and find it`(
        file: String,
        schema: String
    ) async throws {
        let home = try await begun()
        let folder = home.path + "/new/project/"
        #expect(
            try text(folder + file)
                .hasPrefix("# yaml-language-server: $schema=\(schema).schema.json\n")
        )
        let name = schema.split(separator: "/").last ?? ""
        let printed = try await home.run(["check", "--schema", String(name)], in: .untold)
        #expect(try text(folder + "schemas/\(name).schema.json") == printed.output)
    }

    @Test(arguments: Languages.all)
    func `its flow is walked to the end in each language`(language: String) async throws {
        let home = try await begun()
        let answers = try home.write(
            """
            email: jana@example.com
            full_name: Jana Nováková
            birth_date: 1990-03-27
            news: true
            """,
            to: "answers.yaml"
        )
        let result = try await home.run(
            ["run", "--no-input", "--answers", answers, "--lang", language],
            in: .folder(home.path + "/new/project")
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("outcome registered"))
        let letter = try text(try #require(try home.letters().first))
        #expect(!result.output.contains("⟦") && !letter.contains("⟦"))
    }

    @Test func `where there are several flows, one is to be named`() async throws {
        let home = try await begun()
        let folder = home.path + "/new/project"
        let other = try text(folder + "/flows/registration.yaml")
            .replacingOccurrences(of: "flow: registration", with: "flow: other")
        try home.write(other, to: "new/project/flows/other.yaml")
        let result = try await home.run(["graph"], in: .folder(folder))
        #expect(result.status == 64 && result.output.isEmpty)
        #expect(result.errors == "paifang: which flow? Name one: other, registration\n")
    }

    @Test func `a child is told why it can't register`() async throws {
        let home = try await begun()
        let answers = try home.write(
            "email: jana@example.com\nfull_name: Jana\nbirth_date: 2020-03-27\n",
            to: "answers.yaml"
        )
        let result = try await home.run(
            ["run", "--no-input", "--answers", answers, "--lang", "en"],
            in: .folder(home.path + "/new/project")
        )
        #expect(result.status == 1)
        #expect(result.errors.contains("from the age of 18"))
    }

    @Test func `its flow is walked line by line and drawn`() async throws {
        let home = try await begun()
        let walk = try await home.run(
            ["run", "--plain", "--lang", "zh"],
            input: Array("jana@example.com\n".utf8),
            in: .folder(home.path + "/new/project")
        )
        #expect(walk.output.contains("您的电子邮箱"))
        #expect(!walk.output.contains("⟦"))
        let picture = try await home.run(
            ["graph", "--lang", "cs"],
            in: .folder(home.path + "/new/project")
        )
        #expect(picture.output.hasPrefix(" Registrace · registration 1\n"))
    }

    @Test func `nothing of the wallet is left in it`() async throws {
        let texts = try await written()
        #expect(texts.count == Self.files.count)
        // What translators are told about common words has this project's names as examples.
        for (file, text) in texts where file != "locales/messages.yaml" {
            let words = text.lowercased()
            for word in [
                "wallet", "marketplace", "кошел", "маркетплейс", "钱包", "购物平台", "dompet",
                "lokapasar", "peněžen", "tržišt",
            ] {
                #expect(!words.contains(word), "\(file): \(word)")
            }
        }
    }

    @Test(arguments: ["en", "ru", "zh", "id", "cs", "messages"])
    func `its common words are those of this project`(name: String) async throws {
        let new = try #require(try await written()["locales/\(name).yaml"])
        let own = try text("\(CommandHome.repository)/Starter/locales/\(name).yaml")
        let ours = try text("\(CommandHome.repository)/locales/\(name).yaml")
        #expect(new.hasPrefix(own + "\n"))
        let common = new.dropFirst(own.count + 1)
        #expect(common.count > 20_000 / (name == "zh" ? 4 : 2))
        // Everything that follows the last words of the wallet's flow in our own file.
        for part in ["chrome", "failure", "refused", "captcha", "error"] {
            #expect(common.contains("\n\(part):") || common.contains("\n\(part)."))
        }
        #expect(ours.contains(common.suffix(2000)))
    }

    @Test func `a folder that holds anything is left as it is`() async throws {
        let home = try CommandHome()
        for name in ["one", "two", "three", "four", "five", "six", ".hidden"] {
            try home.write("kept", to: "taken/\(name)")
        }
        let result = try await home.run(["init", "taken"], in: .untold)
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(
            result.errors
                == "paifang: taken is not empty: it holds .hidden, five, four, one, six and 2 more; name a new folder, paifang init DIR\n"
        )
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: home.path + "/taken").count == 7
        )
    }

    @Test func `a repository without files is a good place to begin`() async throws {
        let home = try CommandHome()
        try home.write("", to: "fresh/.git/HEAD")
        #expect(try await home.run(["init", "fresh"], in: .untold).status == 0)
    }

    @Test func `what can't be made is said with its path`() async throws {
        let home = try CommandHome()
        try home.write("", to: "file")
        for path in ["file", "file/below", "/proc/nothing"] {
            let result = try await home.run(["init", path], in: .untold)
            #expect(result.status == 2 && result.output.isEmpty)
            #expect(result.errors.hasPrefix("paifang: \(path)"), "\(result.errors)")
            #expect(result.errors.contains(" can't be made: "))
        }
    }

    @Test func `a file that appears meanwhile is not written over`() throws {
        let home = try CommandHome()
        let folder = try NewFolder(home.path + "/new")
        try home.write("kept", to: "new/a")
        #expect(throws: NewFolder.Refusal.self) { try folder.write([65], to: "a") }
        #expect(try text(home.path + "/new/a") == "kept")
        try folder.write([65], to: "b/c")
        #expect(try text(home.path + "/new/b/c") == "A")
    }

    @Test func `of a locale file only the common parts are taken, with their comments`() {
        let file = """
            # About the file.

            # About a flow.
            some-flow:
              title: "A"
            # About errors.
            error:
              # Inside.
              missing: |
                One

                two
            mail:
              sender: "B"

            # About all.
            chrome:
              a: "C"

            """
        #expect(
            String(decoding: StarterFiles.commonParts(of: Array(file.utf8)), as: UTF8.self) == """
                error:
                  # Inside.
                  missing: |
                    One

                    two

                # About all.
                chrome:
                  a: "C"

                """
        )
        let descriptions = "flow.title: \"x\"\nerror.missing: \"y\"\nfield.a: \"z\"\n"
        let taken = StarterFiles.commonParts(of: Array(descriptions.utf8))
        #expect(String(decoding: taken, as: UTF8.self) == "error.missing: \"y\"\n")
    }
}
