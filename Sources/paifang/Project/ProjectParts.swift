import Documents
import Flows
import Localization
import Sessions

/// The files of a project, read side by side: none tells anything about another.
///
/// What is found is in the order of the parts, whichever of them is done first.
struct ProjectParts {
    private enum Part: Sendable {
        case flows, catalog(LanguageTag), state(String), descriptions, glossary, inboxes
        case documents([LanguageTag])
    }

    private enum Content: Sendable {
        case flows(FlowProject)
        case catalog(Catalog?)
        case state(LocaleState?, file: String)
        case descriptions(MessageDescriptions?)
        case glossary(Glossary)
        case inboxes([Inbox])
        case documents([(name: String, document: LegalDocument)])
    }

    private(set) var flows = FlowProject.read(flows: [], hash: ProjectReader.hash).project
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

    init(_ folder: ProjectFolder, isForTranslators: Bool) {
        let blank = ProjectReader(folder: folder)
        reader = blank
        languages = blank.languages
        let catalogs = languages.map { Part.catalog($0) }
        let rest =
            blank.stateFiles.map { Part.state($0) }
            + (isForTranslators ? [.descriptions, .glossary] : [])
            + [.inboxes, .documents(languages)]
        let contents = SideBySide.map([.flows] + catalogs + rest) { part in
            var reader = blank
            return (Self.content(of: part, &reader), reader)
        }
        for (index, (content, reader)) in contents.enumerated() {
            take(content)
            self.reader.take(reader)
            if index == catalogs.count { self.reader.checkSource(words) }
        }
    }

    /// The messages of every language.
    var words: Catalogs { Catalogs(catalogs) }

    private static func content(of part: Part, _ reader: inout ProjectReader) -> Content {
        switch part {
        case .flows:
            let flows = reader.readFlows()
            reader.readScenarioTexts()
            return .flows(flows)
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
        case .flows(let flows): self.flows = flows
        case .catalog(let catalog): if let catalog { catalogs.append(catalog) }
        case .state(let state, let file):
            let language = LanguageTag(String(file.dropLast(5)))
            // Of words that can't be read nothing is known, and that is told by itself.
            let isUnread = languages.contains(language) && words[language] == nil
            guard let state, !isUnread else { return }
            states.add(state, of: language, file: "\(LocaleStates.folder)/\(file)")
        case .descriptions(let descriptions): self.descriptions = descriptions
        case .glossary(let glossary): self.glossary = glossary
        case .inboxes(let inboxes): self.inboxes = inboxes
        case .documents(let documents): self.documents = documents
        }
    }
}
