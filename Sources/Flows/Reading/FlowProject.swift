public import Documents

/// A file as it was read: its text, the tree it holds, and what is wrong with it so far.
public struct ProjectFile: Sendable {
    /// The text.
    public let source: SourceText
    /// The tree; `nil` where the text holds none.
    public let root: DocumentNode?
    /// What is wrong with the text.
    public let problems: [Diagnostic]

    /// Makes a file.
    public init(source: SourceText, root: DocumentNode?, problems: [Diagnostic] = []) {
        self.source = source
        self.root = root
        self.problems = problems
    }

    /// Whether the tree is all that the text says.
    var isSound: Bool { root != nil && !problems.contains { $0.severity == .error } }
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
        var project = ProjectReading(shared: [fields, effects].compactMap(\.self))
        if let root = fields?.root {
            project.findings.readFields(root, into: &project.declarations)
        }
        if let root = effects?.root {
            project.findings.readEffects(root, into: &project.declarations)
        }
        for file in flows {
            project.read(file, hash: hash([file.source] + project.shared.map(\.source)))
        }
        project.checkMayUse()
        let files = (flows + project.shared).map(\.source.path)
        let problems = (flows + project.shared).flatMap(\.problems)
        // What YAML could not make sense of is wrong in one way, not in two.
        let broken = Set(problems.map(\.range))
        let all = problems + project.diagnostics.filter { !broken.contains($0.range) }
        return (
            FlowProject(flows: project.flows, signals: project.declarations.signals),
            Findings.sorted(all, files: files)
        )
    }
}

/// A project while its files are read.
private struct ProjectReading {
    /// The fields and the effects file.
    let shared: [ProjectFile]
    var declarations = Declarations()
    /// What is wrong with the shared files.
    var findings = Findings()
    private(set) var flows: [FlowDefinition] = []
    private var ofFlows: [Diagnostic] = []
    private var places: [FlowName: SourceRange] = [:]
    /// The names of the fields of all flows that call an effect, by the effect.
    private var fieldsOfCallers: [EffectName: Set<String>] = [:]

    init(shared: [ProjectFile]) { self.shared = shared }

    var diagnostics: [Diagnostic] { findings.diagnostics + ofFlows }

    mutating func read(_ file: ProjectFile, hash: String) {
        guard let root = file.root else { return }
        var reader = FlowReader(
            root: root,
            source: file.source,
            shared: shared.map(\.source),
            declarations: declarations,
            hash: hash
        )
        let definition = reader.read()
        if let definition {
            name(definition, &reader.findings)
            for effect in definition.effects {
                fieldsOfCallers[effect.name, default: []].formUnion(
                    definition.fields.map(\.name.text)
                )
            }
        }
        let isSound = file.isSound && shared.allSatisfy(\.isSound)
        if let definition, isSound, findings.isWhole, reader.findings.isWhole {
            FlowChecks.run(
                on: definition,
                places: reader.places,
                findings: &reader.findings
            )
        }
        ofFlows += reader.findings.diagnostics
        let hasErrors = reader.findings.diagnostics.contains { $0.severity == .error }
        if let definition, isSound, findings.isWhole, !hasErrors { flows.append(definition) }
    }

    /// What an effect may use need not be there; but a name that is nearly one was misspelt.
    mutating func checkMayUse() {
        let isWhole = findings.isWhole
        for (name, fields) in fieldsOfCallers {
            let known = fields.union(declarations.fields.keys)
            for word in declarations.effects[name.text]?.mayUse ?? []
            where isWhole && !known.contains(word.text) {
                guard let meant = Spelling.nearest(to: word.text, among: known.sorted()) else {
                    continue
                }
                findings.report(
                    "E13",
                    at: word.range,
                    "there is no field `\(word.text)`",
                    help: "did you mean `\(meant)`?"
                )
            }
        }
        if !findings.isWhole { flows = [] }
    }

    /// Notes a flow's name; a name stands once in a project.
    private mutating func name(_ flow: FlowDefinition, _ findings: inout Findings) {
        guard let first = places[flow.name] else {
            places[flow.name] = flow.range
            return
        }
        findings.report(
            "E01",
            at: flow.range,
            "the flow `\(flow.name)` stands twice",
            help: "rename one of the two",
            related: [.init(range: first, label: "first here")]
        )
    }
}
