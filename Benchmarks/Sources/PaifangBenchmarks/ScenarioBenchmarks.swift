import Documents
import Flows
import Foundation
import Localization
import Scenarios
import Sessions
import YAML

/// The scenarios of the wallet sign-up, played headless in five languages on one core.
enum ScenarioBenchmarks {
    static func run() {
        do {
            let project = try ScenarioProject()
            once(project)
            again(project)
            opening(project)
        } catch {
            print("scenarios: \(error)")
        }
    }

    /// All of them ten times and no clock, for a profiler that counts instructions.
    ///
    /// What is made at the first use, such as a way to a step, is made before.
    static func plays() {
        do {
            let project = try ScenarioProject()
            let suite = ScenarioSuite(on: project.stage())
            precondition(!suite.play(project.scenarios).scenarios.isEmpty, "they are played")
            repeatPlay(suite, project.scenarios, times: 10)
        } catch {
            print("plays: \(error)")
        }
    }

    /// A function of its own, so that a profiler can begin and end with it.
    @inline(never)
    private static func repeatPlay(_ suite: ScenarioSuite, _ scenarios: [Scenario], times: Int) {
        let many = Array(repeating: scenarios, count: times).flatMap(\.self)
        let entries = suite.play(many).scenarios.reduce(0) { $0 + $1.entryCount }
        print("{\"entries\": \(entries)}")
    }

    /// All of them once: generated paths are searched, and every distinct screen is looked at.
    private static func once(_ project: ScenarioProject) {
        var passed = 0
        let all = Figure.measure(times: 1) {
            passed = ScenarioSuite(on: project.stage()).play(project.scenarios).passedCount
        }
        precondition(passed == project.scenarios.count, "they pass")
        Figure(name: "scenarios.all", nanoseconds: all).report()
    }

    /// One entry, once every screen was seen: what each further scenario takes.
    private static func again(_ project: ScenarioProject) {
        let suite = ScenarioSuite(on: project.stage())
        let times = 50
        let all = suite.play(project.scenarios).scenarios.reduce(0) { $0 + $1.entryCount }
        let many = Array(repeating: project.scenarios, count: times).flatMap(\.self)
        var seen = 0
        let one = Figure.measure(times: 1, rounds: 3) {
            seen += suite.play(project.scenarios).passedCount
        }
        let repeated = Figure.measure(times: 1, rounds: 3) { seen += suite.play(many).passedCount }
        precondition(seen > 0, "the optimizer must not drop what is measured")
        let step = (repeated - one) / Double(all * (times - 1))
        Figure(name: "scenarios.step", nanoseconds: step).report()
    }

    /// A generated path to the last form.
    private static func opening(_ project: ScenarioProject) {
        var count = 0
        let search = Figure.measure(times: 1) {
            count = GeneratedPaths(project.machine, goal: "check_answers").all.count
        }
        precondition(count > 0, "there is a path")
        Figure(name: "scenarios.searchToReview", nanoseconds: search).report()
    }
}

/// The project as `paifang test` reads it, without its documents.
private struct ScenarioProject {
    let machine: FlowMachine
    let scenarios: [Scenario]
    private let catalogs: Catalogs

    init() throws {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let read = { (path: String) throws -> (source: SourceText, root: DocumentNode) in
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            let source = SourceText(path: path, text: text)
            guard let tree = YAMLReader.read(source).root else {
                throw WalletWalk.Missing(what: path)
            }
            return (source, tree)
        }
        let flowFile = { (name: String) throws -> ProjectFile in
            let file = try read("flows/\(name)")
            return ProjectFile(source: file.source, root: file.root)
        }
        let project = FlowProject.read(
            flows: [try flowFile("wallet-signup.yaml")],
            fields: try flowFile("fields.yaml"),
            effects: try flowFile("effects.yaml"),
            hash: { _ in "" }
        ).project
        guard let flow = project.flows.first else {
            throw WalletWalk.Missing(what: "wallet-signup")
        }
        let catalogs = Catalogs(
            try ["en", "ru", "zh", "id", "cs"].map { language in
                let file = try read("locales/\(language).yaml")
                return Catalog.load(
                    file.root,
                    language: LanguageTag(language),
                    source: file.source
                ).catalog
            }
        )
        let folder = root.appending(path: "flows/scenarios").path
        scenarios = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".yaml") }
            .flatMap { name in
                ScenarioReader(
                    try read("flows/scenarios/\(name)").root,
                    flows: [flow],
                    catalogs: catalogs
                ).scenarios
            }
        machine = try WalletWalk.machine()
        self.catalogs = catalogs
    }

    func stage() -> Stage {
        Stage(
            flows: [machine.definition],
            catalogs: catalogs,
            documents: DocumentLibrary([], source: LanguageTag("en"))
        )
    }
}
