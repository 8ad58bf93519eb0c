import ArgumentParser
import Documents
import Expressions
import Flows
import Sessions

/// `paifang review show`: what somebody has sent in.
struct ReviewShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what somebody has sent in; pictures go to a folder.",
        discussion: """
            Everything is shown as it was given, for the eyes of a reviewer. The folder is made for you \
            alone; delete it when the case is decided.
            """
    )

    @Argument(help: "The case, or the beginning of its name.")
    var name: String

    @Option(help: "The folder for the pictures; made if it is not there.")
    var into: String?

    @OptionGroup var options: ReviewOptions

    func run() throws {
        let desk = try options.desk()
        let found = try desk.found(name)
        let pictures = try into.map { try PictureFolder($0) }
        var lines: [String] = []
        var members: [JSONValue.Member] = []
        for (field, value) in zip(found.flow.fields, found.session.state.fields) {
            guard let value else { continue }
            if case .files(let files) = value {
                var paths: [String] = []
                for (index, file) in files.enumerated() {
                    guard let pictures else { break }
                    let name = "\(field.name)-\(index + 1).\(file.format.rawValue)"
                    guard let bytes = try desk.bytes(of: file, in: found) else { continue }
                    paths.append(try pictures.write(bytes, as: name))
                }
                let sizes = files.map { "\($0.format.rawValue) \($0.width)x\($0.height)" }
                let text = (paths.isEmpty ? sizes : paths).joined(separator: ", ")
                lines.append("\(field.name): \(text)")
                members.append(
                    .init(
                        field.name.text,
                        .array((paths.isEmpty ? sizes : paths).map { .string($0) })
                    )
                )
            } else if let text = Self.text(of: value) {
                lines.append("\(field.name): \(text)")
                members.append(.init(field.name.text, .string(text)))
            }
        }
        if options.shared.isJSON {
            return Standard.output(
                JSONWriter.compact([
                    "schema": 1, "case": .string(found.session.id.text),
                    "flow": .string(found.flow.name.text),
                    "since": .string(ReviewDesk.time(found.since)),
                    "language": .string(found.session.state.locale),
                    "verbs": .array(found.verbs.map { .string($0) }),
                    "reasons": .array(found.reasons.map { .string($0) }),
                    "fields": .object(members),
                ])
            )
        }
        Standard.output("\(found.session.id)  \(found.flow.name)  \(found.session.state.locale)")
        for line in lines { Standard.output("  " + VisibleText.escaping(line)) }
        if !found.reasons.isEmpty {
            Standard.output("reasons: " + found.reasons.joined(separator: " "))
        }
    }

    /// A value for a reviewer; `nil` for what nobody may read, and for what says nothing.
    private static func text(of value: FieldValue) -> String? {
        switch value {
        case .text(let text): text
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .integer(let number): String(number)
        case .money(let money): "\(money)"
        case .date(let day):
            String(ExpressionTimestamp(milliseconds: day).text.prefix { $0 != "T" })
        case .consent(let consent): "\(consent.document) \(consent.version)"
        case .list, .sealed, .passed, .files: nil
        }
    }
}

extension ReviewDesk {
    /// The bytes of a picture; `nil` where it is kept no more.
    func bytes(of file: FileReference, in found: ReviewCase) throws -> [UInt8]? {
        do throws(SessionFailure) {
            return try service.engine.bytes(of: file, in: found.session)
        } catch {
            Standard.error("paifang: a picture can't be read: \(FailureText.of(error))")
            throw ExitCode.impossible
        }
    }
}
