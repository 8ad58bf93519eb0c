public import Documents

/// A file as it was read: its text, and the tree it holds.
public struct ProjectFile: Sendable {
    /// The text.
    public let source: SourceText
    /// The tree.
    public let root: DocumentNode

    /// Makes a file.
    public init(source: SourceText, root: DocumentNode) {
        self.source = source
        self.root = root
    }
}

/// Everything under `flows/`, read and checked.
///
/// Overview: trees go in, flows that can be run come out, with everything that is wrong with the files.
///
/// Responsibilities: the keys of the format and what they mean, names, types, conditions, and the checks
/// of `Checks`, which look at whole flows.
///
/// What is not here: YAML, words, running a flow.
public struct FlowProject: Sendable {
    /// The flows without an error, in the order of their files.
    public let flows: [FlowDefinition]
    /// The events that only the host may send, in file order.
    public let signals: [EventName]

    /// The flow of a name; `nil` where there is none without an error.
    public func flow(_ name: FlowName) -> FlowDefinition? { flows.first { $0.name == name } }

    /// Reads and checks a project.
    ///
    /// - Parameters:
    ///   - flows: The flow files, one flow each.
    ///   - fields: The file that declares the account's fields and named option lists.
    ///   - effects: The file that declares what the host provides.
    ///   - hash: Gives the hash of some texts, in hexadecimal. A flow's hash is made of its own text, the
    ///     fields file and the effects file, in this order: all that decides how it runs.
    /// - Returns: The project without the flows that have an error; and all findings by file and place.
    ///   An error in a shared file leaves no flow.
    public static func read(
        flows: [ProjectFile],
        fields: ProjectFile? = nil,
        effects: ProjectFile? = nil,
        hash: ([SourceText]) -> String
    ) -> (project: FlowProject, problems: [Diagnostic]) {
        var shared = Findings()
        var declarations = Declarations()
        if let fields { shared.readFields(fields.root, into: &declarations) }
        if let effects { shared.readEffects(effects.root, into: &declarations) }
        let sharedFiles = [fields, effects].compactMap(\.self)

        var all = shared.diagnostics
        var good: [FlowDefinition] = []
        var names: [FlowName: SourceRange] = [:]
        for file in flows {
            var reader = FlowReader(
                file: file,
                shared: sharedFiles.map(\.source),
                declarations: declarations,
                hash: hash([file.source] + sharedFiles.map(\.source))
            )
            let definition = reader.read()
            if let definition, let first = names[definition.name] {
                reader.findings.report(
                    "E01",
                    at: definition.range,
                    "the flow `\(definition.name)` stands twice",
                    related: [.init(range: first, label: "first here")]
                )
            } else if let definition {
                names[definition.name] = definition.range
            }
            if let definition, shared.isWhole, reader.findings.isWhole {
                FlowChecks.run(
                    on: definition,
                    conditions: reader.conditionTexts,
                    findings: &reader.findings
                )
            }
            all += reader.findings.diagnostics
            let hasErrors = reader.findings.diagnostics.contains { $0.severity == .error }
            if let definition, shared.isWhole, !hasErrors { good.append(definition) }
        }
        let files = (flows + sharedFiles).map(\.source.path)
        return (
            FlowProject(flows: good, signals: declarations.signals),
            Findings.sorted(all, files: files)
        )
    }
}
