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
}
