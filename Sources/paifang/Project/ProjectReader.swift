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
    private(set) var sources: [String: SourceText] = [:]
    private(set) var problems: [Diagnostic] = []

    init(folder: ProjectFolder) { self.folder = folder }

    /// The flows, and the texts of each as a session keeps them.
    mutating func readFlows() -> (FlowProject, [FlowName: [UInt8]]) {
        let shared = ["fields.yaml", "effects.yaml"]
        let names = folder.names(in: "flows").filter {
            $0.hasSuffix(".yaml") && !shared.contains($0)
        }
        let flows = names.compactMap { readForFlows("flows/\($0)") }
        let fields = readForFlows("flows/fields.yaml")
        let effects = readForFlows("flows/effects.yaml")
        let (project, found) = FlowProject.read(
            flows: flows, fields: fields, effects: effects, hash: ProjectReader.hash)
        problems += found
        var texts: [FlowName: [UInt8]] = [:]
        for flow in project.flows {
            guard let file = flows.first(where: { $0.source.path == flow.range.file }) else {
                continue
            }
            let kept = KeptTexts(files: [file, fields, effects].compactMap { $0?.source })
            texts[flow.name] = kept.bytes
        }
        return (project, texts)
    }

    /// The messages of every language.
    mutating func readCatalogs() -> Catalogs {
        let special = ["messages.yaml", "glossary.yaml", "mailboxes.yaml"]
        let tags = folder.names(in: "locales")
            .filter { $0.hasSuffix(".yaml") && !special.contains($0) }
            .map { String($0.dropLast(5)) }
            .sorted {
                (Self.order.firstIndex(of: $0) ?? .max, $0)
                    < (Self.order.firstIndex(of: $1) ?? .max, $1)
            }
        var catalogs: [Catalog] = []
        for tag in tags {
            guard let file = read("locales/\(tag).yaml") else { continue }
            let (catalog, found) = Catalog.load(
                file.root, language: LanguageTag(tag), source: file.source)
            catalogs.append(catalog)
            problems += found
        }
        return Catalogs(catalogs)
    }

    /// What `messages.yaml` tells translators.
    mutating func readDescriptions() -> MessageDescriptions {
        guard let file = read("locales/messages.yaml") else { return MessageDescriptions([:]) }
        let (descriptions, found) = MessageDescriptions.load(file.root)
        problems += found
        return descriptions
    }

    /// The inboxes that "go to my mailbox" knows.
    mutating func readInboxes() -> [Inbox] {
        (read("locales/mailboxes.yaml")?.root["mailboxes"]?.items ?? []).compactMap { item in
            guard let name = item["name"]?.text, let address = item["inbox"]?.text else {
                return nil
            }
            return Inbox(
                name: name, address: address,
                domains: (item["domains"]?.items ?? []).compactMap(\.text))
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
                    guard let number = Int(version), let bytes = folder.bytes(path),
                        let document = LegalDocument.parse(
                            bytes, version: number, language: language)
                    else { continue }
                    documents.append((name, document))
                }
            }
        }
        return documents
    }

    /// A file that belongs to the flows: its problems travel with it, since they keep a flow from being run.
    private mutating func readForFlows(_ path: String) -> ProjectFile? {
        guard let source = folder.source(path) else { return nil }
        sources[path] = source
        let (root, found) = YAMLReader.read(source)
        return ProjectFile(source: source, root: root, problems: found)
    }

    private mutating func read(_ path: String) -> (source: SourceText, root: DocumentNode)? {
        guard let source = folder.source(path) else { return nil }
        sources[path] = source
        let (root, found) = YAMLReader.read(source)
        problems += found
        return root.map { (source, $0) }
    }

    /// The hash over some texts, as a session is pinned to it.
    static func hash(_ sources: [SourceText]) -> String {
        ContentHash.hexadecimal(of: KeptTexts(files: sources).bytes)
    }
}

/// The texts of one flow in one piece: what a store keeps for sessions that began with them.
struct KeptTexts {
    private struct File: Codable {
        let path: String
        let text: String
    }

    let bytes: [UInt8]

    init(files: [SourceText]) {
        let all = files.map {
            File(path: $0.path, text: String(decoding: $0.bytes, as: UTF8.self))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // Two texts can always be encoded; an empty piece would be refused when it is read.
        bytes = (try? encoder.encode(all)).map(Array.init) ?? []
    }

    /// Reads the flow of kept texts again; `nil` where they can't be read any more.
    static func flow(from bytes: [UInt8]) -> FlowDefinition? {
        guard let files = try? JSONDecoder().decode([File].self, from: Data(bytes)) else {
            return nil
        }
        let read = files.map { file in
            let source = SourceText(path: file.path, text: file.text)
            let (root, problems) = YAMLReader.read(source)
            return ProjectFile(source: source, root: root, problems: problems)
        }
        let shared = { (name: String) in read.first { $0.source.path.hasSuffix(name) } }
        let fields = shared("/fields.yaml")
        let effects = shared("/effects.yaml")
        let others = [fields?.source.path, effects?.source.path]
        return FlowProject.read(
            flows: read.filter { !others.contains($0.source.path) }, fields: fields,
            effects: effects, hash: ProjectReader.hash
        ).project.flows.first
    }
}
