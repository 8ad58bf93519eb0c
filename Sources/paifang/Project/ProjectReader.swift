import Documents
import Flows
import Foundation
import Localization
import Secrets
import Sessions
import YAML

/// Reads the files of a project, and collects what is wrong with them.
struct ProjectReader {
    /// The languages in the order they are offered; others follow by their tags.
    private static let order = ["en", "ru", "zh", "id", "cs"]

    let folder: ProjectFolder
    /// Where the flows are, below the folder.
    var flowsFolder = "flows"
    /// Files that are read in place of others in that folder, by the names of those.
    var standIns: [String: String] = [:]
    /// Whether migrations are checked against the texts of earlier versions.
    var checksMigrations = true
    private(set) var sources: [String: SourceText] = [:]
    private(set) var problems: [Diagnostic] = []

    init(folder: ProjectFolder) { self.folder = folder }

    /// Takes over what another reader has read of the same folder.
    mutating func take(_ other: ProjectReader) {
        sources.merge(other.sources) { first, _ in first }
        problems += other.problems
    }

    /// The names of the flow files.
    private var flowFiles: [String] {
        folder.names(in: flowsFolder).filter {
            $0.hasSuffix(".yaml") && !["fields.yaml", "effects.yaml"].contains($0)
        }
    }

    /// The names of the flows, by those of their files.
    var flowNames: [FlowName] { flowFiles.map { FlowName(String($0.dropLast(5))) } }

    /// All flows.
    mutating func readFlows() -> FlowProject {
        let flows = flowFiles.compactMap { readForFlows("\(flowsFolder)/\(standIns[$0] ?? $0)") }
        return read(flows, checksMigrations ? readEarlierVersions() : nil)
    }

    /// One flow, and those that it runs; `nil` where a file of one that it names has not its name.
    mutating func readFlow(_ name: String) -> FlowProject? {
        let names = Set(flowNames.map(\.text))
        let earlier = readEarlierVersions()
        var files: [ProjectFile] = []
        var open = [name]
        while let next = open.popLast() {
            guard names.contains(next), let file = readForFlows("\(flowsFolder)/\(next).yaml"),
                file.root?["flow"]?.text == next, names.isSuperset(of: file.flowsNamed)
            else { return nil }
            files.append(file)
            // Earlier versions are read beside the flows of today.
            let versions = earlier.filter { $0.root?["flow"]?.text == next }
            let known = files.map { $0.root?["flow"]?.text } + open
            let runs = ([file] + versions).flatMap(\.flowsRun)
            open += Set(runs).subtracting(known.compactMap(\.self)).sorted()
        }
        return read(files, earlier, others: .these(Set(flowNames)))
    }

    /// The language that a flow is walked in where nothing else says it; `nil` where its file does not tell.
    func locale(of flow: String) -> LanguageTag? {
        var reader = self
        let root = reader.readForFlows("\(flowsFolder)/\(flow).yaml")?.root
        return (root?["locale"]?.text).map { LanguageTag($0) }
    }

    private mutating func read(
        _ flows: [ProjectFile],
        _ earlier: [ProjectFile]?,
        others: OtherFlows = .none
    ) -> FlowProject {
        let fields = readForFlows("\(flowsFolder)/fields.yaml")
        let effects = readForFlows("\(flowsFolder)/effects.yaml")
        var hashes: [String: String] = [:]
        let (project, found) = FlowProject.read(
            flows: flows,
            fields: fields,
            effects: effects,
            old: earlier.map { .files($0) } ?? .unchecked,
            others: others
        ) { sources in
            Self.hash(sources) { source in
                if let known = hashes[source.path] { return known }
                let hash = ContentHash.hexadecimal(of: source.bytes)
                hashes[source.path] = hash
                return hash
            }
        }
        problems += found
        return project
    }

    /// The texts of scenarios, which are read when they are checked or played.
    mutating func readScenarioTexts() {
        for name in folder.names(in: ScenarioFiles.folder) where name.hasSuffix(".yaml") {
            _ = source("\(ScenarioFiles.folder)/\(name)")
        }
    }

    /// The texts of earlier versions that are kept beside the flows.
    private mutating func readEarlierVersions() -> [ProjectFile] {
        let folder = "\(flowsFolder)/old"
        return self.folder.names(in: folder).filter { $0.hasSuffix(".yaml") }
            .compactMap { readForFlows("\(folder)/\($0)") }
    }

    /// The languages that there are files of, in the order they are offered.
    var languages: [LanguageTag] {
        let special = ["messages.yaml", "glossary.yaml", "mailboxes.yaml"]
        return folder.names(in: "locales")
            .filter { $0.hasSuffix(".yaml") && !special.contains($0) }
            .map { String($0.dropLast(5)) }
            .sorted {
                (Self.order.firstIndex(of: $0) ?? .max, $0)
                    < (Self.order.firstIndex(of: $1) ?? .max, $1)
            }
            .map { LanguageTag($0) }
    }

    /// The messages of a language; `nil` where its file can't be read.
    mutating func readCatalog(_ language: LanguageTag) -> Catalog? {
        guard let file = read("locales/\(language.rawValue).yaml") else { return nil }
        let (catalog, found) = Catalog.load(file.root, language: language, source: file.source)
        problems += found
        return catalog
    }

    /// Finds that there are no messages to translate from.
    mutating func checkSource(_ words: Catalogs) {
        guard !words.languages.contains(words.source) else { return }
        problems.append(
            Diagnostic(
                "E38",
                at: .start(of: "locales/\(words.source.rawValue).yaml"),
                "there are no messages in the language that the others are translated from"
            )
        )
    }

    /// The files in which is written down how far the translations are.
    var stateFiles: [String] {
        folder.names(in: LocaleStates.folder).filter { $0.hasSuffix(".yaml") }
    }

    /// What is written down about the translations into a language; `nil` where it can't be read.
    mutating func readState(_ name: String) -> LocaleState? {
        let path = "\(LocaleStates.folder)/\(name)"
        if let source = source(path), let state = LocaleState(written: source) { return state }
        guard let file = read(path) else { return nil }
        let (state, found) = LocaleState.load(file.root)
        problems += found
        return state
    }

    /// Adds what is written down about the translations into a language, where there is such a file.
    mutating func readState(of language: LanguageTag, into states: inout LocaleStates) {
        let file = "\(language.rawValue).yaml"
        guard stateFiles.contains(file), let state = readState(file) else { return }
        states.add(state, of: language, file: "\(LocaleStates.folder)/\(file)")
    }

    /// What `messages.yaml` tells translators; `nil` where it can't be read, since then nobody knows what it tells.
    mutating func readDescriptions() -> MessageDescriptions? {
        let path = "locales/messages.yaml"
        guard folder.has(path) else { return MessageDescriptions([:]) }
        let known = problems.count
        guard let file = read(path), problems.count == known else { return nil }
        let (descriptions, found) = MessageDescriptions.load(file.root)
        problems += found
        return descriptions
    }

    /// The words of the product (`glossary.yaml`).
    mutating func readGlossary() -> Glossary {
        let path = "locales/glossary.yaml"
        guard folder.has(path), let file = read(path) else { return Glossary() }
        let (glossary, found) = Glossary.load(file.root)
        problems += found
        return glossary
    }

    /// The inboxes that "go to my mailbox" knows.
    mutating func readInboxes() -> [Inbox] {
        (read("locales/mailboxes.yaml")?.root["mailboxes"]?.items ?? []).compactMap { item in
            guard let name = item["name"]?.text, let address = item["inbox"]?.text else {
                return nil
            }
            return Inbox(
                name: name,
                address: address,
                domains: (item["domains"]?.items ?? []).compactMap(\.text)
            )
        }
    }

    /// Every version of every document in every language.
    mutating func readDocuments(
        languages: [LanguageTag]
    ) -> [(name: String, document: LegalDocument)] {
        var documents: [(name: String, document: LegalDocument)] = []
        for name in folder.names(in: "locales/documents") {
            for version in folder.names(in: "locales/documents/\(name)") {
                for language in languages {
                    let path = "locales/documents/\(name)/\(version)/\(language.rawValue).md"
                    guard let number = Int(version), let source = source(path) else { continue }
                    guard
                        let document = LegalDocument.parse(
                            source.bytes,
                            version: number,
                            language: language
                        )
                    else {
                        problems.append(
                            Diagnostic(
                                "E38",
                                at: .start(of: path),
                                "the document has no title, or is not UTF-8",
                                help: "begin it with a line `# Title`"
                            )
                        )
                        continue
                    }
                    documents.append((name, document))
                }
            }
        }
        return documents
    }

    /// A file that belongs to the flows: its problems travel with it, since they keep a flow from being run.
    private mutating func readForFlows(_ path: String) -> ProjectFile? {
        guard let source = source(path) else {
            // One that is there and can't be read is not one that is missing.
            let isThere = folder.has(path)
            return isThere ? ProjectFile(source: SourceText(path: path, text: ""), root: nil) : nil
        }
        let (root, found) = YAMLReader.read(source)
        return ProjectFile(source: source, root: root, problems: found)
    }

    private mutating func read(_ path: String) -> (source: SourceText, root: DocumentNode)? {
        guard let source = source(path) else { return nil }
        let (root, found) = YAMLReader.read(source)
        problems += found
        return root.map { (source, $0) }
    }

    /// A file's text; `nil` where there is none, or where it can't be read, which is a finding.
    private mutating func source(_ path: String) -> SourceText? {
        guard folder.has(path) else { return nil }
        guard let bytes = folder.bytes(path) else {
            problems.append(
                Diagnostic(
                    "E34",
                    at: .start(of: path),
                    "the file can't be read, or has more than \(YAMLReader.byteLimit) bytes"
                )
            )
            return nil
        }
        let source = SourceText(path: path, bytes: bytes)
        sources[path] = source
        return source
    }

    /// The hash over some texts, as a session is pinned to it.
    static func hash(_ sources: [SourceText]) -> String {
        hash(sources) { ContentHash.hexadecimal(of: $0.bytes) }
    }

    /// The same; the hash of each text is asked for, since many flows have some texts in common.
    private static func hash(
        _ sources: [SourceText],
        _ hashOfText: (SourceText) -> String
    ) -> String {
        let lines = sources.map { "\(hashOfText($0)) \($0.path)\n" }
        return ContentHash.hexadecimal(of: Array(lines.joined().utf8))
    }
}
