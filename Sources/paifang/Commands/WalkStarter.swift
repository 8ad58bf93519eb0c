import ArgumentParser
import Documents
import Flows
import Localization
import Screens
import Sessions

/// Begins or resumes the walk that `paifang run` was asked for.
struct WalkStarter {
    let command: RunCommand
    let situation: Situation
    let project: Project
    /// The database, where it was opened before.
    var data: Result<ServiceData, ServiceFailure>?

    /// The walk with the host behind it, or an exit with the reason.
    func walk() throws -> (walk: Walk, host: TrialHost) {
        let language = try wantedLanguage()
        let files = try situation.dataFiles(command.db)
        if let name = command.resume {
            let resumed = try resumed(name, files: files, pseudo: pseudo(language)) {
                let session = try $0.engine.load($1)
                wakeOthers($0)
                return session
            }
            if let language { resumed.walk.choose(language: language) }
            return resumed
        }
        let definition = try definition()
        let service = try service(files, pseudo: pseudo(language))
        let input = try input(of: definition, service: service)
        do {
            let chosen =
                try language
                ?? situation.language(nil, project: project, flow: definition)
            let session = try service.engine.begin(
                definition.name,
                input: input,
                locale: chosen.rawValue,
                zone: situation.zone
            )
            wakeOthers(service)
            let walk = Walk(session, engine: service.engine, surroundings: service.surroundings)
            return (walk, service.host)
        } catch let failure as SessionFailure {
            throw situation.exit(because: failure)
        }
    }

    /// The walk with the answers of a file, or an exit with the reason.
    ///
    /// A file with something wrong in it begins no walk.
    func walk(
        answers path: String
    ) throws -> (walk: Walk, host: TrialHost, answers: AnswerFile) {
        guard let bytes = path == "-" ? Standard.readInput() : ProjectFolder.bytes(of: path) else {
            Standard.error(
                "paifang: \(VisibleText.escaping(path)) can't be read, or is larger than a mebibyte"
            )
            throw ExitCode.impossible
        }
        let source = SourceText(path: path == "-" ? "<stdin>" : path, bytes: bytes)
        if command.resume != nil {
            let (walk, host) = try walk()
            return (walk, host, try answers(of: source, for: walk.definition))
        }
        let answers = try answers(of: source, for: definition())
        let (walk, host) = try walk()
        return (walk, host, answers)
    }

    /// Says what a walk needs where nobody can be asked; the walk itself is only looked at.
    func refuseWithoutPerson() throws {
        let field: String?
        if let name = command.resume {
            let files = try situation.dataFiles(command.db)
            let (walk, _) = try resumed(name, files: files, pseudo: pseudo(try wantedLanguage())) {
                try $0.engine.read($1)
            }
            field = walk.screen.fields.first { !$0.isAnswered }?.path.written
        } else {
            let definition = try definition()
            field = definition.steps.first?.asked.first.map { definition.fields[$0].name.text }
        }
        let reason =
            command.shared.hasNoInput
            ? "nobody is to be asked" : "standard input is no terminal, so nobody can be asked"
        Standard.error(
            """
            paifang: \(reason)\(field.map { ", and there is no answer to `\($0)`" } ?? "").
            Give --answers FILE with `field: answer` lines, or --plain to read answers line by line.
            """
        )
        throw ExitCode.usage
    }

    /// The services, or an exit with the reason why there are none.
    func service(_ files: DataFiles, pseudo: LanguageTag?) throws -> Service {
        let clock = try situation.clock(command.clock)
        do {
            let service = try Service.make(
                project,
                Service.Settings(
                    files: files,
                    data: data,
                    clock: clock,
                    pseudoLanguage: pseudo,
                    isVerbose: command.shared.isVerbose,
                    hasFixedCaptcha: command.answers != nil,
                    options: situation.commandOptions(database: command.db),
                    effects: situation.effects(command.effect, of: project)
                )
            )
            guard service.isSandbox || command.answers == nil else {
                Standard.error(
                    "paifang: --answers works in a sandbox database only, which \(files.database) is not"
                )
                throw ExitCode.impossible
            }
            return service
        } catch let failure as ServiceFailure {
            throw situation.exit(because: failure)
        }
    }

    private func wantedLanguage() throws -> LanguageTag? {
        try command.lang.map { try situation.language($0, project: project, flow: nil) }
    }

    private func pseudo(_ language: LanguageTag?) -> LanguageTag? {
        language.flatMap { $0.isPseudo ? $0 : nil }
    }

    private func definition() throws -> FlowDefinition {
        try situation.flow(command.flow, of: project)
    }

    private func answers(of source: SourceText, for definition: FlowDefinition) throws -> AnswerFile
    {
        let file = AnswerFile(source, for: definition)
        guard file.problems.isEmpty else {
            // Without excerpts: a line of the file may hold a password.
            situation.report(file.problems, sources: [:])
            throw ExitCode.findings
        }
        return file
    }

    private func resumed(
        _ name: String,
        files: DataFiles,
        pseudo: LanguageTag?,
        by session: (Service, SessionID) throws -> LiveSession
    ) throws -> (walk: Walk, host: TrialHost) {
        guard files.exists else { throw noWalk(name) }
        let service = try service(files, pseudo: pseudo)
        do {
            let all = try service.engine.sessions()
            let found =
                name == "last"
                ? all.filter { $0.status == .open }.prefix(1).map(\.id)
                : all.map(\.id).filter { !name.isEmpty && $0.text.hasPrefix(name) }
            guard let id = found.first else { throw noWalk(name) }
            guard found.count == 1 else {
                Standard.error(
                    "paifang: several walks begin with \(name): "
                        + found.map(\.text).joined(separator: " ")
                )
                throw ExitCode.impossible
            }
            let session = try session(service, id)
            let walk = Walk(session, engine: service.engine, surroundings: service.surroundings)
            return (walk, service.host)
        } catch let failure as SessionFailure {
            throw situation.exit(because: failure)
        }
    }

    /// Does what is due for walks that nobody looks at; under a clock that is moved for this one, they sleep on.
    private func wakeOthers(_ service: Service) {
        if command.clock == nil { service.engine.wakeSessions() }
    }

    private func noWalk(_ name: String) -> ExitCode {
        let words = name == "last" ? "no walk" : "no walk \(VisibleText.escaping(name))"
        Standard.error("paifang: \(words) to go on with; see paifang run --list")
        return .impossible
    }

    /// The inputs given on the command line, read as answers are.
    private func input(
        of definition: FlowDefinition,
        service: Service
    ) throws -> [FieldName: FieldValue] {
        var input: [FieldName: FieldValue] = [:]
        for pair in command.given {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            let names = definition.fields.filter { $0.origin == .input }.map(\.name.text)
            guard parts.count == 2, names.contains(parts[0]),
                let field = definition.field(FieldName(parts[0]))
            else {
                let near = parts.first.flatMap { Spelling.nearest(to: $0, among: names) }
                Standard.error(
                    "paifang: --given takes NAME=VALUE with one of: \(names.joined(separator: " "))"
                        + (near.map { "; did you mean \($0)?" } ?? "")
                )
                throw ExitCode.usage
            }
            guard let value = service.surroundings.input(parts[1], of: field) else {
                Standard.error("paifang: --given \(field.name): this is no \(field.type.keyword)")
                throw ExitCode.usage
            }
            input[field.name] = value
        }
        return input
    }
}
