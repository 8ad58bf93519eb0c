import ArgumentParser
import Flows
import Sessions

/// `paifang account`: the account page, all data of its owner, and its end; and whether it may be used.
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "See your account, export all its data, or delete it.",
        discussion: """
            What its owner does begins with signing in; whoever does not sign in sees nothing. Suspend, resume and end \
            are for who keeps the service.
            """,
        subcommands: [
            AccountShowCommand.self, AccountExportCommand.self, AccountDeleteCommand.self,
            AccountSuspendCommand.self, AccountResumeCommand.self, AccountEndCommand.self,
        ],
        defaultSubcommand: AccountShowCommand.self
    )
}

/// `paifang account show`: the page of the account.
struct AccountShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "The state of the account, what it holds, and what can be done."
    )

    @OptionGroup var options: AccountOptions

    func run() throws {
        // With answers, or for a program, there is nobody to press the buttons of the page.
        let isSeen = options.answers == nil && !options.shared.isJSON
        let signedIn = try options.signedIn(by: isSeen ? "account" : "sign-in")
        let page = AccountPage(signedIn: signedIn, options: options.commandOptions)
        Standard.output(options.shared.isJSON ? page.json : page.text)
    }
}

/// `paifang account export`: everything that is kept of somebody, as JSON.
struct AccountExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "All data of the account as one JSON document.",
        discussion: """
            Passwords and answers to security questions are not among it: they are kept in a form that nobody can read, \
            and it says so in their place.
            """
    )

    @OptionGroup var options: AccountOptions

    func run() throws {
        let signedIn = try options.signedIn(by: "sign-in")
        Standard.output(AccountExport(account: signedIn.account).json)
    }
}

/// `paifang account delete`: the end of an account.
struct AccountDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete the account for good, after its password is given once more.",
        discussion: """
            The keys of all that is kept of the person are dropped, so nothing of it can be read again, also in copies \
            of the database that are made later.
            """
    )

    @OptionGroup var options: AccountOptions

    func run() throws {
        let (walk, situation) = try options.walked("account-deletion")
        guard walk.state.outcome == "deleted" else { throw ExitCode.findings }
        do {
            guard try walk.erase() else {
                // The letter is what the person is owed; its walk goes with it the next time.
                return Standard.error(
                    "paifang: the last letter still waits to be sent, so the walk that holds it is kept"
                )
            }
        } catch {
            throw situation.exit(because: error)
        }
    }
}
