import ArgumentParser
import Flows
import Sessions

/// What all verbs about an account understand, and how they sign in.
struct AccountOptions: ParsableArguments {
    @Option(help: "The language, such as ru or zh.")
    var lang: String?

    @Option(help: "A YAML file with email and password, or - for standard input.")
    var answers: String?

    @Flag(name: .customLong("plain"), help: "Write line by line, for screen readers and pipes.")
    var isPlain = false

    @Option(help: "The database; by default one of this user's own.")
    var db: String?

    @OptionGroup var shared: SharedOptions

    /// A walk on which somebody has signed in, and the account.
    struct SignedIn {
        let walk: Walk
        let account: AccountView
        let project: Project
    }

    /// Walks a flow that signs in, to its end.
    ///
    /// - Throws: An exit code where nobody has signed in.
    func signedIn(by flow: String) throws -> SignedIn {
        let (walk, situation) = try walked(flow)
        do {
            guard let account = try walk.account() else { throw ExitCode.findings }
            return SignedIn(walk: walk, account: account, project: try situation.soundProject())
        } catch let failure as SessionFailure {
            throw situation.exit(because: failure)
        }
    }

    /// Walks a flow to its end.
    func walked(_ flow: String) throws -> (walk: Walk, situation: Situation) {
        var arguments = [flow]
        for (name, value) in [("--lang", lang), ("--answers", answers), ("--db", db)] {
            if let value { arguments += [name, value] }
        }
        if let directory = shared.directory { arguments += ["-C", directory] }
        if isPlain { arguments.append("--plain") }
        if shared.isVerbose { arguments.append("--verbose") }
        if shared.hasNoInput { arguments.append("--no-input") }
        // What the walk itself would say on standard output is not what was asked for.
        arguments += ["--quiet", "--color", shared.color.rawValue]
        let command = try RunCommand.parse(arguments)
        let situation = Situation(command.shared)
        return (try command.walked(situation), situation)
    }

    /// What commands that are named must be followed by, to find the same database and project.
    var commandOptions: String { Situation(shared).commandOptions(database: db) }
}
