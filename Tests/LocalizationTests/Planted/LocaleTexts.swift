import Documents
import Foundation
import YAML

@testable import Localization

/// The project's locale files with what belongs to them, as they are or with a defect in them.
struct LocaleTexts: Sendable {
    /// A locale file as it was read.
    private struct Loaded: Sendable {
        let catalog: Catalog?
        let problems: [Diagnostic]
    }

    /// The files as they are.
    static let own = Result { try LocaleTexts() }

    /// The texts by their paths: `locales/cs.yaml`, `locales/state/cs.yaml`.
    let texts: [String: String]
    let glossary: Glossary
    let descriptions: MessageDescriptions
    private let documents: [(name: String, document: LegalDocument)]
    private let loaded: [LanguageTag: Loaded]

    private init() throws {
        var texts: [String: String] = [:]
        func read(_ path: String) throws -> SourceText {
            let bytes = try Data(contentsOf: LocaleFiles.root.appendingPathComponent(path))
            let source = SourceText(path: path, bytes: Array(bytes))
            texts[path] = String(decoding: bytes, as: UTF8.self)
            return source
        }
        let words = YAMLReader.read(try read("locales/glossary.yaml")).0
        glossary = words.map { Glossary.load($0).glossary } ?? Glossary()
        descriptions = try LocaleFiles.descriptions().0
        var loaded: [LanguageTag: Loaded] = [:]
        for language in fiveLanguages {
            loaded[language] = Self.load(try read(Self.path(of: language)), language)
            if language.rawValue != "en" { _ = try read(Self.statePath(of: language)) }
        }
        self.loaded = loaded
        self.texts = texts
        documents = try Self.documents()
    }

    static func path(of language: LanguageTag) -> String { "locales/\(language.rawValue).yaml" }

    static func statePath(of language: LanguageTag) -> String {
        "locales/state/\(language.rawValue).yaml"
    }

    /// The messages of a language as they are.
    func catalog(_ language: LanguageTag) -> Catalog? { loaded[language]?.catalog }

    private static func load(_ source: SourceText, _ language: LanguageTag) -> Loaded {
        let (root, problems) = YAMLReader.read(source)
        guard let root else { return Loaded(catalog: nil, problems: problems) }
        let (catalog, found) = Catalog.load(root, language: language, source: source)
        return Loaded(catalog: catalog, problems: problems + found)
    }

    private static func documents() throws -> [(name: String, document: LegalDocument)] {
        let folder = LocaleFiles.root.appendingPathComponent("locales/documents")
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            .compactMap { path in
                let parts = path.split(separator: "/").map(String.init)
                guard parts.count == 3, parts[2].hasSuffix(".md"), let version = Int(parts[1])
                else { return nil }
                let bytes = try Data(contentsOf: folder.appendingPathComponent(path))
                let language = LanguageTag(String(parts[2].dropLast(3)))
                return LegalDocument.parse(Array(bytes), version: version, language: language)
                    .map { (parts[0], $0) }
            }
    }

    /// What is found in some languages beside English, with other texts in the place of some files.
    func findings(_ changed: [String: String], in languages: [LanguageTag]) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var catalogs: [Catalog] = []
        var states = LocaleStates()
        let english = LanguageTag("en")
        for language in [english] + languages.filter({ $0 != english }) {
            let path = Self.path(of: language)
            let file =
                changed[path].map { Self.load(SourceText(path: path, text: $0), language) }
                ?? loaded[language]
            problems += file?.problems ?? []
            guard let catalog = file?.catalog else { continue }
            catalogs.append(catalog)
            let statePath = Self.statePath(of: language)
            guard let text = changed[statePath] ?? texts[statePath],
                let root = YAMLReader.read(SourceText(path: statePath, text: text)).0
            else { continue }
            let (state, found) = LocaleState.load(root)
            problems += found
            states.add(state, of: language, file: statePath)
        }
        let words = Catalogs(catalogs, source: english).withholdingNew(states)
        return problems + StateCheck.findings(words, states, documents: documents)
            + LocaleChecks.check(
                catalogs: words,
                demanded: demanded,
                descriptions: descriptions,
                glossary: glossary
            )
    }

    /// What the English messages, as they are, show is given to each.
    private var demanded: [DemandedMessage] {
        guard let catalog = loaded[LanguageTag("en")]?.catalog else { return [] }
        return catalog.keys.compactMap { key in
            guard let tree = catalog.entries[key]?.tree else { return nil }
            var arguments: [String: MessageArgumentKind] = [:]
            for argument in tree.arguments {
                let given: MessageArgumentKind =
                    switch argument.format.kind {
                    case .any: .text
                    case .number: .integer
                    // Flows give moments, which have both.
                    case .date, .time: .time
                    case let kind: kind
                    }
                if arguments[argument.name] == nil || given != .text {
                    arguments[argument.name] = given
                }
            }
            let place = SourceRange.start(of: "flows/wallet-signup.yaml")
            return DemandedMessage(key, arguments: arguments, at: place, isOptional: true)
        }
    }
}
