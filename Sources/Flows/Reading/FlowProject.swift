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

    /// The names of the flows that its flow runs, and of the one that signs in where it needs an account.
    public var flowsRun: [String] {
        let signIn = root?["account"] == nil ? [] : [FlowReader.signIn.flow]
        return signIn + (root?["steps"]?.items ?? []).compactMap { $0["run"]?.text }
    }

    /// The names of the flows that its letters and its ends name.
    public var flowsNamed: [String] {
        (root?["steps"]?.items ?? []).flatMap { step in
            let sends = step["send"].map { $0.items ?? [$0] } ?? []
            return sends.compactMap { $0["start"]?.text }
                + (step["offer"].map { $0.items ?? [$0] } ?? []).compactMap(\.text)
        }
    }

    /// Whether the tree is all that the text says.
    var isSound: Bool { root != nil && !problems.contains { $0.severity == .error } }
}

/// The texts of earlier versions of flows.
public enum EarlierVersions: Sendable {
    /// Nobody is moved from them: `migrate` is read and left out, such as for the texts that a session keeps.
    case ignored
    /// Migrations are kept without being checked.
    case unchecked
    /// Migrations are checked against these files, one version of one flow each.
    case files([ProjectFile])
}

/// The flows that a flow may name although they were not read.
public enum OtherFlows: Sendable {
    /// None: all flows were read.
    case none
    /// Those of these names.
    case these(Set<FlowName>)
    /// Nobody knows which there are, such as beside the texts that a session keeps.
    case unknown

    func has(_ name: String) -> Bool {
        switch self {
        case .none: false
        case .these(let names): names.contains(FlowName(name))
        case .unknown: true
        }
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
    /// Whether every file gave its flow: none was left out.
    public let isWhole: Bool
    /// The events that only the host may send, in file order.
    public let signals: [EventName]

    /// The flow of a name; `nil` where there is none without an error.
    public func flow(_ name: FlowName) -> FlowDefinition? { flows.first { $0.name == name } }

    /// The texts that each flow was read from, as its hash covers them: its own first, then the fields
    /// file, the effects file, and the files of the flows that it runs.
    public let sources: [FlowName: [SourceText]]

    /// Reads and checks a project.
    ///
    /// - Parameters:
    ///   - flows: The flow files, one flow each.
    ///   - fields: The file that declares the account's fields and named option lists.
    ///   - effects: The file that declares what the host provides.
    ///   - old: The texts of earlier versions, against which migrations are checked.
    ///   - others: The flows that are there and need not be read for these. Where these are all, an effect may use only
    ///     what one of them has.
    ///   - hash: Gives the hash of some texts, in hexadecimal. A flow's hash is made of all texts that decide
    ///     how it runs, in the order of ``sources``.
    /// - Returns: The project without the flows that have an error; and all findings by file and place.
    ///   An error in a shared file leaves no flow.
    public static func read(
        flows: [ProjectFile],
        fields: ProjectFile? = nil,
        effects: ProjectFile? = nil,
        old: EarlierVersions = .ignored,
        others: OtherFlows = .none,
        hash: ([SourceText]) -> String
    ) -> (project: FlowProject, problems: [Diagnostic]) {
        var project = ProjectReading(
            flows: flows,
            shared: [fields, effects].compactMap(\.self),
            old: old,
            others: others
        )
        if let root = fields?.root {
            project.findings.readFields(root, into: &project.declarations)
        }
        if let root = effects?.root {
            project.findings.readEffects(root, into: &project.declarations)
        }
        // Where nothing of a shared file could be read, every name of it would be said to be unknown.
        let isBlind =
            fields != nil && project.declarations.fields.isEmpty
            || effects != nil && project.declarations.effects.isEmpty
        let isSound =
            project.shared.allSatisfy { $0.isSound && $0.root != nil } && project.findings.isWhole
        if !isBlind || isSound {
            for file in flows { project.read(file, hash: hash) }
        }
        if case .these = others {} else { project.checkMayUse() }
        let files = (flows + project.shared).map(\.source.path)
        let problems = (flows + project.shared).flatMap(\.problems)
        // What YAML could not make sense of is wrong in one way, not in two.
        let broken = Set(problems.map(\.range))
        let all = problems + project.diagnostics.filter { !broken.contains($0.range) }
        let sound = project.soundFlows
        return (
            FlowProject(
                flows: sound.map(\.definition),
                isWhole: sound.count == flows.count,
                signals: project.declarations.signals,
                sources: Dictionary(
                    sound.map { ($0.definition.name, $0.sources) },
                    uniquingKeysWith: { first, _ in first }
                )
            ),
            Findings.sorted(all, files: files)
        )
    }
}
