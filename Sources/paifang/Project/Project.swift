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
    /// The names of all flows, also of those that were not read.
    let flowNames: Set<FlowName>
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
    /// The languages that were not read yet.
    let late: LateLanguages

    /// The texts of each flow, as a session that begins with it keeps them.
    var texts: [FlowName: [UInt8]] { flows.sources.mapValues { KeptTexts(files: $0).bytes } }

    /// The languages that a person can choose, source language first, then in the order of their tags' own names.
    var languages: [LanguageTag] { catalogs.languages.filter { !$0.isPseudo } }

    /// Reads a project.
    ///
    /// - Parameters:
    ///   - folder: Where it is.
    ///   - scope: What of it is wanted.
    /// - Returns: The project.
    static func read(_ folder: ProjectFolder, _ scope: ProjectParts.Scope = .all) -> Project {
        let parts = ProjectParts(folder, scope)
        let catalogs = parts.words
        let documents = parts.library(source: catalogs.source)
        let gaps = DocumentCheck(
            flows: parts.flows.flows,
            documents: documents,
            source: catalogs.source
        )
        return Project(
            folder: folder,
            flows: parts.flows,
            flowNames: Set(parts.flowNames),
            catalogs: catalogs,
            documents: documents,
            inboxes: parts.inboxes,
            descriptions: parts.descriptions,
            states: parts.states,
            translations: parts.translations,
            glossary: parts.glossary,
            sources: parts.reader.sources,
            problems: parts.reader.problems + gaps.missing,
            late: parts.late
        )
    }
}
