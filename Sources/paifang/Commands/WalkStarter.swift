import ArgumentParser
import Documents
import Flows
import Foundation
import Localization
import Sessions

/// Begins or resumes the walk that `paifang run` was asked for.
struct WalkStarter {
    let command: RunCommand
    let situation: Situation
    let project: Project

    /// The walk, or an exit with the reason.
    func walk() throws -> Walk {
        let definition = try definition()
        let language = try situation.language(command.lang, project: project, flow: definition)
        let service = try service(pseudo: language.isPseudo ? language : nil)
        if let name = command.resume {
            let walk = try resumed(name, service: service)
            if command.lang != nil { walk.choose(language: language) }
            return walk
        }
        let input = try input(of: definition, service: service)
        do {
            let session = try service.engine.begin(
                definition.name, input: input, locale: language.rawValue, zone: situation.zone)
            return Walk(session, engine: service.engine, surroundings: service.surroundings)
        } catch {
            throw refusal(error)
        }
    }

    /// Shows the walks under way.
    func list() throws {
        let service = try service(pseudo: nil)
        do {
            let open = try service.engine.sessions().filter { $0.status == .open }
            if command.shared.isJSON {
                let walks = open.map { summary in
                    JSONValue.object([
                        .init("session", .string(summary.id.text)),
                        .init("flow", .string(summary.flow.text)),
                        .init("updated", .string(time(summary.updatedAt))),
                    ])
                }
                return Standard.output(
                    JSONWriter.compact(.object([.init("schema", 1), .init("walks", .array(walks))])))
            }
            for summary in open {
                let session = try service.engine.load(summary.id)
                let step = session.machine.definition.steps[session.state.step].name
                Standard.output("\(summary.id)  \(time(summary.updatedAt))  \(summary.flow)  \(step)")
            }
        } catch let error as SessionFailure {
            throw refusal(error)
        }
    }

    /// A file of answers, or an exit with what is wrong with it.
    func answerFile(_ path: String) throws -> AnswerFile {
        let bytes = path == "-"
            ? Standard.readInput() : ProjectFolder.bytes(of: path)
        guard let bytes else {
            Standard.error("paifang: \(path) can't be read, or is larger than a mebibyte")
            throw ExitCode.impossible
        }
        let source = SourceText(path: path == "-" ? "<stdin>" : path, bytes: bytes)
        let file = AnswerFile(source)
        let definition = try definition()
        var problems = file.problems
        for unknown in file.unknown(in: definition) {
            let near = Spelling.nearest(
                to: unknown.name, among: definition.fields.map(\.name.text))
            problems.append(
                Diagnostic(
                    "E13", at: unknown.range, "`\(unknown.name)` is not asked by \(definition.name)",
                    help: near))
        }
        guard problems.isEmpty else {
            let report = DiagnosticReport(problems, sources: [source.path: source])
            Standard.error(report.text(style: .plain, cells: { DisplayWidth.cells($0) }))
            throw ExitCode.findings
        }
        return file
    }

    /// Says what a walk without a terminal needs.
    func refuseWithoutTerminal() throws {
        let first = try definition().steps.first.flatMap { step in
            step.asked.first.map { project.flows.flow(FlowName(command.flow))?.fields[$0].name.text }
        }
        Standard.error(
            """
            paifang: standard input is no terminal, so nobody can be asked (first: \((first ?? nil) ?? "-")).
            Give --answers FILE with `field: answer` lines, or --plain to read answers line by line.
            """)
        throw ExitCode.usage
    }

    private func definition() throws -> FlowDefinition {
        if let definition = project.flows.flow(FlowName(command.flow)) { return definition }
        let names = project.flows.flows.map(\.name.text)
        let near = Spelling.nearest(to: command.flow, among: names)
        Standard.error(
            "paifang: no flow \(command.flow)\(near.map { "; did you mean \($0)?" } ?? "")"
                + "  (there are: \(names.joined(separator: " ")))")
        throw ExitCode.usage
    }

    private func service(pseudo: LanguageTag?) throws -> Service {
        var clock = ServiceClock.real
        if let text = command.clock {
            guard let moved = ServiceClock(text) else {
                Standard.error("paifang: --clock takes a time (2026-03-01T09:00:00Z) or a length (+25h)")
                throw ExitCode.usage
            }
            clock = moved
        }
        do {
            return try Service.make(
                project,
                Service.Settings(
                    files: DataFiles(named: command.db, environment: situation.environment),
                    clock: clock, pseudoLanguage: pseudo, isVerbose: command.shared.isVerbose,
                    hasFixedCaptcha: command.answers != nil))
        } catch {
            throw situation.exit(because: error)
        }
    }

    private func resumed(_ name: String, service: Service) throws -> Walk {
        do {
            let open = try service.engine.sessions()
            let found = name == "last"
                ? open.first { $0.status == .open } : open.first { $0.id.text.hasPrefix(name) }
            guard let found else {
                Standard.error(
                    "paifang: no walk \(name == "last" ? "" : name + " ")to go on with; see paifang run --list")
                throw ExitCode.impossible
            }
            return Walk(
                try service.engine.load(found.id), engine: service.engine,
                surroundings: service.surroundings)
        } catch let error as SessionFailure {
            throw refusal(error)
        }
    }

    /// The inputs given on the command line, read as answers are.
    private func input(
        of definition: FlowDefinition, service: Service
    ) throws -> [FieldName: FieldValue] {
        var input: [FieldName: FieldValue] = [:]
        for pair in command.given {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let field = definition.field(FieldName(parts[0])),
                field.origin == .input,
                let value = service.surroundings.input(parts[1], of: field)
            else {
                let names = definition.fields.filter { $0.origin == .input }.map(\.name.text)
                Standard.error(
                    "paifang: --given takes NAME=VALUE with one of: \(names.joined(separator: " "))")
                throw ExitCode.usage
            }
            input[field.name] = value
        }
        return input
    }

    private func refusal(_ failure: SessionFailure) -> ExitCode {
        Standard.error("paifang: \(failure)")
        return .impossible
    }

    private func time(_ milliseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).ISO8601Format()
    }
}
