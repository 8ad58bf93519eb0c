import ArgumentParser
import Documents

/// Says which verb was probably meant, which the argument parser does not.
enum VerbSpelling {
    /// Ends the program where the first argument is meant to be a verb, and is none.
    static func check(_ arguments: [String]) {
        guard let verb = arguments.first, !verb.hasPrefix("-") else { return }
        let verbs = Paifang.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !(verbs + ["help"]).contains(verb) else { return }
        let near = Spelling.nearest(to: verb, among: verbs).map { "; did you mean \($0)?" }
        Standard.error(
            "paifang: no verb \(VisibleText.escaping(verb))\(near ?? "")"
                + "  (there are: \(verbs.joined(separator: " ")))"
        )
        Paifang.exit(withError: ExitCode.usage)
    }
}
