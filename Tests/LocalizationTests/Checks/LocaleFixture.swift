import Documents
import Localization
import Testing
import YAML

/// Locale files in one text: a line `# ru.yaml` begins a file, `# a flow needs: key` is a demand.
struct LocaleFixture {
    var files: [(name: String, text: String)] = []
    var demanded: [DemandedMessage] = []
    /// Whether no flow was left out.
    var isAllDemanded = true

    init(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# a flow needs: ") {
                let place = SourceRange.start(of: "flows/x.yaml")
                demanded.append(
                    DemandedMessage(MessageKey(String(line.dropFirst(16))), at: place)
                )
            } else if line.hasPrefix("# "), line.hasSuffix(".yaml") || line.hasSuffix(".md") {
                files.append((String(line.dropFirst(2)), ""))
            } else if !files.isEmpty {
                files[files.count - 1].text += "\(line)\n"
            }
        }
    }

    /// All findings: those of reading, then those of comparing.
    func findings() throws -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var catalogs: [Catalog] = []
        var descriptions: MessageDescriptions?
        var states = LocaleStates()
        var documents: [(name: String, document: LegalDocument)] = []
        var glossary = Glossary()
        for file in files {
            let source = SourceText(path: file.name, text: file.text)
            if file.name.hasSuffix(".md") {
                documents.append(try Self.document(source))
                continue
            }
            let (root, yamlProblems) = YAMLReader.read(source)
            #expect(yamlProblems.isEmpty || problems.isEmpty)
            let tree = try #require(root, "\(yamlProblems)")
            if file.name == "glossary.yaml" {
                let loaded = Glossary.load(tree)
                glossary = loaded.glossary
                problems += loaded.problems
            } else if file.name == "messages.yaml" {
                let loaded = MessageDescriptions.load(tree)
                descriptions = loaded.descriptions
                problems += loaded.problems
            } else if file.name.hasPrefix("state/") {
                let loaded = LocaleState.load(tree)
                let name = file.name.dropFirst(6).prefix { $0 != "." }
                states.add(loaded.state, of: LanguageTag(String(name)), file: file.name)
                problems += loaded.problems
            } else {
                let language = LanguageTag(String(file.name.prefix { $0 != "." }))
                let loaded = Catalog.load(tree, language: language, source: source)
                catalogs.append(loaded.catalog)
                problems += loaded.problems
            }
        }
        let words = Catalogs(catalogs, source: LanguageTag("en")).withholdingNew(states)
        return problems + StateCheck.findings(words, states, documents: documents)
            + LocaleChecks.check(
                catalogs: words,
                demanded: demanded,
                isAllDemanded: isAllDemanded,
                descriptions: descriptions,
                glossary: glossary
            )
    }

    /// A document, which is named `documents/<name>/<version>/<language>.md`.
    private static func document(
        _ source: SourceText
    ) throws -> (name: String, document: LegalDocument) {
        let parts = source.path.split(separator: "/").map(String.init)
        let document = LegalDocument.parse(
            source.bytes,
            version: try #require(Int(parts[2])),
            language: LanguageTag(String(parts[3].dropLast(3)))
        )
        return (parts[1], try #require(document))
    }
}
