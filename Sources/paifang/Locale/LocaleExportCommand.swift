import ArgumentParser
import Documents
import Exchange
import Foundation
import Localization

/// `paifang locale export`: messages as XLIFF, for translators and their tools.
struct LocaleExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write messages as XLIFF, for translators and their tools.",
        discussion: """
            What the tools give back is taken by paifang locale import.
            """
    )

    /// Which messages are written.
    enum Selection: String, ExpressibleByArgument, CaseIterable {
        case missing, stale, all
    }

    @Argument(help: "The language to translate to, such as cs.")
    var language: String

    @Option(help: "The format: xliff1.2, which most tools know, or xliff2.1.")
    var format: ExchangeFormat = .xliff12

    @Flag(help: "One unit for each branch of plurals and selects, in the forms of the language.")
    var split = false

    @Option(help: "The messages to write: missing, stale or all.")
    var only: Selection = .all

    @Option(help: "The file to write; - is standard output.")
    var out = "-"

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let words = try LocaleDesk(shared)
        let (situation, project) = (words.situation, words.project)
        let language = try situation.translation(language, of: project)
        let desk = TranslationDesk(project, language)
        let all = desk.bundle
        let messages = all.messages.filter { isWanted($0.status) }
        let text = XLIFFFile.text(
            of: ExchangeBundle(
                source: all.source,
                target: all.target,
                file: all.file,
                messages: messages
            ),
            version: format.version,
            cut: split ? .split : .whole
        )
        try write(text)
        let counts: [(ExchangeMessage.Status, String)] = [
            (.missing, "to translate"), (.stale, "whose English text has changed"),
            (.machine, "by a machine"),
        ]
        let details = counts.compactMap { status, words -> String? in
            let count = messages.count { $0.status == status }
            return count == 0 ? nil : "\(count) \(words)"
        }
        let sum = messages.count == 1 ? "1 message" : "\(messages.count) messages"
        situation.say([([sum] + details).joined(separator: ", ")])
    }

    private func isWanted(_ status: ExchangeMessage.Status) -> Bool {
        switch only {
        case .all: true
        case .missing: status == .missing
        case .stale: status == .stale
        }
    }

    private func write(_ text: String) throws {
        guard out != "-" else { return Standard.output(text, terminator: "") }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
        } catch {
            Standard.error("paifang: \(VisibleText.escaping(out)) can't be written")
            throw ExitCode.impossible
        }
    }
}

/// A format that messages are exchanged in.
enum ExchangeFormat: String, ExpressibleByArgument, CaseIterable {
    case xliff12 = "xliff1.2"
    case xliff21 = "xliff2.1"

    var version: XLIFFVersion {
        switch self {
        case .xliff12: .one
        case .xliff21: .two
        }
    }
}

extension Situation {
    /// A language that is translated to, or an exit with those there are; a region is passed over.
    func translation(_ name: String, of project: Project) throws -> LanguageTag {
        let tags = project.languages.filter { $0 != project.catalogs.source }
        let wanted = LanguageTag(name)
        if let found = tags.first(where: { $0 == wanted })
            ?? tags.first(where: { $0.rawValue == wanted.base })
        {
            return found
        }
        if wanted.base == project.catalogs.source.rawValue {
            Standard.error("paifang: \(wanted.base) is what the others are translated from")
            throw ExitCode.usage
        }
        throw missing("language", name, among: tags.map(\.rawValue))
    }
}
