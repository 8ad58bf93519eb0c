import ArgumentParser
import Documents
import Localization
import YAML

/// The files of a language that the verbs for translators change: its words, and what is known about them.
struct TranslationFiles {
    let desk: LocaleDesk

    private var project: Project { desk.project }

    /// The languages that are translated into, or the ones named, or an exit with what there is.
    func languages(_ names: [String]) throws -> [LanguageTag] {
        let all = project.languages.filter { $0 != desk.source }
        guard !names.isEmpty else { return all }
        return try names.map { name in
            guard let found = all.first(where: { $0.rawValue == name }) else {
                throw desk.situation.missing("translation", name, among: all.map(\.rawValue))
            }
            return found
        }
    }

    /// The editor of a language's file, or an exit with the reason why it can't be changed.
    func editor(of language: LanguageTag) throws -> LocaleEditor {
        let path = "locales/\(language.rawValue).yaml"
        // A file that could not be read has no text, and an empty one is refused with a reason.
        let source = project.sources[path] ?? SourceText(path: path, text: "")
        do throws(LocaleEditor.Refusal) {
            return try LocaleEditor(source, read: YAMLReader.read)
        } catch {
            throw refused(error.reason)
        }
    }

    /// What is known about a language.
    func state(of language: LanguageTag) -> LocaleState {
        project.states[language] ?? LocaleState()
    }

    /// The hash of the English text of each document that is translated into a language.
    func documents(of language: LanguageTag) -> [MessageKey: SourceHash] {
        let sources = project.translations.filter { $0.document.language == desk.source }
        let own = project.translations.filter { $0.document.language == language }
        var hashes: [MessageKey: SourceHash] = [:]
        for (name, document) in own {
            let original = sources.first {
                $0.name == name && $0.document.version == document.version
            }
            let key = LocaleState.key(ofDocument: name, version: document.version)
            hashes[key] = original.map { SourceHash(of: $0.document) }
        }
        return hashes
    }

    /// Writes the state of a language where it has changed.
    func write(_ state: LocaleState, of language: LanguageTag) throws {
        let path = "\(LocaleStates.folder)/\(language.rawValue).yaml"
        try write(Array(state.text.utf8), to: path)
    }

    /// Writes a file of the project, a new one if need be, or exits with the reason why it can't be.
    func write(_ bytes: [UInt8], to path: String) throws {
        let old = project.sources[path]?.bytes
        guard old != bytes else { return }
        let file = project.folder.path + "/" + path
        do throws(FileReplacement) {
            if let old {
                try FileReplacement.write(bytes, to: file, insteadOf: old)
            } else {
                try FileReplacement.create(file, with: bytes)
            }
        } catch {
            throw refused(error.reason)
        }
    }

    /// Says why something can't be done.
    func refused(_ reason: String) -> ExitCode {
        Standard.error("paifang: \(VisibleText.escaping(reason))")
        return .impossible
    }
}
