import ArgumentParser
import Documents
import Flows
import Sessions

/// `paifang review list`: the cases, the longest waiting first.
struct ReviewListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the cases, the longest waiting first."
    )

    @OptionGroup var options: ReviewOptions

    func run() throws {
        let cases = try options.desk().cases()
        if options.shared.isJSON {
            let rows = cases.map { found -> JSONValue in
                [
                    "case": .string(found.session.id.text),
                    "since": .string(ReviewDesk.time(found.since)),
                    "flow": .string(found.flow.name.text), "step": .string(found.step.text),
                    "language": .string(found.session.state.locale),
                    "verbs": .array(found.verbs.map { .string($0) }),
                ]
            }
            return Standard.output(JSONWriter.compact(["schema": 1, "cases": .array(rows)]))
        }
        for found in cases {
            let parts = [
                found.session.id.text, ReviewDesk.time(found.since), found.flow.name.text,
                found.session.state.locale, found.verbs.joined(separator: "|"),
            ]
            Standard.output(parts.joined(separator: "  "))
        }
        if cases.isEmpty, !options.shared.isQuiet {
            Standard.error("paifang: nothing waits for a reviewer")
        }
    }
}

extension ReviewCase {
    /// What can be done about it.
    var verbs: [String] {
        (canBeRefused ? ["approve", "refuse"] : []) + (canBeAnswered ? ["answer"] : [])
    }
}
