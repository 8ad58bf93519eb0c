import Documents
import Flows
import Localization
import Sessions

/// The files of a project, read side by side: none tells anything about another.
///
/// What is found is in the order of the parts, whichever of them is done first.
struct ProjectParts {
    /// What of a project is wanted.
    enum Scope: Sendable {
        /// Everything.
        case all
        /// Without what only translators and checks need: the descriptions of messages, and the glossary. Whoever walks a
        /// flow need not wait for it, nor be held up by a fault in it.
        case walks
        /// Of that, one flow with those that it runs, and what is in the source language and in one more; other languages
        /// are read when they are asked for.
        case walk(flow: String, language: LanguageTag?)
    }

    private enum Part: Sendable {
        case flows, flow(String), catalog(LanguageTag), state(String), descriptions, glossary,
            inboxes
        case documents([LanguageTag])
    }

    private enum Content: Sendable {
        case flows(FlowProject, names: [FlowName])
        case catalog(Catalog?)
        case state(LocaleState?, file: String)
        case descriptions(MessageDescriptions?)
        case glossary(Glossary)
        case inboxes([Inbox])
        case documents([(name: String, document: LegalDocument)])
    }

    private(set) var flows = FlowProject.read(flows: [], hash: ProjectReader.hash).project
    /// The names of all flows, also of those that were not read.
    private(set) var flowNames: [FlowName] = []
    private(set) var catalogs: [Catalog] = []
    private(set) var states = LocaleStates()
    private(set) var descriptions: MessageDescriptions?
    private(set) var glossary = Glossary()
    private(set) var inboxes: [Inbox] = []
    /// Every version of every document in every language.
    private(set) var documents: [(name: String, document: LegalDocument)] = []
    /// A reader that has read all of them.
    private(set) var reader: ProjectReader

    /// The languages that have a file, readable or not.
    private let languages: [LanguageTag]
    /// The languages that are read at once.
    private let first: [LanguageTag]
    /// Those that are read later.
    let late: LateLanguages

    init(_ folder: ProjectFolder, _ scope: Scope) {
        let blank = ProjectReader(folder: folder)
        reader = blank
        languages = blank.languages
        late = LateLanguages(blank)
        let first = Self.first(of: languages, scope)
        self.first = first
        let states = blank.stateFiles.filter { file in
            // One without a language is read with all others.
            first.count == languages.count || first.contains { file == "\($0.rawValue).yaml" }
        }
        let forTranslators: [Part] =
            if case .all = scope { [.descriptions, .glossary] } else { [] }
        let rest =
            states.map { Part.state($0) } + forTranslators + [.inboxes, .documents(first)]
        let flows: Part = if case .walk(let flow, _) = scope { .flow(flow) } else { .flows }
        let contents = SideBySide.map([flows] + first.map { Part.catalog($0) } + rest) { part in
            var reader = blank
            return (Self.content(of: part, &reader), reader)
        }
        for (index, (content, reader)) in contents.enumerated() {
            take(content)
            self.reader.take(reader)
            if index == first.count { self.reader.checkSource(Catalogs(catalogs)) }
        }
    }

    /// The languages that are read at once.
    private static func first(of languages: [LanguageTag], _ scope: Scope) -> [LanguageTag] {
        guard case .walk(_, let language) = scope else { return languages }
        let source = Catalogs([]).source
        return languages.filter { $0 == source || $0 == language }
    }

    private var isWhole: Bool { first.count == languages.count }

    /// The messages of every language, without those that only keep a place.
    var words: Catalogs {
        let there = Catalogs(catalogs).withholdingNew(states)
        guard !isWhole else { return there }
        let late = late
        return Catalogs(there.languages.compactMap { there[$0] }, languages: languages) {
            language in
            late.words(of: language)
        }
    }

    /// The documents of every language that has messages; where one is stale, what it was translated from.
    func library(source: LanguageTag) -> DocumentLibrary {
        let translations = translations
        let library = DocumentLibrary(
            states.withSourceForStale(translations, source: source),
            source: source
        )
        guard !isWhole else { return library }
        let (late, first) = (late, first)
        let originals = translations.filter { $0.document.language == source }
        return library.reading(languages.filter { !first.contains($0) }) { language in
            DocumentLibrary(
                late.documents(of: language, beside: originals, source: source),
                source: source
            )
        }
    }

    /// The documents as the files have them; a language without messages is none.
    var translations: [(name: String, document: LegalDocument)] {
        documents.filter { document in
            catalogs.contains { $0.language == document.document.language }
        }
    }

    private static func content(of part: Part, _ reader: inout ProjectReader) -> Content {
        switch part {
        case .flows:
            let flows = reader.readFlows()
            reader.readScenarioTexts()
            return .flows(flows, names: flows.flows.map(\.name))
        case .flow(let name):
            let blank = reader
            if let flow = reader.readFlow(name) { return .flows(flow, names: reader.flowNames) }
            reader = blank
            let flows = reader.readFlows()
            return .flows(flows, names: flows.flows.map(\.name))
        case .catalog(let language): return .catalog(reader.readCatalog(language))
        case .state(let file): return .state(reader.readState(file), file: file)
        case .descriptions: return .descriptions(reader.readDescriptions())
        case .glossary: return .glossary(reader.readGlossary())
        case .inboxes: return .inboxes(reader.readInboxes())
        case .documents(let languages):
            return .documents(reader.readDocuments(languages: languages))
        }
    }

    private mutating func take(_ content: Content) {
        switch content {
        case .flows(let flows, let names): (self.flows, flowNames) = (flows, names)
        case .catalog(let catalog): if let catalog { catalogs.append(catalog) }
        case .state(let state, let file):
            let language = LanguageTag(String(file.dropLast(5)))
            // Of words that can't be read nothing is known, and that is told by itself.
            let isUnread =
                languages.contains(language) && !catalogs.contains { $0.language == language }
            guard let state, !isUnread else { return }
            states.add(state, of: language, file: "\(LocaleStates.folder)/\(file)")
        case .descriptions(let descriptions): self.descriptions = descriptions
        case .glossary(let glossary): self.glossary = glossary
        case .inboxes(let inboxes): self.inboxes = inboxes
        case .documents(let documents): self.documents = documents
        }
    }
}
