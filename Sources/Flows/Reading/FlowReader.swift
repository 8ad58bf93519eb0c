import Documents
import Expressions

/// Reads one flow file, and the files of the flows that it runs.
///
/// First come the names: fields get their slots, steps their indices. Then everything that refers to them.
/// A flow that is run is a part of its caller: its steps and slots come behind those of the callers.
struct FlowReader {
    /// A field of the flow, with its place among the slots.
    struct Slot {
        let draft: FieldDraft
        let origin: FieldDefinition.Origin
        /// Where the flow, or the effect that gives it, names the field.
        let place: SourceRange
        /// The part it belongs to.
        let part: Int
    }

    let declarations: Declarations
    /// The files of flows by the flow's name.
    let files: [String: ProjectFile]
    /// The names of flows that are there without having been read.
    let others: OtherFlows
    /// The flow itself, then the flows that are run, callers before what they run.
    var parts: [FlowPart]
    /// The part that is being read: names are looked up there.
    var current = 0
    var findings = Findings()
    /// The texts that nodes may stand in, by path.
    private(set) var sources: [String: SourceText]

    /// Inputs, the flow's fields in order, then what its effects give; part by part.
    var slots: [Slot] = []
    /// Where the outcomes of a sub-flow lead, by the index of the step that runs it.
    var outcomeRoutes: [Int: [String: Route]] = [:]
    /// What a step hands over to the flow it runs, by the index of the step.
    var inputs: [Int: [SubflowRun.Input]] = [:]
    /// Where findings of the whole flow point at.
    var places = FlowPlaces()
    /// The fields that were named and that the flow does not have.
    var unknownFields: Set<String> = []
    /// The fields that called effects need and that the flow does not have.
    var missingNeeds: [(need: Word, effect: Word)] = []
    /// Whether the flow begins by signing in.
    var signsIn = false
    /// The slots of the account that somebody signs in to.
    var accountSlots: [Int] = []
    /// What conditions may name, by part, with the number of slots that there were.
    var scopes: [Int: (slots: Int, scope: ExpressionScope)] = [:]
    /// The steps of which an outcome or a link is not handled, by their indices.
    var unhandled: Set<Int> = []

    init(
        root: DocumentNode,
        source: SourceText,
        shared: [SourceText],
        declarations: Declarations,
        files: [String: ProjectFile],
        others: OtherFlows
    ) {
        self.declarations = declarations
        self.files = files
        self.others = others
        parts = [FlowPart(root: root, source: source, flow: root["flow"]?.text ?? "")]
        sources = Dictionary(
            ([source] + shared).map { ($0.path, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The part that is being read.
    var part: FlowPart { parts[current] }
    /// The text of the part that is being read.
    var source: SourceText { part.source }

    /// Every slot of the part by the name it has there.
    var slotByName: [String: Int] {
        get { parts[current].slotByName }
        set { parts[current].slotByName = newValue }
    }

    /// Every step's index by its name in the part.
    var stepByName: [String: Int] { part.stepByName }
    /// Where every step's name stands.
    var stepPlaces: [String: SourceRange] { part.stepPlaces }
    /// The names of the effects the part calls, each once, in file order.
    var calledEffects: [String] { part.calledEffects }

    var constants: [Constant] {
        get { parts[current].constants }
        set { parts[current].constants = newValue }
    }

    /// Reads the flow; `nil` where it has no name or no steps.
    ///
    /// Its hash is still empty.
    mutating func read() -> FlowDefinition? {
        guard let keys = findings.keys(of: part.root, .flow),
            let nameNode = keys["flow"], let name = findings.word(nameNode, "the flow's name"),
            findings.isFlowName(name), let stepsNode = keys["steps"],
            let stepNodes = findings.items(of: stepsNode, "`steps`")
        else { return nil }
        let version = keys["version"].flatMap {
            findings.integer($0, "`version`", in: 1...1_000_000)
        }
        let locale = keys["locale"].flatMap { findings.languageTag($0) }

        readNames(keys, signingIn(keys["account"], before: stepNodes))
        guard !stepNodes.isEmpty else {
            findings.report("E38", at: stepsNode.range, "the flow has no steps")
            return nil
        }
        findSubflows()

        var fields = slots.indices.map { slot in
            reading(part: slots[slot].part) { $0.definition(of: slot) }
        }
        // Either of the two may be given last; but what is compared is not chosen.
        let rivals = fields.map(\.unlike)
        for (slot, others) in rivals.enumerated() {
            for other in others
            where !fields[other].unlike.contains(slot) && fields[other].check == nil {
                fields[other].unlike.append(slot)
            }
        }
        let steps = parts.indices.flatMap { part in reading(part: part) { $0.readSteps() } }
        var definition = FlowDefinition(
            name: FlowName(name.text),
            version: version ?? 1,
            hash: "",
            locale: locale?.text ?? "en",
            expiry: keys["expires"].flatMap { readExpiry($0) },
            fields: fields,
            constants: parts.flatMap { part in
                part.constants.compactMap { $0.definition(in: part) }
            },
            steps: steps,
            effects: parts.indices.flatMap { part in
                reading(part: part) { reader in
                    reader.calledEffects.compactMap { reader.effectDefinition($0) }
                }
            },
            promises: readPromises(keys["promises"], steps: steps),
            range: name.range
        )
        for part in parts {
            for constant in part.constants {
                if case .duration(let length) = constant.value {
                    definition.durations[FieldName(part.prefix + constant.name.text)] = length
                }
            }
        }
        let owners = ["account.email"] + (opensByPhone ? ["mobile"] : []) + ["email"]
        definition.ownerSlots = owners.compactMap { slotByName[$0] }
        checkPhones(of: definition, at: name.range)
        definition.reachesAccount =
            slotByName[FieldName.accountID.text] != nil
            || definition.fields.contains { $0.check != nil }
            || definition.effects.contains { $0.endsSessions || !$0.writes.isEmpty }
        definition.opening = readOpening(keys, steps: steps)
        definition.migrations = readMigrations(keys["migrate"], version: definition.version)
        definition.runs = runs(effects: definition.effects)
        // What is personal stays so where it is handed over; what is run comes behind what runs it.
        for input in definition.runs.flatMap(\.inputs) {
            guard let source = input.source, definition.fields[source].isPersonal else { continue }
            definition.fields[input.slot].isPersonal = true
        }
        definition.settleConditions()
        return definition
    }

    /// Gives names to what a part has: steps, fields and constants.
    mutating func readNames(_ keys: Keys, _ nodes: [DocumentNode]) {
        parts[current].nodes = nodes
        parts[current].firstSlot = slots.count
        nameSteps(nodes)
        findCalls(nodes)
        readInputs(keys["input"])
        readFields(keys["fields"])
        addGivenValues()
        addAccount()
        readConstants(keys["constants"])
        parts[current].slotCount = slots.count - part.firstSlot
        sources[source.path] = source
    }

    /// Reads something of a part.
    ///
    /// What is wrong with another flow is said where that flow is read for itself; here it leaves a gap.
    mutating func reading<Result>(
        part: Int,
        _ read: (inout FlowReader) -> Result
    ) -> Result {
        let before = (part: current, findings: findings)
        current = part
        defer { current = before.part }
        guard part > 0 else { return read(&self) }
        findings = Findings()
        let result = read(&self)
        let hasErrors = findings.diagnostics.contains { $0.severity == .error }
        findings = before.findings
        if hasErrors { findings.leaveGap() }
        return result
    }

    /// Gives every step its index.
    private mutating func nameSteps(_ nodes: [DocumentNode]) {
        for (index, node) in nodes.enumerated() {
            guard let nameNode = KeyTable.step.value(of: "step", in: node),
                let name = nameNode.text
            else { continue }
            if let first = stepPlaces[name] {
                findings.report(
                    "E01",
                    at: nameNode.range,
                    "the step `\(name)` stands twice",
                    help: "rename or remove one of the two",
                    related: [.init(range: first, label: "first here")]
                )
                continue
            }
            parts[current].stepPlaces[name] = nameNode.range
            parts[current].stepByName[name] = part.firstStep + index
        }
    }

    private mutating func findCalls(_ nodes: [DocumentNode]) {
        for node in nodes {
            guard let name = KeyTable.step.value(of: "call", in: node)?.text,
                let effect = effect(meantBy: name),
                !calledEffects.contains(effect)
            else { continue }
            parts[current].calledEffects.append(effect)
        }
    }

    /// The effect of a name, or the one that was probably meant: then its outcomes and what they give
    /// are known, and only the name is reported.
    func effect(meantBy name: String) -> String? {
        let effects = declarations.effects
        return effects[name] != nil
            ? name : Spelling.nearest(to: name, among: effects.keys.sorted())
    }

    private mutating func readExpiry(_ node: DocumentNode) -> Expiry? {
        guard let keys = findings.keys(of: node, .expires), let after = keys["after"],
            let word = findings.word(after, "`after`"), let goto = keys["goto"],
            let target = readStepTarget(goto)
        else { return nil }
        return findings.duration(word).map { Expiry(after: $0, target: target) }
    }

    /// The slot of a field that is named; reports an unknown name.
    mutating func slot(_ word: Word, related: [Diagnostic.Related] = []) -> Int? {
        if let slot = slotByName[word.text] { return slot }
        unknownFields.insert(word.text)
        if let inner = inner(word.text) {
            findings.report(
                "E13",
                at: word.range,
                inner.message,
                notes: [InnerName.note],
                help: inner.help,
                related: related
            )
            return nil
        }
        let isUnlisted = declarations.fields[word.text] != nil
        findings.report(
            "E13",
            at: word.range,
            "the flow has no field `\(word.text)`",
            help: isUnlisted
                ? "`\(word.text)` is an account field: list it under `fields:`" : nil,
            related: related,
            suggestion: isUnlisted
                ? nil
                : Suggestion(
                    for: word,
                    among: slotByName.keys.sorted(),
                    at: { slotByName[$0].map { slots[$0].place } }
                )
        )
        return nil
    }
}
