import Documents
import Flows
import Localization
import Secrets
import Sessions
import YAML

/// A project as it was read: flows, words and documents, with everything that is wrong with the files.
struct Project {
    let folder: ProjectFolder
    let flows: FlowProject
    let catalogs: Catalogs
    let documents: DocumentLibrary
    let inboxes: [Inbox]
    let descriptions: MessageDescriptions?
    /// How far the translations are.
    let states: LocaleStates
    /// Every version of every document in every language, as the files have it.
    let translations: [(name: String, document: LegalDocument)]
    let glossary: Glossary
    let sources: [String: SourceText]
    let problems: [Diagnostic]

    /// The texts of each flow, as a session that begins with it keeps them.
    var texts: [FlowName: [UInt8]] { flows.sources.mapValues { KeptTexts(files: $0).bytes } }

    /// The languages that a person can choose, source language first, then in the order of their tags' own names.
    var languages: [LanguageTag] { catalogs.languages.filter { !$0.isPseudo } }

    /// Reads a project.
    ///
    /// - Parameters:
    ///   - folder: Where it is.
    ///   - isForTranslators: Whether what only they and checks need is read: the descriptions of messages, and
    ///     the glossary. Whoever walks a flow need not wait for it, nor be held up by a fault in it.
    /// - Returns: The project.
    static func read(_ folder: ProjectFolder, isForTranslators: Bool = true) -> Project {
        let parts = ProjectParts(folder, isForTranslators: isForTranslators)
        let catalogs = parts.words.withholdingNew(parts.states)
        // A language without messages is none.
        let translations = parts.documents.filter {
            catalogs.languages.contains($0.document.language)
        }
        let documents = DocumentLibrary(
            parts.states.withSourceForStale(translations, source: catalogs.source),
            source: catalogs.source
        )
        let gaps = DocumentCheck(
            flows: parts.flows.flows,
            documents: documents,
            source: catalogs.source
        )
        return Project(
            folder: folder,
            flows: parts.flows,
            catalogs: catalogs,
            documents: documents,
            inboxes: parts.inboxes,
            descriptions: parts.descriptions,
            states: parts.states,
            translations: translations,
            glossary: parts.glossary,
            sources: parts.reader.sources,
            problems: parts.reader.problems + gaps.missing
        )
    }
}
