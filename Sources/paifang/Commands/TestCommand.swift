import ArgumentParser
import Documents
import Flows
import Localization
import Scenarios
import Sessions

/// `paifang test`: plays scenarios headless, on a virtual clock.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Play scenarios headless, on a virtual clock.",
        discussion: """
            Scenarios stand in flows/scenarios/<flow>.*.yaml. Each is played in every language unless it names one.
            A scenario that fails leaves its screens in .paifang/failed/.
            """
    )

    @Argument(help: "Scenario files, or folders with such; all of the project without any.")
    var paths: [String] = []

    @Option(help: "Only scenarios whose name, or file/name, fits; * and ? stand for anything.")
    var filter: String?

    @Option(
        help: "Only these languages, such as en,ru; en-XA and its like are made up for testing."
    )
    var lang: String?

    @Option(help: "The number that all tokens are made from.")
    var seed: UInt64 = 1

    @Option(help: "How many are played at the same time; as many as there are processors.")
    var jobs: Int?

    @Flag(name: .customLong("fail-fast"), help: "Begin nothing more after a failure.")
    var failsFast = false

    @Option(
        name: .customLong("min-coverage"),
        help: "Fail where any figure of the coverage is below so many percent."
    )
    var minimum: Int?

    @Option(help: "text, tap, json, junit or html, and a file: junit=out.xml; may be repeated.")
    var report: [String] = []

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
        if let minimum, !(0...100).contains(minimum) {
            throw ValidationError("--min-coverage takes a number from 0 to 100")
        }
    }

    func run() throws {
        let situation = Situation(shared)
        let targets = try ReportTarget.parse(report, isJSON: shared.isJSON)
        let project = try situation.soundProject()
        let files =
            paths.isEmpty
            ? ScenarioFiles(of: project) : ScenarioFiles(paths, for: project)
        try check(files, situation)
        let scenarios = files.scenarios.filter { isChosen($0) }
        guard !scenarios.isEmpty else { throw nothing(in: files, project) }
        let settings = try settings(project)
        let result = ScenarioSuite(on: stage(project, settings), settings).play(scenarios)
        let sources = ReportSources(
            files.sources,
            of: files.scenarios,
            command: "paifang test" + situation.commandOptions(database: nil)
                + paths.map { " " + ShellWord.quoted($0) }.joined()
        )
        ReplayFolders(folder: project.folder, sources: sources).write(result)
        for target in targets {
            try target.write(
                result,
                sources: sources,
                situation: situation,
                isVerbose: shared.isVerbose
            )
        }
        try judge(result)
    }

    /// Ends where files have findings, or can't be read.
    private func check(_ files: ScenarioFiles, _ situation: Situation) throws {
        if let path = files.unreadable.first {
            Standard.error("paifang: \(VisibleText.escaping(path)) can't be read")
            throw ExitCode.impossible
        }
        guard files.problems.isEmpty else {
            situation.report(files.problems, sources: files.sources)
            throw ExitCode.findings
        }
    }

    private func isChosen(_ scenario: Scenario) -> Bool {
        guard let filter else { return true }
        let pattern = NamePattern(filter)
        return pattern.fits(scenario.name) || pattern.fits(scenario.fullName)
    }

    private func nothing(in files: ScenarioFiles, _ project: Project) -> ExitCode {
        if let filter, !files.scenarios.isEmpty {
            let names = files.scenarios.map(\.name)
            let near = Spelling.nearest(to: filter, among: names)
            Standard.error(
                "paifang: no scenario fits \(VisibleText.escaping(filter))"
                    + (near.map { "; did you mean \(VisibleText.escaping($0))?" } ?? "")
                    + "  (there are \(names.count))"
            )
            return .usage
        }
        let flow = project.flows.flows.first
        Standard.error(FirstScenario.advice(for: flow))
        return .impossible
    }

    /// What is played in, with the pseudo-languages that were asked for.
    private func stage(_ project: Project, _ settings: ScenarioSuite.Settings) -> Stage {
        var catalogs = project.catalogs
        var documents = project.documents
        for language in settings.languages where language.isPseudo {
            catalogs = catalogs.pseudo(as: language)
            documents = documents.pseudo(as: language)
        }
        return Stage(flows: project.flows.flows, catalogs: catalogs, documents: documents)
    }

    private func settings(_ project: Project) throws -> ScenarioSuite.Settings {
        var settings = ScenarioSuite.Settings()
        settings.seed = seed
        settings.jobs = jobs ?? Processors.count
        settings.failsFast = failsFast
        let clock = ContinuousClock()
        let began = clock.now
        settings.stopwatch = {
            let passed = (clock.now - began).components
            return passed.seconds * 1_000_000_000 + passed.attoseconds / 1_000_000_000
        }
        let names = project.languages.map(\.rawValue)
        for tag in lang?.split(separator: ",").map(String.init) ?? [] {
            guard names.contains(tag) || LanguageTag(tag).isPseudo else {
                let near = Spelling.nearest(to: tag, among: names)
                Standard.error(
                    "paifang: no language \(VisibleText.escaping(tag))"
                        + (near.map { "; did you mean \($0)?" } ?? "")
                        + "  (there are: \(names.joined(separator: " ")))"
                )
                throw ExitCode.usage
            }
            settings.languages.append(LanguageTag(tag))
        }
        return settings
    }

    private func judge(_ result: SuiteResult) throws {
        if let minimum, let lowest = result.lowest, lowest.percent < minimum {
            Standard.error(
                "paifang: the lowest figure of the coverage, \(lowest.name), is \(lowest.percent) %,"
                    + " which is below \(minimum) %"
            )
            throw ExitCode.findings
        }
        if !result.isFine { throw ExitCode.findings }
    }
}
