import Documents
import Foundation
import Localization
import Testing

@testable import paifang

@Suite("paifang locale list, show, stats and pseudo")
struct LocaleTests {
    /// A project that anybody can begin, with two messages less in Czech and one that nobody needs.
    private func starter() async throws -> (home: CommandHome, place: CommandHome.Place) {
        let home = try CommandHome()
        #expect(try await home.run(["init", "letters"], in: .untold).status == 0)
        let folder = home.path + "/letters"
        try Self.change(folder + "/locales/cs.yaml") { text in
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let gone = lines.filter { line in
                ["percent:", "step_short:"].contains { line.hasPrefix("    " + $0) }
            }
            #expect(gone.count == 2)
            return lines.filter { !gone.contains($0) }.joined(separator: "\n")
        }
        try Self.change(folder + "/locales/en.yaml") { $0 + "\nnobody:\n  needs: \"This\"\n" }
        return (home, .folder(folder))
    }

    private static func change(_ file: String, _ change: (String) -> String) throws {
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        try change(text).write(toFile: file, atomically: true, encoding: .utf8)
    }

    private func lines(_ result: CommandResult) -> [String] {
        result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    // MARK: - list

    @Test(arguments: Languages.all)
    func `keys and words stand in columns, as wide as they are`(language: String) async throws {
        let home = try CommandHome(speaking: .all)
        let result = try await home.run(["locale", "list", "*.title", "--lang", language])
        #expect(result.status == 0)
        let keys = SampleService.project.catalogs.keys.map(\.rawValue).filter {
            $0.hasSuffix(".title")
        }
        #expect(keys.count > 15)
        let lines = lines(result).filter { !$0.isEmpty }
        #expect(lines.count == keys.count)
        let width = keys.map(\.count).max() ?? 0
        for (line, key) in zip(lines, keys) {
            let title = Messages.opening(of: key, in: language)
            #expect(
                line.hasPrefix(key.padding(toLength: width, withPad: " ", startingAt: 0) + "  ")
            )
            #expect(line.dropFirst(width + 2).hasPrefix(title), "\(line)")
        }
        #expect(result.errors.contains("\(keys.count) messages"))
    }

    @Test func `words are found in any language that is shown, whatever their case`() async throws {
        let home = try CommandHome(speaking: .all)
        let title = Messages.opening(of: "wallet-signup.personal.title", in: "ru")
        let result = try await home.run(["locale", "list", title.uppercased(), "--lang", "ru,zh"])
        let lines = lines(result)
        let place = try #require(lines.firstIndex(of: "wallet-signup.personal.title"))
        #expect(lines[place + 1] == "    ru     \(title)")
        let chinese = Messages.opening(of: "wallet-signup.personal.title", in: "zh")
        #expect(lines[place + 2] == "    zh     \(chinese)")
    }

    @Test func `what is missing in a language is listed, and nothing else`() async throws {
        let (home, place) = try await starter()
        let result = try await home.run(["locale", "list", "--missing", "--lang", "cs"], in: place)
        let keys = lines(result).filter { !$0.isEmpty }.map { $0.prefix { $0 != " " } }
        #expect(keys.count == 3)
        #expect(keys.contains("chrome.header.percent") && keys.contains("chrome.header.step_short"))
        #expect(keys.contains("nobody.needs"))
        let others = try await home.run(["locale", "list", "--missing", "--lang", "zh"], in: place)
        #expect(lines(others).filter { !$0.isEmpty }.count == 1)
    }

    @Test func `what nobody needs is listed`() async throws {
        let (home, place) = try await starter()
        let result = try await home.run(["locale", "list", "--unused"], in: place)
        #expect(lines(result) == ["nobody.needs  This", ""])
        let whole = try CommandHome(speaking: .all)
        let none = try await whole.run(["locale", "list", "--unused"])
        #expect(none.output.isEmpty && none.errors.contains("no message is unused"))
    }

    @Test func `a changed English text makes its translations stale`() async throws {
        let home = try CommandHome()
        let folder = try home.copyProject()
        let before = try await home.run(["locale", "list", "--stale"], in: .folder(folder))
        #expect(before.output.isEmpty)
        let title = Messages.opening(of: "wallet-signup.phones.title")
        try Self.change(folder + "/locales/en.yaml") {
            $0.replacingOccurrences(of: "\"\(title)\"", with: "\"Telephones\"")
        }
        let result = try await home.run(
            ["locale", "list", "--stale", "--lang", "cs"],
            in: .folder(folder)
        )
        #expect(lines(result).first?.hasPrefix("wallet-signup.phones.title  ") == true)
        #expect(lines(result).count == 2)
        let shown = try await home.run(
            ["locale", "show", "wallet-signup.phones.title", "--lang", "cs"],
            in: .folder(folder)
        )
        #expect(shown.output.contains("stale: the English has changed since"))
    }

    @Test func `a list as JSON has the whole words`() async throws {
        let home = try CommandHome(speaking: .all)
        let key = "wallet-signup.start.help"
        let json = try #require(
            try await home.run(["locale", "list", key, "--lang", "en,cs", "--json"]).json
        )
        let messages = try #require(json["messages"] as? [[String: Any]])
        #expect(messages.count == 1 && json["schema"] as? Int == 1)
        let texts = try #require(messages[0]["texts"] as? [String: String])
        let catalogs = SampleService.project.catalogs
        for tag in ["en", "cs"] {
            #expect(texts[tag] == catalogs[LanguageTag(tag)]?.pattern(for: MessageKey(key)))
        }
    }

    // MARK: - show

    @Test func `a message is shown in every language, with its line`() async throws {
        let home = try CommandHome(speaking: .all)
        let result = try await home.run(["locale", "show", "chrome.sends.left"])
        #expect(result.status == 0 && result.errors.isEmpty)
        for language in Languages.all {
            let file = CommandHome.repository + "/locales/\(language).yaml"
            let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
            let range = try #require(text.range(of: "  sends:\n"))
            let line = text[..<range.upperBound].filter { $0 == "\n" }.count + 1
            #expect(result.output.contains("locales/\(language).yaml:\(line)"))
        }
        #expect(result.output.contains("{count} a number, such as"))
        #expect(lines(result).allSatisfy { DisplayWidth.cells($0) <= 80 })
    }

    @Test func `it is told where a message is used, and which terms are in it`() async throws {
        let home = try CommandHome(speaking: .all)
        let key = "wallet-signup.check_mail.intro"
        let json = try #require(
            try await home.run(["locale", "show", key, "field.email.label", "--json"]).json
        )
        let messages = try #require(json["messages"] as? [[String: Any]])
        let uses = try #require(messages[0]["uses"] as? [[String: Any]])
        #expect(uses.count == 1 && uses[0]["steps"] as? [String] == ["check_mail"])
        #expect(uses[0]["file"] as? String == "flows/wallet-signup.yaml")
        let terms = try #require(messages[0]["terms"] as? [[String: Any]])
        #expect(terms.compactMap { $0["term"] as? String } == ["email", "link"])
        let arguments = try #require(messages[0]["arguments"] as? [[String: Any]])
        #expect(arguments.compactMap { $0["name"] as? String } == ["email", "hours"])
        let field = try #require(messages[1]["uses"] as? [[String: Any]])
        let ofSignUp = field.first { $0["flow"] as? String == "wallet-signup" }
        #expect(ofSignUp?["steps"] as? [String] == ["start"])
    }

    @Test(arguments: [
        ("wallet-signup.strat.title", "wallet-signup.start.title"),
        ("birth_date.label", "field.birth_date.label"), ("fild.email.label", "field.email.label"),
    ])
    func `a key that is misspelt is guessed`(wrong: String, right: String) async throws {
        let home = try CommandHome()
        for verb in ["show", "preview"] {
            let result = try await home.run(["locale", verb, wrong])
            #expect(result.status == 64 && result.output.isEmpty)
            #expect(result.errors.contains("did you mean \(right)?"), "\(result.errors)")
        }
    }

    @Test func `a language that is misspelt is guessed`() async throws {
        let home = try CommandHome(speaking: .all)
        for verb in [["list"], ["show", "input.yes"], ["preview", "input.yes"], ["stats"]] {
            let result = try await home.run(["locale"] + verb + ["--lang", "cz"])
            #expect(result.status == 64)
            #expect(result.errors.contains("no language cz"))
        }
    }

    @Test func `a file with an error hides only what is wrong in it`() async throws {
        let home = try CommandHome()
        let folder = try home.copyProject()
        try Self.change(folder + "/locales/cs.yaml") {
            $0.replacingOccurrences(
                of: "{count, plural, =0 {Znovu",
                with: "{count, plurl, =0 {Znovu"
            )
        }
        let result = try await home.run(
            ["locale", "show", "chrome.sends.left"],
            in: .folder(folder)
        )
        #expect(result.status == 0)
        #expect(result.errors.contains("there is an error in the files"))
        #expect(result.output.contains("— no words yet —"))
    }

    // MARK: - stats

    @Test func `of four Russian forms three are three quarters`() async throws {
        let (home, place) = try await starter()
        let figures = { () async throws -> [String: [String: Any]] in
            let json = try #require(
                try await home.run(["locale", "stats", "--json"], in: place).json
            )
            let rows = try #require(json["rows"] as? [[String: Any]])
            return Dictionary(
                rows.map { ("\($0["language"] ?? "") \($0["flow"] as? String ?? "")", $0) }
            ) { first, _ in first }
        }
        let rows = try await figures()
        #expect(rows["cs "]?["missing"] as? Int == 3)
        #expect(rows["zh "]?["missing"] as? Int == 1)
        let flow = try #require(rows["cs registration"]?["messages"] as? [String: Int])
        #expect(flow["covered"] == flow["total"] && flow["percent"] == 100)
        let shared = try #require(rows["cs "]?["messages"] as? [String: Int])
        #expect(shared["total"] == (shared["covered"] ?? 0) + 3)
    }

    @Test func `columns of figures stand below each other in every language`() async throws {
        let home = try CommandHome(speaking: .all)
        let lines = lines(try await home.run(["locale", "stats"])).filter { !$0.isEmpty }
        // For each language itself, each flow, and what is shared.
        let flows = try FileManager.default.contentsOfDirectory(
            atPath: CommandHome.repository + "/flows"
        ).count { $0.hasSuffix(".yaml") && !["fields.yaml", "effects.yaml"].contains($0) }
        #expect(lines.count == 1 + 4 * (2 + flows))
        #expect(Set(lines.map { DisplayWidth.cells($0) }).count == 1)
        #expect(lines.filter { $0.contains("100 %") }.count == lines.count - 1)
    }

    // MARK: - pseudo

    @Test(arguments: PseudoLanguage.tags)
    func `a pseudo-language is a locale file without a finding of its own`(
        tag: LanguageTag
    ) async throws {
        let home = try CommandHome()
        let folder = try home.copyProject()
        let file = folder + "/locales/de.yaml"
        let result = try await home.run(
            ["locale", "pseudo", tag.rawValue, "--out", file],
            in: .folder(folder)
        )
        #expect(result.status == 0 && result.output.isEmpty)
        // It is read as the file of a language that is nobody's here.
        let project = Project.read(ProjectFolder(path: folder))
        #expect(!project.problems.contains { $0.severity == .error })
        let made = try #require(project.catalogs[LanguageTag("de")])
        let english = try #require(project.catalogs[LanguageTag("en")])
        #expect(made.keys == english.keys)
        let walked = project.catalogs.pseudo(as: tag)
        for key in english.keys {
            #expect(made.pattern(for: key) == walked[tag]?.pattern(for: key))
        }
    }

    @Test func `a pseudo-language that there is not is named`() async throws {
        let home = try CommandHome()
        let result = try await home.run(["locale", "pseudo", "en-XO"])
        #expect(result.status == 64)
        #expect(result.errors.contains("there are: en-XA en-XB zh-XW en-XL en-XK"))
    }
}
