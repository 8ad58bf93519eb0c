public import Documents
public import Flows
public import Localization

/// Reads scenario files.
///
/// Overview: a located tree goes in; scenarios whose every name is known to the flow come out, with everything that is
/// wrong with the file.
/// What is not here: YAML, and the walk itself.
public struct ScenarioReader {
    /// The scenarios of the file, in file order; none of them is to be played if there are findings.
    public private(set) var scenarios: [Scenario] = []
    /// What is wrong with the file.
    public var problems: [Diagnostic] { findings.diagnostics }

    var findings = Findings()
    let languages: [LanguageTag]
    /// The messages of the source language.
    let messages: Catalog?
    let group: String
    var vocabulary: FlowVocabulary

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - root: The file as a tree.
    ///   - flows: The flows that there are.
    ///   - catalogs: The words, with the languages that there are.
    public init(_ root: DocumentNode, flows: [FlowDefinition], catalogs: Catalogs) {
        languages = catalogs.languages
        messages = catalogs[catalogs.source]
        group = Self.group(of: root.range.file)
        let named = root["flow"]?.text.flatMap { name in flows.first { $0.name.text == name } }
        guard let flow = named ?? flows.first else {
            vocabulary = FlowVocabulary(flow: Self.noFlow(root.range))
            findings.report("E39", at: root.range, "there is no flow that could be walked")
            return
        }
        vocabulary = FlowVocabulary(flow: flow)
        guard let keys = findings.keys(of: root, .scenarioFile) else { return }
        guard named != nil else {
            if let node = keys["flow"] {
                _ = findings.choice(node, "a flow of the project", of: flows.map(\.name.text))
            }
            return
        }
        read(keys)
    }

    /// The name of a file without folder and ending.
    public static func group(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    }

    private static func noFlow(_ range: SourceRange) -> FlowDefinition {
        FlowDefinition(
            name: "none",
            version: 0,
            hash: "",
            locale: "",
            expiry: nil,
            fields: [],
            constants: [],
            steps: [],
            effects: [],
            promises: [],
            range: range
        )
    }

    private mutating func read(_ keys: Keys) {
        var given = Given()
        if let node = keys["given"] { read(given: node, into: &given) }
        let start = keys["start"].map { entries(of: $0, "`start`") } ?? []
        guard let all = keys["scenarios"],
            let entries = findings.entries(of: all, "`scenarios`")
        else { return }
        if entries.isEmpty {
            findings.report("E38", at: keys.range(of: "scenarios"), "there is no scenario here")
        }
        for entry in entries { read(entry, given: given, start: start) }
    }

    private mutating func read(
        _ entry: DocumentNode.Entry,
        given: Given,
        start: [ScenarioEntry]
    ) {
        var given = given
        var opening = given.start == nil ? start : []
        let steps: [ScenarioEntry]
        if entry.value.items != nil {
            steps = entries(of: entry.value, "a scenario")
        } else {
            guard let keys = findings.keys(of: entry.value, .scenario) else { return }
            if let node = keys["given"] {
                read(given: node, into: &given)
                // Its own beginning takes the place of the opening that the file shares.
                if node["at"] != nil { opening = [] }
            }
            if let node = keys["start"] {
                // An empty one is no slip: this scenario shares no beginning with the others.
                opening = node.items?.isEmpty == true ? [] : entries(of: node, "`start`")
                if keys["given"]?["at"] == nil { given.start = nil }
            }
            steps = keys["steps"].map { entries(of: $0, "`steps`") } ?? []
        }
        scenarios.append(
            Scenario(
                name: entry.key,
                group: group,
                range: entry.keyRange,
                flow: vocabulary.flow.name,
                given: given,
                entries: opening + steps
            )
        )
    }

    private mutating func entries(of node: DocumentNode, _ what: String) -> [ScenarioEntry] {
        guard let items = findings.items(of: node, what) else { return [] }
        if items.isEmpty { findings.report("E38", at: node.range, "\(what) has no entry") }
        return items.compactMap { entry($0) }
    }

    private mutating func entry(_ node: DocumentNode) -> ScenarioEntry? {
        guard let keys = findings.keys(of: node, .entry) else { return nil }
        var entry = ScenarioEntry(range: node.range)
        if let after = keys["after"], let word = findings.word(after, "`after`") {
            entry.after = findings.duration(word) ?? 0
        }
        if let when = keys["when"] { entry.action = action(when) }
        if let then = keys["then"] { entry.expectations = expectations(then) }
        if node.entries?.isEmpty != false {
            findings.report("E38", at: node.range, "an entry needs `after`, `when` or `then`")
        }
        return entry
    }
}
