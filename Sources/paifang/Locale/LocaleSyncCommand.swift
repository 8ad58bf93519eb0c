import ArgumentParser
import Documents
import Localization

/// `paifang locale sync`: new English keys in, gone keys out, and every other byte as it was.
struct LocaleSyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Bring translations to the keys of the English file.",
        discussion: """
            A new key comes in where English has it, with the English text, and waits for its translation; \
            until then people read English. A key that English has no more goes. Nothing else is touched, \
            and what changes is shown. Translations without a state are taken to say today's English text.
            """
    )

    @Argument(help: "The languages; all translations without any.")
    var languages: [String] = []

    @Flag(name: .customLong("dry-run"), help: "Show what would change only.")
    var isTrying = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let files = TranslationFiles(desk: try LocaleDesk(shared))
        let english = try files.editor(of: files.desk.source)
        var reports: [JSONValue] = []
        // Every file is looked at before any is written.
        let all = try files.languages(languages).map { language in
            let editor = try files.editor(of: language)
            return (language, editor, try sync(editor, language, files, english))
        }
        for (language, before, sync) in all {
            if shared.isJSON {
                reports.append(json(language, sync))
            } else {
                CheckCommand.show(UnifiedDiff.of(before.edited, sync.editor.edited))
                files.desk.situation.say(told(language, sync))
            }
            guard !isTrying else { continue }
            try files.write(sync.editor.edited.bytes, to: before.edited.path)
            try files.write(sync.state, of: language)
        }
        if shared.isJSON {
            Standard.output(JSONWriter.compact(["schema": 1, "languages": .array(reports)]))
        }
    }

    private func sync(
        _ editor: LocaleEditor,
        _ language: LanguageTag,
        _ files: TranslationFiles,
        _ english: LocaleEditor
    ) throws -> LocaleSync {
        do throws(LocaleEditor.Refusal) {
            return try LocaleSync(
                editor,
                in: language,
                files.state(of: language),
                as: english,
                documents: files.documents(of: language)
            )
        } catch {
            throw files.refused("locales/\(language.rawValue).yaml: \(error.reason)")
        }
    }

    private func told(_ language: LanguageTag, _ sync: LocaleSync) -> [String] {
        let counts = [
            (sync.added.count, "new"), (sync.removed.count, "gone"),
            (sync.renewed.count, "with a new English text"),
            (sync.recorded.count, "with a state now"),
            (sync.forgotten.count, "states gone"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let what = parts.isEmpty ? "nothing to do" : parts.joined(separator: ", ")
        return ["\(language.rawValue): \(what)"]
            + sync.misspelt.map { key, meant in
                "\(language.rawValue): \(VisibleText.escaping(key.rawValue)) stays: "
                    + "\(meant.rawValue) was probably meant (paifang check --fix)"
            }
    }

    private func json(_ language: LanguageTag, _ sync: LocaleSync) -> JSONValue {
        func list(_ keys: [MessageKey]) -> JSONValue { .array(keys.map { .string($0.rawValue) }) }
        return [
            "language": .string(language.rawValue), "added": list(sync.added),
            "removed": list(sync.removed), "renewed": list(sync.renewed),
            "recorded": list(sync.recorded), "forgotten": list(sync.forgotten),
            "misspelt": list(sync.misspelt.map(\.key)),
        ]
    }
}
