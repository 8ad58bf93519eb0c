import ArgumentParser

/// What every verb understands.
struct SharedOptions: ParsableArguments {
    @Option(name: [.customShort("C")], help: "The project's folder, with flows/ and locales/.")
    var directory: String?

    @Flag(name: .customLong("json"), help: "Print one JSON document on standard output.")
    var isJSON = false

    @Flag(name: [.customShort("q"), .customLong("quiet")], help: "Say only what went wrong.")
    var isQuiet = false

    @Flag(
        name: [.customShort("v"), .customLong("verbose")],
        help: "Log what happens, without personal data."
    )
    var isVerbose = false

    @Option(help: "When to use colour: auto, always or never.")
    var color: ColorChoice = .auto

    @Flag(name: .customLong("no-input"), help: "Never ask; fail where an answer is missing.")
    var hasNoInput = false
}

/// When colour is used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    /// Whether a stream is coloured, by this choice, `NO_COLOR`, `FORCE_COLOR` and `TERM`.
    func isOn(environment: [String: String], isTerminal: Bool) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            if environment["NO_COLOR"].map({ !$0.isEmpty }) == true {
                false
            } else if environment["FORCE_COLOR"].map({ !$0.isEmpty && $0 != "0" }) == true {
                true
            } else {
                isTerminal && environment["TERM"] != "dumb"
            }
        }
    }
}

extension ExitCode {
    /// Findings, or answers that were not taken.
    static let findings = ExitCode(1)
    /// The work could not be done.
    static let impossible = ExitCode(2)
    /// The command was not written as it should be.
    static let usage = ExitCode(64)
    /// The person stopped with Ctrl-C; what was answered is kept.
    static let stopped = ExitCode(130)
}
