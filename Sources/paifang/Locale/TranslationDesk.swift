import ArgumentParser
import Documents
import Exchange
import Localization
import YAML

/// The messages of one language, ready to go to translators, and to take what comes back.
struct TranslationDesk {
    let project: Project
    let language: LanguageTag
    let bundle: ExchangeBundle

    /// Why no file can be changed, in a sentence.
    struct Failure: Error {
        let reason: String
    }

    /// Collects the messages of a language.
    init(_ project: Project, _ language: LanguageTag) {
        self.project = project
        self.language = language
        let catalogs = project.catalogs
        let uses = MessageUses(of: project)
        let messages = catalogs.keys.compactMap { key -> ExchangeMessage? in
            guard let source = catalogs[catalogs.source]?.pattern(for: key) else { return nil }
            var places: [SourceRange] = []
            for use in uses[key] where !places.contains(use.place) { places.append(use.place) }
            return ExchangeMessage(
                key: key,
                source: source,
                target: catalogs[language]?.pattern(for: key),
                status: Self.status(project.states.condition(of: key, in: language, catalogs)),
                description: project.descriptions?[key],
                places: places,
                terms: project.glossary.terms(in: source, of: catalogs.source).compactMap { term in
                    let words = term.words(in: language)
                    guard !words.isEmpty else { return nil }
                    return ExchangeMessage.Term(
                        words: term.words(in: catalogs.source),
                        translations: words,
                        note: term.note
                    )
                }
            )
        }
        bundle = ExchangeBundle(
            source: catalogs.source,
            target: language,
            file: catalogs[language]?.file ?? "locales/\(language.rawValue).yaml",
            messages: messages
        )
    }

    private static func status(
        _ condition: LocaleStates.Condition
    ) -> ExchangeMessage.Status {
        switch condition {
        case .missing, .new, .upToDate(.new): .missing
        case .stale: .stale
        case .upToDate(.machine): .machine
        case .upToDate(.reviewed): .reviewed
        case .unrecorded, .upToDate(.translated): .translated
        }
    }

    /// The files that an import changes, before and after; and what of it the files or the checks refuse.
    ///
    /// - Parameter translations: What came back; what can't be let in is taken out of it.
    /// - Returns: The locale file and the state file, each where it changes.
    /// - Throws: The reason where no file can be changed.
    func changes(
        by translations: inout TranslationImport
    ) throws(Failure) -> [(old: SourceText, new: SourceText)] {
        guard let old = project.sources[bundle.file] else {
            throw Failure(reason: "there is no file \(bundle.file)")
        }
        // Whatever is refused may have hidden nothing else: each turn has fewer changes.
        while true {
            let (edited, refused) = try edit(old, translations.changes)
            var files = [(old: old, new: edited)]
            if let state = state(translations.changes) { files.append(state) }
            let errors = findings(with: files.map(\.new), about: translations.changes)
                .filter { $0.value.severity == .error }
            let all = refused.merging(errors) { own, _ in own }
            guard !all.isEmpty else { return files.filter { $0.old.bytes != $0.new.bytes } }
            translations.refuse(all)
        }
    }

    /// The locale file with new texts.
    private func edit(
        _ old: SourceText,
        _ changes: [TranslationImport.Change]
    ) throws(Failure) -> (SourceText, [MessageKey: Diagnostic]) {
        var editor = try Self.editor(of: old)
        let known = Set(editor.keys)
        let texts = changes.compactMap { change in change.pattern.map { (change, $0) } }
        let replaced = texts.filter { known.contains($0.0.key) }
        var refused: [MessageKey: Diagnostic] = [:]
        do {
            try editor.set(replaced.map { (key: $0.0.key, pattern: $0.1) })
        } catch {
            // One of them can't be written; the others can.
            for (change, pattern) in replaced {
                do {
                    try editor.set(change.key, to: pattern)
                } catch {
                    refused[change.key] = Diagnostic("L177", at: change.place, error.reason)
                }
            }
        }
        let added = texts.filter { !known.contains($0.0.key) }
        guard !added.isEmpty, let source = project.catalogs[bundle.source],
            let english = project.sources[source.file]
        else { return (editor.edited, refused) }
        let example = try Self.editor(of: english)
        let reasons = editor.insert(added.map { (key: $0.0.key, pattern: $0.1) }, as: example)
        for (change, _) in added {
            guard let refusal = reasons[change.key] else { continue }
            refused[change.key] = Diagnostic("L177", at: change.place, refusal.reason)
        }
        return (editor.edited, refused)
    }

    private static func editor(of file: SourceText) throws(Failure) -> LocaleEditor {
        do throws(LocaleEditor.Refusal) {
            return try LocaleEditor(file) { YAMLReader.read($0) }
        } catch {
            throw Failure(reason: error.reason)
        }
    }

    /// What the checks find in the new texts: of each message the first error, else the first warning.
    func findings(
        with files: [SourceText],
        about changes: [TranslationImport.Change]
    ) -> [MessageKey: Diagnostic] {
        let keys = changes.compactMap { $0.pattern == nil ? nil : $0.key }
        guard !keys.isEmpty else { return [:] }
        var folder = project.folder
        for file in files { folder.texts[file.path] = file }
        let checked = Project.read(folder)
        let catalog = checked.catalogs[language]
        // A message stands on lines of its own.
        var byLine: [Int: MessageKey] = [:]
        for key in keys {
            guard let place = catalog?.place(of: key) else { continue }
            for line in place.start.line...max(place.start.line, place.end.line) {
                byLine[line] = key
            }
        }
        var found: [MessageKey: Diagnostic] = [:]
        for finding in ProjectCheck(checked).findings where finding.range.file == bundle.file {
            guard let key = byLine[finding.range.start.line] else { continue }
            if let known = found[key], known.severity == .error || finding.severity == .warning {
                continue
            }
            found[key] = finding
        }
        for key in keys where catalog?.pattern(for: key) == nil {
            found[key] = Diagnostic(
                "L177",
                at: .start(of: bundle.file),
                "`\(key.rawValue)` can't be read"
            )
        }
        return found
    }

    /// The state file, before and after; `nil` where the project keeps no states of the language.
    private func state(
        _ changes: [TranslationImport.Change]
    ) -> (old: SourceText, new: SourceText)? {
        guard var state = project.states[language], let path = project.states.files[language],
            let old = project.sources[path]
        else { return nil }
        let sources = Dictionary(bundle.messages.map { ($0.key, $0.source) }) { first, _ in first }
        var hasChanged = false
        for change in changes {
            guard let status = change.status, let source = sources[change.key] else { continue }
            state.entries[change.key] = .init(status, SourceHash(of: source))
            hasChanged = true
        }
        guard hasChanged else { return nil }
        return (old, SourceText(path: path, text: state.text))
    }
}
