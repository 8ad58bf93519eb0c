import ArgumentParser
import Documents
import Flows
import Foundation
import Localization
import Sessions

/// `paifang run`: walks a flow.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Walk a flow in the terminal.",
        discussion: """
            Ctrl-C saves and leaves; `paifang run --resume` goes on. `--answers FILE` walks with the answers of a file.
            The default database is a sandbox: the letter's link can be followed with one key, and effects that nobody \
            provides here end as they do in scenarios, with success or else the first outcome. `--effect` chooses another.
            """
    )

    @Argument(help: "The flow's name; without one, the only flow or the wallet sign-up.")
    var flow: String?

    @Option(help: "The language, such as ru or zh.")
    var lang: String?

    @Option(help: "A YAML file of field names and answers, or - for standard input.")
    var answers: String?

    @Option(help: "What whoever starts the flow gives, as NAME=VALUE; may be repeated.")
    var given: [String] = []

    @Option(help: "Go on with a walk; the last one where no name follows.")
    var resume: String?

    @Flag(name: .customLong("list"), help: "Show the flows and the walks under way.")
    var isList = false

    @Flag(name: .customLong("plain"), help: "Write line by line, for screen readers and pipes.")
    var isPlain = false

    @Option(
        help:
            "Move the clock of a sandbox: a time such as 2026-03-01T09:00:00Z, or a length such as +25h."
    )
    var clock: String?

    @Option(
        help: "A new file for a scenario of the walk, with samples for what is personal or secret."
    )
    var record: String?

    @Option(
        help:
            "How an effect ends in a sandbox, as EFFECT=OUTCOME; repeated, one call after another."
    )
    var effect: [String] = []

    @Option(help: "The database; by default one of this user's own.")
    var db: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let situation = Situation(shared)
        guard isList else {
            _ = try walked(situation)
            return
        }
        let project = try situation.soundProject()
        try Recording.check(self)
        try WalkList(
            starter: WalkStarter(command: self, situation: situation, project: project)
        ).show()
    }

    /// Walks to the end; the walk as it was left.
    func walked(_ situation: Situation) throws -> Walk {
        try Recording.check(self)
        // Of which flow a walk is that is gone on with, only the database knows.
        let (project, data) =
            try resume == nil ? beginnings(situation) : (situation.soundProject(), nil)
        defer { situation.reportLate(of: project) }
        let starter = WalkStarter(
            command: self,
            situation: situation,
            project: project,
            data: data
        )
        if let answers {
            let (walk, host, file) = try starter.walk(answers: answers)
            let recording = record.map { Recording(walk, to: $0, of: project) }
            let ending = AnswerRun(walk: recording?.walk ?? walk, answers: file).run()
            try recording?.write(isQuiet: shared.isQuiet)
            situation.say(host.notes)
            let report = HeadlessEnding(
                walk: walk,
                situation: situation,
                catalogs: project.catalogs
            )
            try report.say(ending, file: file)
            return walk
        }
        if !isSomebodyThere { try starter.refuseWithoutPerson() }
        let (walk, host) = try starter.walk()
        try TerminalWalk(
            walk: walk,
            host: host,
            situation: situation,
            catalogs: project.catalogs,
            isPlain: isPlain,
            recording: record.map { Recording(walk, to: $0, of: project) }
        ).run()
        return walk
    }

    private var isSomebodyThere: Bool {
        !shared.hasNoInput && (isPlain || Standard.inputIsTerminal)
    }

    /// What a new walk begins with: the project and, where somebody waits for the first screen, the database, which is
    /// opened at the same time.
    private func beginnings(
        _ situation: Situation
    ) throws -> (Project, Result<ServiceData, ServiceFailure>?) {
        let files = try situation.dataFiles(db)
        let opened = { @Sendable in ServiceData.opened(files) }
        // What else was typed may turn out to be wrong, and then nothing is to be made.
        let isAwaited = answers == nil && clock == nil && effect.isEmpty && isSomebodyThere
        return try situation.projectToWalk(
            flow,
            language: lang,
            beside: isAwaited ? opened : nil
        )
    }
}
