import ArgumentParser
import Documents
import Flows
import Localization
import Screens
import Secrets
import Sessions

/// `paifang open`: follows a letter's link from another terminal.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Follow a letter's link from another terminal.",
        discussion: """
            Asks for the link or its code without showing it, or reads a letter's file, or - for \
            standard input.
            """
    )

    @Argument(help: "A file with the letter or its link, or - for standard input.")
    var source: String?

    @Option(help: "The database; by default one of this user's own.")
    var db: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let situation = Situation(shared)
        let project = try situation.soundProject()
        let language = try situation.language(nil, project: project, flow: nil)
        let text = try linkText(
            asking: project.catalogs.words("chrome.open.ask", in: language).text
        )
        let files = try situation.dataFiles(db)
        guard let token = LinkText.token(in: text), files.exists else {
            Standard.error(project.catalogs.words("refused.forged", in: language).text)
            throw ExitCode.findings
        }
        let service = try situation.service(of: project, files, database: db)
        do {
            guard let id = try service.engine.session(ofLink: token.hash.bytes) else {
                Standard.error(service.surroundings.words("refused.forged", in: language))
                throw ExitCode.findings
            }
            let session = try service.engine.load(id)
            let walk = Walk(session, engine: service.engine, surroundings: service.surroundings)
            let reply = walk.openLink(text)
            situation.say(service.host.notes)
            try report(reply, walk: walk, catalogs: project.catalogs)
        } catch let failure as SessionFailure {
            throw situation.exit(because: failure)
        }
    }

    private func report(_ reply: WalkReply, walk: Walk, catalogs: Catalogs) throws {
        let screen = walk.screen
        let words = PublicWords(of: walk.definition, catalogs: catalogs)
        switch reply {
        case .moved, .accepted:
            if shared.isJSON {
                Standard.output(
                    JSONWriter.compact([
                        "schema": 1, "session": .string(walk.sessionID.text),
                        "flow": .string(screen.flow.text), "step": .string(screen.step.text),
                    ])
                )
            } else if !shared.isQuiet {
                Standard.output(
                    walk.words("chrome.open.done", ["title": .text(words.title(of: screen))]).text
                )
                Standard.output(walk.resumeCommand)
            }
        case .refused, .problem:
            for notice in screen.notices {
                Standard.error(VisibleText.escaping(words.notice(notice)))
            }
            throw ExitCode.findings
        case .failed(let key):
            Standard.error(walk.words(key, [:]).text)
            throw ExitCode.impossible
        }
    }

    /// The link: from a file or standard input, or asked for without echo.
    private func linkText(asking question: String) throws -> String {
        if let source, source != "-" {
            if let bytes = ProjectFolder.bytes(of: source) { return MailText.text(of: bytes) }
            // An argument stays in the shell's history and in the list of processes.
            Standard.error(
                "paifang: warning: a link given as an argument can be seen by others on this machine"
            )
            return source
        }
        if source == nil, Standard.inputIsTerminal {
            guard !shared.hasNoInput else {
                Standard.error(
                    "paifang: give the letter's file, or - with the link on standard input"
                )
                throw ExitCode.usage
            }
            Standard.error(question)
            return try HiddenLine.read() ?? ""
        }
        guard let bytes = Standard.readInput() else {
            Standard.error("paifang: standard input can't be read, or is larger than a mebibyte")
            throw ExitCode.impossible
        }
        return MailText.text(of: bytes)
    }
}
