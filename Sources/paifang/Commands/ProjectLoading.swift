import ArgumentParser
import Documents
import Flows
import Foundation
import Localization
import Sessions

/// What verbs share: finding the project, choosing the language, saying why something could not be done.
struct Situation {
    let shared: SharedOptions
    let environment: [String: String]

    init(_ shared: SharedOptions) {
        self.shared = shared
        environment = ProcessInfo.processInfo.environment
    }

    /// The project, or an exit with the reason.
    func project() throws -> Project { Project.read(try folder()) }

    /// The project's folder, or an exit with the reason.
    func folder() throws -> ProjectFolder {
        guard let folder = ProjectFolder.find(shared.directory, executable: Self.executable) else {
            Standard.error(
                shared.directory.map { "paifang: \(VisibleText.escaping($0)) has no folder flows/" }
                    ?? "paifang: no folder with flows/ here or above; name one with -C DIR"
            )
            throw ExitCode.impossible
        }
        if shared.directory == nil, !shared.isQuiet, ProjectFolder.find(nil, executable: nil) == nil
        {
            Standard.error(
                "paifang: no folder with flows/ here or above; this is about the project in"
                    + " \(VisibleText.escaping(folder.path)) (paifang init begins one here)"
            )
        }
        return folder
    }

    /// A project whose files have no error, or an exit with what is wrong with them; without what is for
    /// translators.
    func soundProject() throws -> Project { try sound(Project.read(try folder(), .walks)) }

    /// What a walk needs of the project: its flow, or the one that is walked where none is named, and the words that it
    /// begins with; and what is made at the same time, where there is a flow and a language of those names.
    func projectToWalk<Other: Sendable>(
        _ flow: String?,
        language wanted: String?,
        beside other: (@Sendable () -> Other)?
    ) throws -> (Project, Other?) {
        let folder = try folder()
        let reader = ProjectReader(folder: folder)
        let names = reader.flowNames.map(\.text)
        let name = flow ?? (names.count == 1 ? names[0] : Self.signUp)
        let language = likelyLanguage(wanted, of: name, reader)
        let scope = ProjectParts.Scope.walk(flow: name, language: language)
        guard let other, names.contains(name), language != nil else {
            return (try sound(Project.read(folder, scope)), nil)
        }
        let (project, made) = SideBySide.both({ Project.read(folder, scope) }, other)
        return (try sound(project), made)
    }

    private static let signUp = "wallet-signup"

    private func sound(_ project: Project) throws -> Project {
        let errors = project.problems.filter { $0.severity == .error }
        guard errors.isEmpty else {
            report(errors, sources: project.sources)
            throw ExitCode.impossible
        }
        return project
    }

    /// Says what is wrong with the words that were asked for later, on standard error.
    func reportLate(of project: Project) {
        let (findings, sources) = project.late.errors
        if !findings.isEmpty { report(findings, sources: sources) }
    }

    /// A flow of a project, or an exit that says which there are; without a name the only one, or the sign-up.
    func flow(_ name: String?, of project: Project) throws -> FlowDefinition {
        let flows = project.flows.flows
        if let name { return try flow(name, of: project) }
        let only = flows.count == 1 ? flows.first : project.flows.flow(FlowName(Self.signUp))
        if let only { return only }
        let names = flows.map(\.name.text).joined(separator: ", ")
        Standard.error(
            names.isEmpty
                ? "paifang: there is no flow in flows/" : "paifang: which flow? Name one: \(names)"
        )
        throw ExitCode.usage
    }

    /// Says what a tester should know, on standard error.
    func say(_ notes: [String]) {
        guard !shared.isQuiet else { return }
        for note in notes { Standard.error("paifang: \(note)") }
    }

    /// Writes findings to standard error, with excerpts of the sources.
    func report(_ findings: [Diagnostic], sources: [String: SourceText]) {
        let isColoured = shared.color.isOn(
            environment: environment,
            isTerminal: Standard.errorIsTerminal
        )
        let report = DiagnosticReport(findings, sources: sources)
        Standard.prompt(
            report.text(style: isColoured ? .ansi : .plain, cells: { DisplayWidth.cells($0) })
        )
    }

    /// The flow of a name, or an exit with the names there are.
    func flow(_ name: String, of project: Project) throws -> FlowDefinition {
        if let definition = project.flows.flow(FlowName(name)) { return definition }
        throw missing("flow", name, among: project.flows.flows.map(\.name.text))
    }

    /// Says that there is no such thing, which is probably meant, and what there is.
    func missing(_ thing: String, _ name: String, among names: [String]) -> ExitCode {
        let near = Spelling.nearest(to: name, among: names).map { "; did you mean \($0)?" }
        Standard.error(
            "paifang: no \(thing) \(VisibleText.escaping(name))\(near ?? "")"
                + "  (there are: \(names.joined(separator: " ")))"
        )
        return .usage
    }

    /// The time that `--clock` names, or an exit with what it takes; the machine's where nothing is named.
    func clock(_ text: String?) throws -> ServiceClock {
        guard let text else { return .real }
        if let moved = ServiceClock(text) { return moved }
        Standard.error("paifang: --clock takes a time (2026-03-01T09:00:00Z) or a length (+25h)")
        throw ExitCode.usage
    }

    /// The language of a new walk: explicit, then the environment's, then the flow's own.
    func language(_ wanted: String?, project: Project, flow: FlowDefinition?) throws -> LanguageTag
    {
        let choice = LanguageChoice(available: project.languages)
        if let wanted {
            let tag = LanguageTag(wanted)
            if tag.isPseudo { return tag }
            if let match = choice.match(wanted) { return match }
            throw missing("language", wanted, among: project.languages.map(\.rawValue))
        }
        return choice.language(
            environment: environmentLanguages,
            flow: flow.map { LanguageTag($0.locale) }
        )
    }

    /// The language that a walk begins in; `nil` where it is none that there is.
    private func likelyLanguage(
        _ wanted: String?,
        of flow: String,
        _ reader: ProjectReader
    ) -> LanguageTag? {
        let choice = LanguageChoice(available: reader.languages)
        if let wanted { return choice.match(wanted) }
        // Only where the environment tells nothing has the flow a say, so that its file is mostly read once.
        let isTold = environmentLanguages.first.flatMap { choice.match($0) } != nil
        return choice.language(
            environment: environmentLanguages,
            flow: isTold ? nil : reader.locale(of: flow)
        )
    }

    private var environmentLanguages: [String] {
        ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.filter { !$0.isEmpty }
    }

    /// The time zone of this machine, an IANA name.
    var zone: String { TimeZone.current.identifier }

    /// Exits with the reason why a service could not be put together.
    func exit(because failure: ServiceFailure) -> ExitCode {
        switch failure {
        case .keys(let error): Standard.error("paifang: \(error)")
        case .otherKey(let database, let keyFile):
            Standard.error("paifang: \(keyFile) is not the key file of the database \(database)")
        case .store(let path, let error):
            Standard.error(
                "paifang: the database \(path) can't be used: \(FailureText.of(error))"
            )
        case .webhook(let problem): Standard.error("paifang: \(problem.text)")
        case .noSandbox:
            Standard.error("paifang: the clock can be moved in a sandbox database only")
        case .noStandIns:
            Standard.error(
                "paifang: how effects end can be chosen in a sandbox database only"
            )
        }
        return .impossible
    }

    /// Exits with the reason why a walk could not be begun or gone on with.
    func exit(because failure: SessionFailure) -> ExitCode {
        Standard.error("paifang: \(FailureText.of(failure))")
        return .impossible
    }

    /// The program itself, whatever name it was started by.
    private static var executable: String? {
        // Where the system does not tell, only the present folder is searched.
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    }

    /// The options that lead a later command to the same project and database, each after a blank.
    func commandOptions(database: String?) -> String {
        // A project that is found without being named needs no name.
        let found = ProjectFolder.find(nil, executable: Self.executable)?.canonicalPath
        let directory = shared.directory.flatMap { given in
            ProjectFolder(path: given).canonicalPath == found ? nil : given
        }
        let options = [("-C", directory), ("--db", database)]
        return options.map { name, path in
            path.map { " \(name) \(ShellWord.quoted($0))" } ?? ""
        }.joined()
    }

    /// What works on a database as it is, or an exit with the reason why it can't.
    func service(
        of project: Project,
        _ files: DataFiles,
        database: String?
    ) throws -> Service {
        do {
            return try Service.make(
                project,
                Service.Settings(
                    files: files,
                    clock: .real,
                    pseudoLanguage: nil,
                    isVerbose: shared.isVerbose,
                    hasFixedCaptcha: false,
                    options: commandOptions(database: database)
                )
            )
        } catch {
            throw exit(because: error)
        }
    }

    /// The database that was named, or this user's own, with what belongs to it.
    func dataFiles(_ named: String?) throws -> DataFiles {
        guard named?.isEmpty != true else {
            Standard.error("paifang: --db takes the path of a database")
            throw ExitCode.usage
        }
        return DataFiles(named: named, environment: environment)
    }
}
