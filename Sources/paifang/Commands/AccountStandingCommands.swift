import ArgumentParser
import Documents
import Flows
import Sessions

/// `paifang account suspend`: nobody is let in to an account any more, for a reason.
struct AccountSuspendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend",
        abstract:
            "For who keeps the service: suspend an account, for a reason that its owner reads.",
        discussion: """
            Whoever is signed in is signed out, and a letter tells why and until when the money is held, in the language \
            of the last visit.
            """
    )

    @Argument(help: "The email address of the account.")
    var email: String

    @Option(help: "The name of the reason, such as contact_data.")
    var reason: String

    @OptionGroup var options: ReviewOptions

    func run() throws {
        try StandingDesk(options).change("suspend", of: email, for: reason, at: "suspend_for")
    }
}

/// `paifang account resume`: an account may be used again.
struct AccountResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "For who keeps the service: let an account be used again, whatever closed it."
    )

    @Argument(help: "The email address of the account.")
    var email: String

    @OptionGroup var options: ReviewOptions

    func run() throws { try StandingDesk(options).change("resume", of: email) }
}

/// `paifang account end`: an account ends with that of the marketplace.
struct AccountEndCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "For who keeps the service: end an account whose marketplace account is gone."
    )

    @Argument(help: "The email address of the account.")
    var email: String

    @Option(help: "The name of the reason, such as marketplace_deleted.")
    var reason: String

    @OptionGroup var options: ReviewOptions

    func run() throws {
        try StandingDesk(options).change("end", of: email, for: reason, at: "end_for")
    }
}

/// Changes the standing of an account, by the flow that says how.
private struct StandingDesk {
    private static let flow: FlowName = "account-standing"

    private let options: ReviewOptions
    private let service: Service
    private let situation: Situation

    init(_ options: ReviewOptions) throws {
        self.options = options
        service = try options.desk().service
        situation = Situation(options.shared)
    }

    /// Begins the flow, which runs to its end by itself, and says how it has ended.
    func change(
        _ change: String,
        of email: String,
        for reason: String? = nil,
        at field: FieldName? = nil
    ) throws {
        var input: [FieldName: FieldValue] = ["email": .text(email), "change": .text(change)]
        if let reason, let field {
            try check(reason, of: field)
            input[field] = .text(reason)
        }
        let outcome: OutcomeName?
        do throws(SessionFailure) {
            let language = try service.engine.language(ofAddress: email)
            outcome = try service.engine.begin(
                Self.flow,
                input: input,
                locale: language ?? "en",
                zone: "UTC"
            ).state.outcome
        } catch {
            throw situation.exit(because: error)
        }
        situation.say(service.host.notes)
        guard let outcome else {
            Standard.error("paifang: the account can't be changed right now; try again")
            throw ExitCode.impossible
        }
        guard outcome != "no_account" else {
            Standard.error("paifang: no account has this address")
            throw ExitCode.findings
        }
        if options.shared.isJSON {
            Standard.output(
                JSONWriter.compact(["schema": 1, "standing": .string(outcome.text)])
            )
        } else if !options.shared.isQuiet {
            Standard.output("\(outcome)")
        }
    }

    private func check(_ reason: String, of field: FieldName) throws {
        let flows = service.project.flows.flows
        let declared = flows.first { $0.name == Self.flow }?.field(field)
        guard case .choice(let options)? = declared?.type else { return }
        let reasons = options.map(\.value)
        guard !reasons.contains(reason) else { return }
        let near = Spelling.nearest(to: reason, among: reasons)
        Standard.error(
            "paifang: --reason takes one of: \(reasons.joined(separator: " "))"
                + (near.map { "; did you mean \($0)?" } ?? "")
        )
        throw ExitCode.usage
    }
}
