import ArgumentParser
import Glibc

/// The command line: chooses a verb, and maps what went wrong to exit codes.
@main
struct Paifang: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paifang",
        abstract: "Walk, check and explain multilingual onboarding flows.",
        version: "0.1.0",
        subcommands: [
            RunCommand.self, TestCommand.self, OpenCommand.self, MailCommand.self,
            CheckCommand.self,
            DiffCommand.self,
            EvalCommand.self, ExplainCommand.self, GraphCommand.self, InitCommand.self,
            AccountCommand.self, LocaleCommand.self, ReviewCommand.self,
        ]
    )

    static func main() {
        // A core file could hold a password.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        signal(SIGPIPE, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        VerbSpelling.check(arguments)
        main(ArgumentMarks.marked(arguments))
    }

    func run() throws {
        // words: for authors and operators
        let advice = """
            paifang run      walk a flow in this terminal
            paifang check    what is wrong with flows and words, and how to mend it
            paifang test     play the scenarios
            paifang init     begin a project of your own
            paifang --help   everything else
            """
        Standard.output(advice)
    }
}
