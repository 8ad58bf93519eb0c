import ArgumentParser
import Documents
import Localization

/// `paifang locale add`: begins another language.
struct LocaleAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Begin another language: its file with every message, and what is to be done.",
        discussion: """
            Every message waits for its translation with the English text, and with the plural forms that \
            the language needs. People can choose the language at once, and read English where it lacks.
            """
    )

    @Argument(help: "The language's tag, such as de or pt-BR.")
    var language: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let files = TranslationFiles(desk: try LocaleDesk(shared))
        let tag = try tag(files)
        let english = try files.editor(of: files.desk.source)
        let skeleton = LocaleSkeleton(for: tag)
        var editor = english
        do throws(LocaleEditor.Refusal) {
            try editor.set(english.texts.map { ($0.key, skeleton.pattern($0.pattern)) })
        } catch {
            throw files.refused(error.reason)
        }
        var state = LocaleState()
        for text in editor.texts {
            state.entries[text.key] = .init(.new, SourceHash(of: text.pattern))
        }
        let name = RegionalFormats.ownName(of: tag)
        let head =
            "# \(name): translated from \(files.desk.source.rawValue).yaml; what each message is for stands in messages.yaml.\n"
        let path = "locales/\(tag.rawValue).yaml"
        try files.write(Array(head.utf8) + Self.body(of: editor.edited), to: path)
        try files.write(state, of: tag)
        tell(tag, path, state.entries.count, files)
    }

    /// The file without what it says about itself at its top.
    private static func body(of source: SourceText) -> [UInt8] {
        var line = 1
        while line <= source.lineCount, source.line(line).hasPrefix("#") { line += 1 }
        let lines = (line...max(line, source.lineCount)).map { source.line($0) }
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// The language, or an exit with the reason why it can't be begun.
    private func tag(_ files: TranslationFiles) throws -> LanguageTag {
        let tag = LanguageTag(language)
        let parts = language.split(separator: "-", omittingEmptySubsequences: false)
        let isTag =
            parts.allSatisfy { part in
                (2...8).contains(part.utf8.count)
                    && part.utf8.allSatisfy {
                        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
                    }
            } && tag.base == tag.base.lowercased() && !tag.isPseudo
        // What ICU has no name for, nobody speaks.
        guard isTag, RegionalFormats.ownName(of: tag).lowercased() != language.lowercased() else {
            Standard.error(
                "paifang: \(VisibleText.escaping(language)) is no language; a tag is such as de or pt-BR"
            )
            throw ExitCode.usage
        }
        guard !files.desk.project.catalogs.languages.contains(tag) else {
            Standard.error("paifang: locales/\(language).yaml is there already")
            throw ExitCode.impossible
        }
        return tag
    }

    private func tell(_ tag: LanguageTag, _ path: String, _ count: Int, _ files: TranslationFiles) {
        let newest = Dictionary(
            files.desk.project.translations.map { ($0.name, $0.document.version) },
            uniquingKeysWith: max
        )
        let documents = newest.sorted { $0.key < $1.key }.map { name, version in
            "locales/documents/\(name)/\(version)/\(tag.rawValue).md"
        }
        let state = "\(LocaleStates.folder)/\(tag.rawValue).yaml"
        if shared.isJSON {
            return Standard.output(
                JSONWriter.compact([
                    "schema": 1, "language": .string(tag.rawValue), "messages": .integer(count),
                    "files": [.string(path), .string(state)],
                    "missing": .array(documents.map { .string($0) }),
                ])
            )
        }
        Standard.output("\(path)\n\(state)")
        guard !shared.isQuiet else { return }
        let inputs = files.desk.keys.map(\.rawValue).filter { $0.hasPrefix("input.") }
        var steps = ["\(count) messages to translate in \(path)"]
        if !inputs.isEmpty {
            steps.append(
                "\(inputs.joined(separator: ", ")): all words that people type for yes and no, between |"
            )
        }
        steps += documents.map { "a document to translate: \($0)" }
        if files.desk.project.folder.has("locales/mailboxes.yaml") {
            steps.append("the mail providers that its speakers use, in locales/mailboxes.yaml")
        }
        steps += [
            "paifang check tells what is not translated; paifang run --lang \(tag.rawValue) shows it",
            "in the program, where the language wants it: names of months as they are typed (MonthWords), "
                + "decimal signs (DecimalText), names in Latin letters, languages near to it (LanguageChoice)",
        ]
        Standard.error("To do:" + steps.map { "\n  - \($0)" }.joined())
    }
}
