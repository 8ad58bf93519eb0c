import ArgumentParser
import Documents

/// `paifang init`: a small project to begin with.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Begin a project: a flow, five languages, a scenario.",
        discussion: "The folder is made where there is none. One that holds anything is left alone."
    )

    @Argument(help: "The folder; by default this one.")
    var folder: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let path = folder ?? shared.directory ?? "."
        let files = StarterFiles.all
        do throws(NewFolder.Refusal) {
            let made = try NewFolder(path.isEmpty ? "." : path)
            for file in files { try made.write(file.bytes, to: file.path) }
        } catch {
            throw exit(because: error, path)
        }
        if shared.isJSON {
            return Standard.output(
                JSONWriter.compact([
                    "schema": 1, "folder": .string(path),
                    "files": .array(files.map { .string($0.path) }),
                ])
            )
        }
        guard !shared.isQuiet else { return }
        for file in files { Standard.output(file.path) }
        let change = path == "." ? "" : "    cd \(ShellWord.quoted(path))\n"
        Standard.error(
            """

            A registration flow in five languages. Next:
            \(change)    paifang run      walk it
                paifang graph    see it as a picture
                paifang check    what is wrong, and how to mend it
                paifang test     play the scripted people of flows/scenarios
            """
        )
    }

    private func exit(because refusal: NewFolder.Refusal, _ path: String) -> ExitCode {
        switch refusal {
        case .taken(let names):
            let shown = names.prefix(5).map(VisibleText.escaping).joined(separator: ", ")
            let more = names.count > 5 ? " and \(names.count - 5) more" : ""
            Standard.error(
                "paifang: \(VisibleText.escaping(path)) is not empty: it holds \(shown)\(more)"
                    + "; name a new folder, paifang init DIR"
            )
        case .system(let path, let reason):
            Standard.error("paifang: \(VisibleText.escaping(path)) can't be made: \(reason)")
        }
        return .impossible
    }
}
