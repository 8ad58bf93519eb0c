import Answers
import Documents
import Flows
import Foundation
import Localization
import Screens
import Secrets
import Sessions
import Synchronization
import Testing
import YAML

/// The project's own flows, words and documents, read once for all tests.
struct Material {
    static let project = Material()

    let catalogs: Catalogs
    let formats: [LanguageTag: RegionalFormats]
    let documents: DocumentLibrary
    let inboxes: [Inbox]
    let reader: AnswerReader
    /// The texts of the sign-up, then of the fields and the effects.
    let signUp: FlowTexts

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    private init() {
        var catalogs: [Catalog] = []
        for tag in ["en", "ru", "zh", "id", "cs"] {
            guard let text = Self.text("locales/\(tag).yaml") else { continue }
            let source = SourceText(path: "locales/\(tag).yaml", text: text)
            guard let root = YAMLReader.read(source).0 else { continue }
            catalogs.append(Catalog.load(root, language: LanguageTag(tag), source: source).catalog)
        }
        let words = Catalogs(catalogs)
        self.catalogs = words
        var formats: [LanguageTag: RegionalFormats] = [:]
        for language in words.languages { formats[language] = RegionalFormats(language) }
        self.formats = formats
        documents = DocumentLibrary(
            ["user-agreement", "service-terms"].flatMap { name in
                words.languages.compactMap { language in
                    Self.text("locales/documents/\(name)/1/\(language.rawValue).md")
                        .flatMap {
                            LegalDocument.parse(Array($0.utf8), version: 1, language: language)
                        }
                        .map { (name, $0) }
                }
            },
            source: LanguageTag("en")
        )
        inboxes = [
            Inbox(name: "Gmail", address: "https://mail.google.com/", domains: ["gmail.com"])
        ]
        reader = AnswerReader(
            formats: formats,
            yesNo: { language in
                let list = { (key: MessageKey) in
                    words.words(key, in: language).text.split(separator: "|").map(String.init)
                }
                return (list("input.yes"), list("input.no"))
            }
        )
        signUp = FlowTexts(
            flow: Self.text("flows/wallet-signup.yaml") ?? "",
            fields: Self.text("flows/fields.yaml") ?? "",
            effects: Self.text("flows/effects.yaml") ?? ""
        )
    }

    /// The text of a file of the project.
    static func text(_ path: String) -> String? {
        // A test that needs it fails by itself.
        try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
}

/// The texts that make one flow.
struct FlowTexts: Codable {
    var flow: String
    var fields: String
    var effects: String
    /// The flows that it runs.
    var others: [String] = []
    /// The earlier versions against which its migrations are checked; no part of what is kept.
    var old: [String]?

    /// The texts in one piece, as a store keeps them.
    var bytes: [UInt8] {
        Array(([flow, fields, effects] + others).joined(separator: "\u{0}").utf8)
    }

    init(flow: String, fields: String, effects: String) {
        self.flow = flow
        self.fields = fields
        self.effects = effects
    }

    init?(bytes: [UInt8]) {
        let parts = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\u{0}", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3 else { return nil }
        self.init(flow: parts[0], fields: parts[1], effects: parts[2])
        others = Array(parts.dropFirst(3))
    }

    /// Flows are read once, since nearly every test begins with the same one.
    private static let known = Mutex<[[UInt8]: FlowDefinition]>([:])

    /// The flow with what is wrong with it.
    func read() -> (flow: FlowDefinition?, problems: [String]) {
        if let flow = Self.known.withLock({ $0[bytes] }) { return (flow, []) }
        let (flow, problems) = readAnew()
        Self.known.withLock { $0[bytes] = flow }
        return (flow, problems)
    }

    private func readAnew() -> (flow: FlowDefinition?, problems: [String]) {
        let file = { (path: String, text: String) -> ProjectFile in
            let source = SourceText(path: path, text: text)
            let (root, problems) = YAMLReader.read(source)
            return ProjectFile(source: source, root: root, problems: problems)
        }
        let (project, problems) = FlowProject.read(
            flows: [file("flows/flow.yaml", flow)]
                + others.enumerated().map { file("flows/other\($0).yaml", $1) },
            fields: file("flows/fields.yaml", fields),
            effects: file("flows/effects.yaml", effects),
            old: old.map { .files($0.map { file("flows/old/old.yaml", $0) }) } ?? .ignored,
            hash: { ContentHash.hexadecimal(of: $0.flatMap(\.bytes)) }
        )
        return (project.flows.first, problems.map { "\($0.code) \($0.message)" })
    }

    var machine: FlowMachine? { read().flow.map { FlowMachine($0, formats: AnswerFormats()) } }

    /// The same texts with something else written in the flow.
    func replacing(_ old: String, _ new: String) -> FlowTexts {
        var texts = self
        texts.flow = flow.replacingOccurrences(of: old, with: new)
        return texts
    }
}
