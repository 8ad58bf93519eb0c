import ArgumentParser
import Documents
import Flows
import Sessions

/// `paifang review approve`: what was sent in proves what it must.
struct ReviewApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve a case; the person is told by mail."
    )

    @OptionGroup var one: ReviewedCase

    func run() throws {
        try one.decide("approved", if: \.canBeRefused) { _ in .approved }
    }
}

/// `paifang review refuse`: what was sent in does not prove it, for a reason.
struct ReviewRefuseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Refuse a case for a reason; the person reads it in their language."
    )

    @OptionGroup var one: ReviewedCase

    @Option(help: "The name of the reason, as paifang review show lists them.")
    var reason: String

    @Option(help: "Words of your own, shown as a quotation.")
    var remark: String = ""

    func run() throws {
        try one.decide("refused", if: \.canBeRefused) { found in
            try check(reason, of: found)
            try found.check(remark, for: "remark", mayHaveLines: false)
            return .refused(reason: reason, remark: remark)
        }
    }

    private func check(_ reason: String, of found: ReviewCase) throws {
        guard found.reasons.contains(reason) else {
            let near = Spelling.nearest(to: reason, among: found.reasons)
            Standard.error(
                "paifang: --reason takes one of: \(found.reasons.joined(separator: " "))"
                    + (near.map { "; did you mean \($0)?" } ?? "")
            )
            throw ExitCode.usage
        }
    }
}

/// `paifang review answer`: answers a ticket.
struct ReviewAnswerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Answer a ticket; the answer goes out by mail, as a quotation."
    )

    @OptionGroup var one: ReviewedCase

    @Option(help: "The answer.")
    var text: String?

    @Option(help: "A file with the answer, or - for standard input.")
    var file: String?

    func run() throws {
        try one.decide("answered", if: \.canBeAnswered) { found in
            let answer = try answer()
            try found.check(answer, for: "reply", mayHaveLines: true)
            return .answered(answer)
        }
    }

    private func answer() throws -> String {
        guard (text == nil) != (file == nil) else {
            Standard.error("paifang: give the answer as --text TEXT or --file FILE")
            throw ExitCode.usage
        }
        if let text { return text }
        let path = file ?? "-"
        guard let bytes = path == "-" ? Standard.readInput() : ProjectFolder.bytes(of: path),
            let answer = String(validating: bytes, as: UTF8.self)
        else {
            Standard.error("paifang: \(VisibleText.escaping(path)) can't be read as a text")
            throw ExitCode.impossible
        }
        // A line end at the end of a file is no part of what it says.
        return String(answer.reversed().drop(while: \.isNewline).reversed())
    }
}

/// The case that something is decided on.
struct ReviewedCase: ParsableArguments {
    @Argument(help: "The case, or the beginning of its name.")
    var name: String

    @OptionGroup var options: ReviewOptions

    /// Decides, if the case waits for such a decision.
    func decide(
        _ verb: String,
        if isPossible: KeyPath<ReviewCase, Bool>,
        _ decision: (ReviewCase) throws -> ReviewDecision
    ) throws {
        let desk = try options.desk()
        let found = try desk.found(name)
        guard found[keyPath: isPossible] else { throw found.cannot(verb) }
        try desk.decide(try decision(found), on: found, options.shared)
    }
}

extension ReviewCase {
    /// Refuses what its flow does not ask.
    fileprivate func cannot(_ verb: String) -> ExitCode {
        let words = verbs.joined(separator: " or ")
        Standard.error("paifang: \(session.id) can't be \(verb): it waits for \(words)")
        return .usage
    }

    /// Refuses words that can't go into a letter: too many, or characters that can't be seen.
    fileprivate func check(
        _ text: String,
        for field: FieldName,
        mayHaveLines: Bool
    ) throws {
        let most = mostLetters(in: field)
        let isSound = text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" ? mayHaveLines : scalar.properties.generalCategory != .control
        }
        guard isSound, text.unicodeScalars.count <= most, !mayHaveLines || !text.isEmpty else {
            Standard.error(
                "paifang: the words must be a text of at most \(most) characters"
                    + (mayHaveLines ? "" : ", on one line")
            )
            throw ExitCode.usage
        }
    }
}
