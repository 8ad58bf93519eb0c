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
            } else if line.hasPrefix("# "), line.hasSuffix(".yaml") {
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
        var glossary = Glossary()
        for file in files {
            let source = SourceText(path: file.name, text: file.text)
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
            } else {
                let language = LanguageTag(String(file.name.prefix { $0 != "." }))
                let loaded = Catalog.load(tree, language: language, source: source)
                catalogs.append(loaded.catalog)
                problems += loaded.problems
            }
        }
        return problems
            + LocaleChecks.check(
                catalogs: Catalogs(catalogs, source: LanguageTag("en")),
                demanded: demanded,
                isAllDemanded: isAllDemanded,
                descriptions: descriptions,
                glossary: glossary
            )
    }
}
