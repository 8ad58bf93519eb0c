import Documents
import Flows
import Localization
import Sessions

/// The files of a project, read side by side: none tells anything about another.
///
/// What is found is in the order of the parts, whichever of them is done first.
struct ProjectParts {
    private enum Part: Sendable {
        case flows, catalog(LanguageTag), states, descriptions, glossary, inboxes
    }

    private enum Content: Sendable {
        case flows(FlowProject, texts: [FlowName: [UInt8]])
        case catalog(Catalog?)
        case states(LocaleStates)
        case descriptions(MessageDescriptions?)
        case glossary(Glossary)
        case inboxes([Inbox])
    }

    private(set) var flows = FlowProject.read(flows: [], hash: ProjectReader.hash).project
    /// The texts of each flow as a session keeps them.
    private(set) var texts: [FlowName: [UInt8]] = [:]
    private(set) var catalogs: [Catalog] = []
    private(set) var states = LocaleStates()
    private(set) var descriptions: MessageDescriptions?
    private(set) var glossary = Glossary()
    private(set) var inboxes: [Inbox] = []
    /// A reader that has read all of them.
    private(set) var reader: ProjectReader

    init(_ folder: ProjectFolder) {
        let blank = ProjectReader(folder: folder)
        reader = blank
        let parts =
            [.flows] + blank.languages.map { Part.catalog($0) }
            + [.states, .descriptions, .glossary, .inboxes]
        let contents = SideBySide.map(parts) { part in
            var reader = blank
            return (Self.content(of: part, &reader), reader)
        }
        for (content, reader) in contents {
            // Behind what is wrong with the catalogues, before everything else.
            if case .states = content { self.reader.checkSource(words) }
            take(content)
            self.reader.take(reader)
        }
    }

    /// The messages of every language.
    var words: Catalogs { Catalogs(catalogs) }

    private static func content(of part: Part, _ reader: inout ProjectReader) -> Content {
        switch part {
        case .flows:
            let (project, texts) = reader.readFlows()
            reader.readScenarioTexts()
            return .flows(project, texts: texts)
        case .catalog(let language): return .catalog(reader.readCatalog(language))
        case .states: return .states(reader.readStates())
        case .descriptions: return .descriptions(reader.readDescriptions())
        case .glossary: return .glossary(reader.readGlossary())
        case .inboxes: return .inboxes(reader.readInboxes())
        }
    }

    private mutating func take(_ content: Content) {
        switch content {
        case .flows(let flows, let texts):
            self.flows = flows
            self.texts = texts
        case .catalog(let catalog): if let catalog { catalogs.append(catalog) }
        case .states(let states):
            self.states = states
            // Of words that can't be read nothing is known, and that is told by itself.
            for language in reader.languages where words[language] == nil {
                self.states.remove(language)
            }
        case .descriptions(let descriptions): self.descriptions = descriptions
        case .glossary(let glossary): self.glossary = glossary
        case .inboxes(let inboxes): self.inboxes = inboxes
        }
    }
}
