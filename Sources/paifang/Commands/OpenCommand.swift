import ArgumentParser
import Flows
import Foundation
import Glibc
import Localization
import Sessions

/// `paifang open`: follows a letter's link from another terminal.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Follow a letter's link from another terminal.",
        discussion: "Asks for the link or its code without showing it, or reads a letter's file, or - for standard input.")

    @Argument(help: "A file with the letter or its link, or - for standard input.")
    var source: String?

    @Option(help: "The database; by default one of this user's own.")
    var db: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let situation = Situation(shared)
        let project = try situation.soundProject()
        let text = try linkText(project)
        let service: Service
        do {
            service = try Service.make(
                project,
                Service.Settings(
                    files: DataFiles(named: db, environment: situation.environment), clock: .real,
                    pseudoLanguage: nil, isVerbose: shared.isVerbose, hasFixedCaptcha: false))
        } catch {
            throw situation.exit(because: error)
        }
        let language = try situation.language(nil, project: project, flow: nil)
        let words = { (key: MessageKey) in service.surroundings.words(key, in: language) }
        guard let token = LinkText.token(in: text) else {
            Standard.error(words("refused.forged"))
            throw ExitCode.findings
        }
        do {
            guard let id = try service.engine.session(ofLink: token.hash.bytes) else {
                Standard.error(words("refused.forged"))
                throw ExitCode.findings
            }
            let session = try service.engine.load(id)
            let walk = Walk(session, engine: service.engine, surroundings: service.surroundings)
            try report(walk.openLink(text), walk: walk)
        } catch let failure as SessionFailure {
            Standard.error("paifang: \(failure)")
            throw ExitCode.impossible
        }
    }

    private func report(_ reply: WalkReply, walk: Walk) throws {
        let screen = walk.screen
        switch reply {
        case .moved, .accepted:
            Standard.output(walk.words("chrome.open.done", ["title": .text(screen.title.text)]).text)
            Standard.output("paifang run --resume \(walk.sessionID)")
        case .refused, .problem:
            for notice in screen.notices { Standard.error(notice.text) }
            throw ExitCode.findings
        case .failed(let key):
            Standard.error(walk.words(key, [:]).text)
            throw ExitCode.impossible
        }
    }

    /// The link: from a file or standard input, or asked for without echo.
    private func linkText(_ project: Project) throws -> String {
        if let source, source != "-" {
            if let bytes = ProjectFolder.bytes(of: source) {
                return MailText.text(of: bytes)
            }
            // An argument stays in the shell's history and in the list of processes.
            Standard.error("paifang: warning: a link given as an argument can be seen by others on this machine")
            return source
        }
        if source == nil, Standard.inputIsTerminal {
            return HiddenLine.read() ?? ""
        }
        guard let bytes = Standard.readInput() else { throw ExitCode.impossible }
        return MailText.text(of: bytes)
    }
}

/// A line that is typed without being shown.
enum HiddenLine {
    static func read() -> String? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return readLine() }
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            Standard.error("")
        }
        fputs("> ", stderr)
        return readLine()
    }
}

/// The readable text of a letter's file: soft line breaks of quoted-printable and base64 parts are undone.
enum MailText {
    static func text(of bytes: [UInt8]) -> String {
        let plain = String(decoding: bytes, as: UTF8.self)
        let joined = plain.replacingOccurrences(of: "=\r\n", with: "")
        let blocks = plain.components(separatedBy: "\r\n\r\n").map {
            $0.replacingOccurrences(of: "\r\n", with: "")
        }
        let decoded = blocks.compactMap { Data(base64Encoded: $0) }.map {
            String(decoding: $0, as: UTF8.self)
        }
        return ([joined] + decoded).joined(separator: "\n")
    }
}
