import Documents
import Flows
import Foundation
import Localization
import Sessions
import Testing

@testable import paifang

/// Of a project, a walk reads its flow and the words that it shows.
@Suite("What is read to walk a flow")
struct ReadToWalkTests {
    private static let whole = Project.read(ProjectFolder(path: CommandHome.repository), .walks)
    private static let flows = whole.flows.flows.map(\.name.text)

    @Test(arguments: flows)
    func `a flow that is read without the others is the same`(name: String) throws {
        let folder = ProjectFolder(path: CommandHome.repository)
        let part = Project.read(folder, .walk(flow: name, language: nil))
        #expect(part.problems == [])
        let flow = try #require(part.flows.flow(FlowName(name)))
        #expect(flow.hash == Self.whole.flows.flow(flow.name)?.hash)
        #expect(part.texts[flow.name] == Self.whole.texts[flow.name])
        #expect(part.flows.flows.count < Self.flows.count)
        #expect(part.flowNames == Self.whole.flowNames)
        #expect(part.languages == Self.whole.languages)
    }

    @Test(arguments: Languages.all)
    func `a language that is read later is the same`(language: String) async throws {
        let home = try CommandHome()
        let project = try home.copyProject()
        // A document whose translations are stale, and a message that only keeps its place.
        let file = "/locales/documents/service-terms/1/en.md"
        let text = try String(contentsOfFile: project + file, encoding: .utf8)
        try home.write(text + "\nOne thing more.\n", to: "project" + file)
        let words = project + "/locales/en.yaml"
        let english = try String(contentsOfFile: words, encoding: .utf8)
        try home.write(english + "\nnews:\n  title: \"News\"\n", to: "project/locales/en.yaml")
        let sync = try await home.run(["locale", "sync"], in: .folder(project))
        #expect(sync.status == 0, "\(sync.errors)")
        let folder = ProjectFolder(path: project)
        let whole = Project.read(folder, .walks)
        let part = Project.read(folder, .walk(flow: "wallet-signup", language: nil))
        let tag = LanguageTag(language)
        #expect(part.catalogs[tag]?.keys == whole.catalogs[tag]?.keys)
        #expect(part.catalogs.words("news.title", in: tag).text == "News")
        for name in whole.documents.names {
            let document = part.documents.document(name, in: tag)
            #expect(document == whole.documents.document(name, in: tag))
            let isStale = name == "service-terms" && language != "en"
            #expect((document?.standsInFor == tag) == isStale)
        }
        #expect(part.late.errors.findings == [])
    }

    private func changed(
        _ file: String,
        _ change: (String) -> String,
        in home: CommandHome
    ) throws -> String {
        let project = try home.copyProject()
        let text = try String(contentsOfFile: project + "/" + file, encoding: .utf8)
        try home.write(change(text), to: "project/" + file)
        return project
    }

    /// One of its own for each walk: an address signs up once.
    private func database(_ home: CommandHome) -> String { home.path + "/\(UUID().uuidString).db" }

    private func run(
        _ flow: String?,
        _ more: [String],
        in project: String,
        _ home: CommandHome
    ) async throws -> CommandResult {
        let answers = try home.write(AnswerTexts.plain.yaml, to: "answers.yaml")
        let name = flow.map { [$0] } ?? []
        return try await home.run(
            ["run"] + name + ["--no-input", "--answers", answers, "--db", database(home)] + more,
            in: .folder(project)
        )
    }

    @Test func `a fault in another flow or language holds nobody up, and one in their own does`()
        async throws
    {
        let home = try CommandHome()
        let project = try changed("locales/cs.yaml", { "{" + $0 }, in: home)
        try home.write("flow: settings\nsteps: nonsense\n", to: "project/flows/settings.yaml")
        for flow in ["wallet-signup", nil] {
            let walk = try await run(flow, [], in: project, home)
            #expect(walk.status == 0 && !walk.errors.contains("error["), "\(walk.errors)")
        }
        let czech = try await run(nil, ["--lang", "cs"], in: project, home)
        #expect(czech.status == 2 && czech.errors.contains("--> locales/cs.yaml:"))
        let settings = try await run("settings", [], in: project, home)
        #expect(settings.status == 2 && settings.errors.contains("--> flows/settings.yaml:"))
    }

    @Test func `whoever chooses a language with a fault reads English, and is told why`()
        async throws
    {
        let home = try CommandHome()
        let project = try changed(
            "locales/cs.yaml",
            { $0.replacing("Vaše e-mailová adresa", with: "{Vaše e-mailová adresa") },
            in: home
        )
        let walk = try await home.run(
            ["run", "wallet-signup", "--plain", "--lang", "ru"],
            input: Array(":lang cs\n:quit\n".utf8),
            in: .folder(project)
        )
        #expect(walk.output.contains("Кошелёк") || walk.output.contains("Шаг"))
        #expect(walk.output.contains("Email address"))
        #expect(!walk.output.contains("E-mailová adresa"))
        #expect(walk.errors.contains("--> locales/cs.yaml:"))
    }

    @Test(arguments: [
        ["nosuch"], ["--lang", "xx"], ["--clock", "soon"], ["--effect", "nosuch=x"],
        ["--record", "/"],
    ])
    func `a walk that is refused for what was typed leaves no database behind`(
        typed: [String]
    ) async throws {
        let home = try CommandHome()
        let command = ["run", "--plain", "--db", home.database]
        let refused = try await home.run(command + typed)
        #expect(refused.status == 64)
        #expect(!FileManager.default.fileExists(atPath: home.database))
        _ = try await home.run(command)
        #expect(FileManager.default.fileExists(atPath: home.database))
    }

    @Test func `flows in files of other names are read all the same`() async throws {
        let home = try CommandHome()
        let project = try home.copyProject()
        try FileManager.default.moveItem(
            atPath: project + "/flows/wallet-signup.yaml",
            toPath: project + "/flows/first.yaml"
        )
        let walk = try await run("wallet-signup", [], in: project, home)
        #expect(walk.status == 0, "\(walk.errors)")
    }

    /// A project of small flows, to be walked without answers.
    private func small(_ flows: [String: String], in home: CommandHome) throws -> String {
        for (path, text) in flows { try home.write(text, to: "small/flows/" + path) }
        try home.write("fields: {email: {type: email}}\n", to: "small/flows/fields.yaml")
        let locales = home.path + "/small/locales"
        try FileManager.default.createDirectory(atPath: locales, withIntermediateDirectories: true)
        for name in ["en.yaml", "zh.yaml"] {
            try FileManager.default.copyItem(
                atPath: CommandHome.repository + "/locales/" + name,
                toPath: locales + "/" + name
            )
        }
        return home.path + "/small"
    }

    private static func waiting(_ name: String, _ more: String = "", start: String? = nil) -> String
    {
        let send =
            start.map {
                "send: {mail: password_changed, start: \($0), limit: {times: 3}}, "
            } ?? ""
        return """
            flow: \(name)
            version: 1
            \(more)
            fields: [email]
            steps:
              - {step: begin, ask: [email]}
              - {step: wait, events: {go: sent}, after: {1h: sent}}
              - {step: sent, \(send)events: {go: over}, after: {1h: over}}
              - {step: over, end: over}
            """
    }

    private func read(_ project: String, _ flow: String) -> Project {
        Project.read(ProjectFolder(path: project), .walk(flow: flow, language: nil))
    }

    @Test func `a flow may name others by what they are called, whatever their files are`() throws {
        let home = try CommandHome()
        let project = try small(
            [
                "gamma.yaml": Self.waiting("gamma", start: "foo"),
                "bar.yaml": Self.waiting("foo"), "delta.yaml": Self.waiting("delta"),
            ],
            in: home
        )
        let gamma = read(project, "gamma")
        #expect(gamma.problems == [] && gamma.flows.flow("gamma") != nil)
        #expect(gamma.flowNames == ["gamma", "foo", "delta"])
        // One that names none needs no other file.
        #expect(read(project, "delta").flows.flows.map(\.name) == ["delta"])
    }

    @Test func `an earlier version is read beside the flows that it ran`() throws {
        let home = try CommandHome()
        let old = """
            flow: alpha
            version: 1
            fields: [email]
            steps:
              - {step: begin, ask: [email]}
              - {step: inner, run: beta, events: {over: over}}
              - {step: over, end: over}
            """
        let alpha = Self.waiting("alpha", "migrate: {from: 1, steps: {inner: wait}}").replacing(
            "version: 1",
            with: "version: 2"
        )
        let project = try small(
            ["old/alpha.1.yaml": old, "alpha.yaml": alpha, "beta.yaml": Self.waiting("beta")],
            in: home
        )
        let whole = Project.read(ProjectFolder(path: project), .walks)
        let part = read(project, "alpha")
        #expect(part.problems == whole.problems)
        #expect(part.flows.flow("alpha")?.hash == whole.flows.flow("alpha")?.hash)
    }

    @Test func `the texts that a session keeps need not hold the flows that its letters name`()
        throws
    {
        let home = try CommandHome()
        let project = try small(
            ["gamma.yaml": Self.waiting("gamma", start: "foo"), "foo.yaml": Self.waiting("foo")],
            in: home
        )
        let bytes = try #require(read(project, "gamma").texts["gamma"])
        #expect(KeptTexts.flow(from: bytes)?.name == "gamma")
    }

    @Test func `where the flow decides the language, that one is read`() async throws {
        let home = try CommandHome()
        let project = try small(["gamma.yaml": Self.waiting("gamma", "locale: zh")], in: home)
        try home.write("{", to: "small/locales/zh.yaml")
        for (environment, status) in [([:], 2), (["LANG": "en_US.UTF-8"], 64)] {
            let walk = try await home.run(
                ["run", "gamma", "--plain"],
                in: .folder(project),
                environment: environment
            )
            #expect(Int(walk.status) == status, "\(walk.errors)")
            #expect(walk.errors.contains("--> locales/zh.yaml:") == (status == 2))
        }
    }
}
