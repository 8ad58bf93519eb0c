import Documents

/// A project while its files are read.
struct ProjectReading {
    /// A flow that was read, with what was found in it.
    struct Reading {
        let definition: FlowDefinition
        let sources: [SourceText]
        let findings: [Diagnostic]
        /// Whether it could be read and checked as it was meant.
        let isWhole: Bool
    }

    /// The fields and the effects file.
    let shared: [ProjectFile]
    /// The flow files, by the name of the flow; one that can't be read is known by its own.
    private let files: [String: ProjectFile]
    private let old: EarlierVersions
    /// The names of flows that were not read.
    private let others: OtherFlows
    var declarations = Declarations()
    /// What is wrong with the shared files.
    var findings = Findings()
    private var readings: [Reading] = []
    /// What is wrong with files in which no flow could be found.
    private var ofNoFlow: [Diagnostic] = []
    private var places: [FlowName: SourceRange] = [:]
    /// The flows that call an effect, with the names of their fields, by the effect.
    private var callers: [String: [String: Set<String>]] = [:]

    init(
        flows: [ProjectFile],
        shared: [ProjectFile],
        old: EarlierVersions,
        others: OtherFlows
    ) {
        self.old = old
        self.others = others
        self.shared = shared
        files = Dictionary(
            flows.map { ($0.flowName, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Everything that was found.
    var diagnostics: [Diagnostic] {
        findings.diagnostics + ofNoFlow
            + readings.flatMap { reading in reading.findings.compactMap { placed($0, in: reading) }
            }
    }

    /// The flows without an error, and without an error in what they run.
    var soundFlows: [Reading] {
        var sound = readings.filter { reading in
            findings.isWhole && reading.isWhole
                && !reading.findings.contains {
                    $0.severity == .error && placed($0, in: reading) != nil
                }
        }
        while true {
            let names = Set(sound.map(\.definition.name))
            let rest = sound.filter { $0.definition.runs.allSatisfy { names.contains($0.flow) } }
            if rest.count == sound.count { return sound }
            sound = rest
        }
    }

    mutating func read(_ file: ProjectFile, hash: ([SourceText]) -> String) {
        guard let root = file.root else { return }
        var reader = FlowReader(
            root: root,
            source: file.source,
            shared: shared.map(\.source),
            declarations: declarations,
            files: files,
            others: others
        )
        guard var definition = reader.read() else {
            ofNoFlow += reader.findings.diagnostics
            return
        }
        let sources = [file.source] + shared.map(\.source) + reader.subflowSources
        definition.hash = hash(sources)
        name(definition, &reader.findings)
        for effect in definition.effects {
            let (flow, name) = definition.origin(of: effect.name.text)
            let fields = definition.fields.map { definition.origin(of: $0.name.text) }
            callers[name, default: [:]][flow.text, default: []]
                .formUnion(fields.filter { $0.flow == flow }.map(\.name))
        }
        let isSound = file.isSound && shared.allSatisfy(\.isSound) && findings.isWhole
        let isWhole = isSound && reader.findings.isWhole
        if isWhole {
            FlowChecks.run(
                on: &definition,
                places: reader.places,
                findings: &reader.findings
            )
            switch old {
            case .ignored: definition.migrations = []
            case .unchecked: break
            case .files(let files):
                let (reading, name) = (self, definition.name)
                let check = MigrationCheck(definition: definition) { version in
                    reading.earlier(version, of: name, in: files)
                }
                for finding in check.run() { reader.findings.add(finding) }
            }
        }
        readings.append(
            Reading(
                definition: definition,
                sources: sources,
                findings: reader.findings.diagnostics,
                isWhole: isWhole
            )
        )
    }

    /// What an effect may use need not be there; but somebody who calls it must be able to have it.
    ///
    /// Among the texts that a session keeps are not those of all callers, so only what is misspelt is said of them.
    mutating func checkMayUse() {
        guard findings.isWhole else { return }
        for (name, callers) in callers.sorted(by: { $0.key < $1.key }) {
            let fields = callers.values.reduce(into: Set<String>()) { $0.formUnion($1) }
            let known = fields.union(declarations.fields.keys)
            for word in declarations.effects[name]?.mayUse ?? [] where !known.contains(word.text) {
                if let meant = Spelling.nearest(to: word.text, among: known.sorted()) {
                    findings.report(
                        "E13",
                        at: word.range,
                        "there is no field `\(word.text)`",
                        help: "did you mean `\(meant)`?"
                    )
                    continue
                }
                if case .ignored = old { continue }
                let flows = callers.keys.sorted().map { "`\($0)`" }.formatted
                findings.report(
                    "E13",
                    at: word.range,
                    "`\(name)` can never use `\(word.text)`: \(flows), which "
                        + (callers.count == 1
                            ? "calls it, has no such field" : "call it, have no such field"),
                    notes: word.text.contains(".") ? [InnerName.note] : [],
                    help:
                        "take it out; what a flow that is run asks, it gives to the host by an effect of its own"
                )
            }
        }
    }

    /// An earlier version of a flow, read beside the fields, effects and flows of today.
    private func earlier(
        _ version: Int,
        of name: FlowName,
        in old: [ProjectFile]
    ) -> (definition: FlowDefinition?, problem: String)? {
        guard
            let file = old.first(where: {
                $0.root?["flow"]?.text == name.text && $0.root?["version"]?.text == "\(version)"
            }), let root = file.root
        else { return nil }
        var reader = FlowReader(
            root: root,
            source: file.source,
            shared: shared.map(\.source),
            declarations: declarations,
            files: files,
            others: others
        )
        let definition = reader.read()
        let problem = (file.problems + reader.findings.diagnostics)
            .first { $0.severity == .error }
            .map { "\($0.range.file):\($0.range.start.line): \($0.message)" }
        return (problem == nil && reader.findings.isWhole ? definition : nil, problem ?? "")
    }

    /// A finding of a check where its reader can mend it.
    ///
    /// What stands in the file of a flow that is run was said of that flow already, or it follows from how
    /// this one runs it: then it is said there.
    private func placed(_ finding: Diagnostic, in reading: Reading) -> Diagnostic? {
        let runs = reading.definition.runs
        guard !runs.isEmpty, finding.range.file != reading.definition.range.file else {
            return finding
        }
        let isKnown = readings.contains { other in
            runs.contains { $0.flow == other.definition.name }
                && other.findings.contains {
                    $0.code == finding.code && $0.range.start == finding.range.start
                        && $0.range.file == finding.range.file
                }
        }
        // Where a run can't be reached, none of its steps can.
        if isKnown || finding.code == "E06" { return nil }
        guard
            let run = runs.first(where: { run in
                readings.contains {
                    $0.definition.name == run.flow
                        && $0.definition.range.file == finding.range.file
                }
            })
        else { return finding }
        let place = Diagnostic.Related(range: finding.range, label: "in the flow `\(run.flow)`")
        return Diagnostic(
            finding.code,
            at: outermost(run, of: reading.definition).range,
            finding.message,
            notes: finding.notes,
            help: finding.help,
            related: [place] + finding.related
        )
    }

    /// The run in the flow's own file that leads to a run.
    private func outermost(_ run: SubflowRun, of definition: FlowDefinition) -> SubflowRun {
        definition.runs.first { run.prefix.hasPrefix($0.prefix) } ?? run
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

extension ProjectFile {
    /// The name of its flow, or the one that it should have by the name of the file.
    fileprivate var flowName: String {
        if let name = root?["flow"]?.text { return name }
        let file = source.path.split(separator: "/").last ?? ""
        return String(file.prefix { $0 != "." })
    }
}

extension FlowReader {
    /// The texts of the flows that are run, each once.
    var subflowSources: [SourceText] {
        var seen: Set<String> = []
        return parts.dropFirst().map(\.source).filter { seen.insert($0.path).inserted }
    }
}
