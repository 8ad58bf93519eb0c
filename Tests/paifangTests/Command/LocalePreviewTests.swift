import Foundation
import Localization
import Testing

@testable import paifang

@Suite("paifang locale preview")
struct LocalePreviewTests {
    private func lines(_ result: CommandResult) -> [String] {
        result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The previews of some keys, by key.
    private func previews(
        _ keys: [String],
        _ language: String,
        _ more: [String] = []
    ) async throws -> [String: [String: Any]] {
        let home = try CommandHome(speaking: .all)
        let result = try await home.run(
            ["locale", "preview"] + keys + ["--lang", language, "--json"] + more
        )
        let json = try #require(result.json)
        let list = try #require(json["previews"] as? [[String: Any]])
        return Dictionary(list.map { ($0["key"] as? String ?? "", $0) }) { first, _ in first }
    }

    @Test(arguments: [
        ("ru", ["0", "1", "2", "5", "21", "1.5"]), ("cs", ["0", "1", "2", "5", "1.5"]),
        ("zh", ["0", "1", "2", "1.5"]), ("en", ["0", "1", "2", "1.5"]),
        ("id", ["0", "1", "2", "1.5"]),
    ])
    func `each number that is counted differently is shown`(
        language: String,
        numbers: [String]
    ) async throws {
        let key = "chrome.sends.left"
        let preview = try #require(try await previews([key], language)[key])
        let forms = try #require(preview["forms"] as? [[String: Any]])
        let values = forms.flatMap { $0["cases"] as? [[String: String]] ?? [] }
        #expect(values.compactMap { $0["count"] } == numbers)
        let program = SampleService.project.catalogs[LanguageTag(language)]?
            .program(for: MessageKey(key))
        let first = program?.format(["count": .integer(0)])
        #expect(forms.first?["text"] as? String == first)
    }

    @Test(arguments: Languages.all)
    func `messages are found on the screens they stand on`(language: String) async throws {
        let places = [
            "wallet-signup.check_mail.title": "check_mail", "field.birth_date.label": "personal",
            "field.email.hint": "start", "error.date.no_such_day": "personal",
            "error.secret.too_short": "secure", "refused.forged": "check_mail",
            "wallet-signup.address.help": "address",
            "wallet-signup.link_expired.intro": "link_expired",
            "chrome.button.confirm": "check_answers",
            "wallet-signup.registered.intro": "registered",
            "wallet-signup.already_there.advice": "already_there",
            "mail.already_registered.body": "check_mail", "field.landline.offer": "phones",
            "field.security_answers.error.all_different": "secure",
            "captcha.question.q11": "start", "chrome.choice.nothing": "personal",
            "chrome.plain.unknown": "start", "chrome.command.help": "start",
            "chrome.choice.more": "personal", "chrome.suggestion.take": "personal",
        ]
        let found = try await previews(
            places.keys.sorted(),
            language,
            ["--all", "--flow", "wallet-signup"]
        )
        for (key, step) in places {
            let screens = try #require(found[key]?["screens"] as? [[String: Any]], "\(key)")
            #expect(!screens.isEmpty, "\(key) stands on no screen")
            // Many messages stand on screens of several flows.
            let screen = try #require(
                screens.first { $0["step"] as? String == step },
                "\(key) does not stand on \(step)"
            )
            let lines = try #require(screen["lines"] as? [String])
            let marked = try #require(screen["marked"] as? [Int])
            #expect(!marked.isEmpty && lines.allSatisfy { DisplayWidth.cells($0) <= 80 })
            // What is marked holds the beginning of the message.
            let opening = Messages.opening(of: key, in: language).prefix(8)
            let text = marked.map { lines[$0 - 1] }.joined(separator: " ")
            #expect(opening.isEmpty || text.contains(opening), "\(key): \(text)")
            #expect(!lines.joined().unicodeScalars.contains { $0.properties.isVariationSelector })
        }
    }

    @Test func `a message is found on the screens of each flow that shows it`() async throws {
        let home = try CommandHome()
        let project = try home.copyProject()
        let kept = [
            "fields", "effects", "forgotten-password", "site-sign-up", "phone-verification",
        ]
        let manager = FileManager.default
        for name in try manager.contentsOfDirectory(atPath: project + "/flows")
        where !kept.contains(where: { name == $0 + ".yaml" }) {
            try manager.removeItem(atPath: project + "/flows/" + name)
        }
        let key = "field.email.label"
        for (more, flows) in [
            (["--all"], ["forgotten-password", "site-sign-up"]), ([], ["forgotten-password"]),
            (["--all", "--flow", "site-sign-up"], ["site-sign-up"]),
        ] {
            let result = try await home.run(
                ["locale", "preview", key, "--lang", "en", "--json"] + more,
                in: .folder(project)
            )
            let previews = try #require(result.json?["previews"] as? [[String: Any]])
            let screens = try #require(previews.first?["screens"] as? [[String: Any]])
            #expect(screens.compactMap { $0["flow"] as? String } == flows, "\(more)")
        }
    }

    @Test func `hardly a message stands on no screen, in any flow of this project`() async throws {
        let home = try CommandHome(speaking: .all)
        let result = try await home.run(["locale", "preview", "--lang", "en", "--json"])
        let json = try #require(result.json)
        let list = try #require(json["previews"] as? [[String: Any]])
        let unseen = list.filter { ($0["screens"] as? [Any])?.isEmpty == true }
            .compactMap { $0["key"] as? String }
        // Others stand before the first two, and a list is seen as its records.
        #expect(
            Set(unseen) == [
                "error.missing", "error.consent.missing", "field.security_answers.label",
            ]
        )
        #expect(list.count > 200)
    }

    @Test(arguments: Languages.all)
    func `without colours a mark stands before the line, and signs below the words`(
        language: String
    ) async throws {
        let home = try CommandHome(speaking: .all)
        let result = try await home.run(
            ["locale", "preview", "field.email.label", "--lang", language, "--screen"]
        )
        let label = Messages.opening(of: "field.email.label", in: language)
        let lines = lines(result)
        let place = try #require(lines.firstIndex { $0.hasPrefix(">▸   \(label)") })
        let signs = String(repeating: "^", count: DisplayWidth.cells(label))
        #expect(lines[place + 1] == "     " + signs)
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test func `a line without room for the mark has signs below it`() async throws {
        let home = try CommandHome()
        let result = try await home.run(["locale", "preview", "chrome.plain.unknown", "--screen"])
        let opening = Messages.opening(of: "chrome.plain.unknown")
        let lines = lines(result)
        let place = try #require(lines.firstIndex { $0.hasPrefix(opening) })
        #expect(lines[place + 1].hasPrefix("^^^^") && lines[place + 1].count == lines[place].count)
    }

    @Test func `with colours the words are in reverse, and a mark stands there, too`() async throws
    {
        let home = try CommandHome()
        let result = try await home.run(
            ["locale", "preview", "field.email.label", "--screen", "--color", "always"]
        )
        let label = Messages.opening(of: "field.email.label")
        #expect(result.output.contains("\n>▸   \u{1B}[7m\(label)\u{1B}[0m"))
        #expect(!result.output.contains("^^^"))
    }

    @Test func `what is too wide is marked, and by how much`() async throws {
        let home = try CommandHome()
        let folder = try home.copyProject()
        let file = folder + "/locales/zh.yaml"
        let old = Messages.opening(of: "field.email.label", in: "zh")
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        let long = String(repeating: "邮", count: 25)
        try text.replacingOccurrences(of: "label: \"\(old)\"", with: "label: \"\(long)\"")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let result = try await home.run(
            ["locale", "preview", "field.email.label", "--lang", "zh"],
            in: .folder(folder)
        )
        let limit = try #require(
            SampleService.project.descriptions?["field.email.label"]?.width
        )
        #expect(
            result.output.contains("✗ 50 cells, \(50 - limit) too many: there is room for \(limit)")
        )
    }

    @Test(arguments: [24, 40, 60, 132])
    func `a narrow window or a wide one is drawn as it would be`(width: Int) async throws {
        let found = try await previews(
            ["wallet-signup.start.intro", "chrome.header.title"],
            "ru",
            ["--width", "\(width)"]
        )
        #expect(found.count == 2)
        for preview in found.values {
            let screens = try #require(preview["screens"] as? [[String: Any]])
            let lines = try #require(screens.first?["lines"] as? [String])
            #expect(lines.allSatisfy { DisplayWidth.cells($0) <= width })
            #expect(lines.contains { DisplayWidth.cells($0) == width })
        }
    }

    @Test func `every step that shows a message is shown where that is asked for`() async throws {
        let key = "chrome.button.continue"
        let once = try #require(try await previews([key], "cs")[key]?["screens"] as? [Any])
        let all = try #require(
            try await previews([key], "cs", ["--all"])[key]?["screens"] as? [[String: Any]]
        )
        #expect(once.count == 1)
        let steps = all.compactMap { "\($0["flow"] ?? "") \($0["step"] ?? "")" }
        #expect(steps.count > 5 && Set(steps).count == steps.count)
    }

    @Test func `one step of a flow is shown with its messages`() async throws {
        let home = try CommandHome(speaking: .all)
        let result = try await home.run(
            ["locale", "preview", "--step", "trouble", "--lang", "id", "--flow", "wallet-signup"]
        )
        #expect(result.status == 0)
        let headings = lines(result).filter { $0.hasPrefix("══") }
        #expect(headings.count == 1 && headings[0].contains("trouble"))
        #expect(result.output.contains("wallet-signup.trouble.try_again  id"))
        let wrong = try await home.run(["locale", "preview", "--step", "trable"])
        #expect(wrong.status == 64 && wrong.errors.contains("did you mean trouble?"))
    }

    @Test func `answers that are taken are on no screen, and that is said`() async throws {
        let home = try CommandHome()
        let result = try await home.run(["locale", "preview", "input.yes"])
        #expect(result.status == 0)
        #expect(result.output.contains("these are the answers that are taken"))
    }

    @Test func `a project of one's own is shown, too`() async throws {
        let home = try CommandHome()
        #expect(try await home.run(["init", "letters"], in: .untold).status == 0)
        let place = CommandHome.Place.folder(home.path + "/letters")
        let result = try await home.run(["locale", "preview", "--lang", "zh"], in: place)
        #expect(result.status == 0)
        #expect(result.output.contains("registration, step "))
        #expect(!result.output.contains("⟦"))
    }
}
