import ArgumentParser
import Documents
import Exchange
import Localization

/// `paifang locale import`: takes what translators' tools give back.
struct LocaleImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take the translations of an XLIFF file into a locale file.",
        discussion: """
            What can't be taken is refused by itself, with its line; the rest comes in. Only texts that \
            differ are changed, and every other byte of the locale file stays.
            """
    )

    @Argument(help: "The file, as paifang locale export wrote it; - is standard input.")
    var file: String

    @Flag(name: .customLong("dry-run"), help: "Show what would change, and change nothing.")
    var isTrying = false

    @Option(help: "The language, where the file names none.")
    var lang: String?

    @Flag(
        name: .customLong("force"),
        help: "Take translations of an English text that has changed since, too."
    )
    var isForced = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let files = TranslationFiles(desk: try LocaleDesk(shared))
        let (situation, project) = (files.desk.situation, files.desk.project)
        let source = try read()
        let document: XLIFFDocument
        switch XLIFFReader.read(source) {
        case .success(let read): document = read
        case .failure(let refused):
            situation.report([refused.finding], sources: [source.path: source])
            throw ExitCode.impossible
        }
        let desk = TranslationDesk(project, try language(document, source, situation, project))
        var translations = TranslationImport(document, into: desk.bundle, isForced: isForced)
        let changes: [(old: SourceText, new: SourceText)]
        do throws(TranslationDesk.Failure) {
            changes = try desk.changes(by: &translations)
        } catch {
            Standard.error("paifang: \(VisibleText.escaping(error.reason))")
            throw ExitCode.impossible
        }
        let old = Dictionary(
            desk.bundle.messages.compactMap { message in message.target.map { (message.key, $0) } }
        ) { first, _ in first }
        if shared.isJSON {
            let report = ImportReport(translations, desk.language, old: old, isWritten: !isTrying)
            Standard.output(JSONWriter.compact(report.json))
        } else {
            // The states are the command's own file: their sum is told.
            for change in changes where change.new.path == desk.bundle.file {
                CheckCommand.show(UnifiedDiff.of(change.old, change.new))
            }
        }
        if !translations.refusals.isEmpty {
            situation.report(translations.refusals, sources: [source.path: source])
        }
        warn(desk, changes, translations, situation)
        if !isTrying {
            for change in changes { try files.write(change.new.bytes, to: change.new.path) }
        }
        situation.say([ImportReport.summary(translations, isTrying: isTrying)])
        if !translations.refusals.isEmpty { throw ExitCode.findings }
    }

    private func read() throws -> SourceText {
        let bytes =
            file == "-"
            ? Standard.readInput(limit: XLIFFReader.byteLimit)
            : ProjectFolder.bytes(of: file, limit: XLIFFReader.byteLimit)
        guard let bytes else {
            Standard.error(
                "paifang: \(VisibleText.escaping(file)) can't be read, or has more than "
                    + "\(XLIFFReader.byteLimit) bytes"
            )
            throw ExitCode.impossible
        }
        return SourceText(path: file == "-" ? "standard input" : file, bytes: bytes)
    }

    /// The language of the file, or the one that was named; an exit where they are two.
    private func language(
        _ document: XLIFFDocument,
        _ source: SourceText,
        _ situation: Situation,
        _ project: Project
    ) throws -> LanguageTag {
        guard let lang else {
            guard !document.language.isEmpty else {
                Standard.error("paifang: the file names no language; name it with --lang")
                throw ExitCode.usage
            }
            return try situation.translation(document.language, of: project)
        }
        let wanted = try situation.translation(lang, of: project)
        if let finding = document.mismatch(with: wanted) {
            situation.report([finding], sources: [source.path: source])
            throw ExitCode.impossible
        }
        return wanted
    }

    /// Says what the checks find in the new texts that does not keep them out.
    private func warn(
        _ desk: TranslationDesk,
        _ changes: [(old: SourceText, new: SourceText)],
        _ translations: TranslationImport,
        _ situation: Situation
    ) {
        let files = changes.map(\.new)
        let findings = desk.findings(with: files, about: translations.changes).values
            .sorted { $0.range.start < $1.range.start }
        guard !findings.isEmpty else { return }
        let sources = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        situation.report(findings, sources: desk.project.sources.merging(sources) { $1 })
    }
}
