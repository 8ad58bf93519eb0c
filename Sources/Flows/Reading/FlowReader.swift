import Documents
import Expressions

/// Reads one flow file.
///
/// First come the names: fields get their slots, steps their indices. Then everything that refers to them.
struct FlowReader {
    /// A field of the flow, with its place among the slots.
    struct Slot {
        let draft: FieldDraft
        let origin: FieldDefinition.Origin
        /// Where the flow, or the effect that gives it, names the field.
        let place: SourceRange
    }

    let root: DocumentNode
    let source: SourceText
    let declarations: Declarations
    let hash: String
    var findings = Findings()
    /// The texts that nodes may stand in, by path.
    let sources: [String: SourceText]

    /// Inputs, the flow's fields in order, then what its effects give.
    var slots: [Slot] = []
    var slotByName: [String: Int] = [:]
    /// Every step's index by its name.
    var stepByName: [String: Int] = [:]
    /// Where every step's name stands.
    private(set) var stepPlaces: [String: SourceRange] = [:]
    /// The names of the effects the flow calls, each once, in file order.
    var calledEffects: [String] = []
    var constants: [Constant] = []
    /// Where findings of the whole flow point at.
    var places = FlowPlaces()
    /// The fields that were named and that the flow does not have.
    var unknownFields: Set<String> = []
    /// The fields that called effects need and that the flow does not have.
    var missingNeeds: [(need: Word, effect: Word)] = []
    /// The steps of which an outcome or a link is not handled, by their indices.
    var unhandled: Set<Int> = []

    init(
        root: DocumentNode,
        source: SourceText,
        shared: [SourceText],
        declarations: Declarations,
        hash: String
    ) {
        self.root = root
        self.source = source
        self.declarations = declarations
        self.hash = hash
        sources = Dictionary(
            ([source] + shared).map { ($0.path, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Reads the flow; `nil` where it has no name or no steps.
    mutating func read() -> FlowDefinition? {
        guard let keys = findings.keys(of: root, .flow),
            let nameNode = keys["flow"], let name = findings.word(nameNode, "the flow's name"),
            findings.isFlowName(name), let stepsNode = keys["steps"],
            let stepNodes = findings.items(of: stepsNode, "`steps`")
        else { return nil }
        let version = keys["version"].flatMap {
            findings.integer($0, "`version`", in: 1...1_000_000)
        }
        let locale = keys["locale"].flatMap { findings.languageTag($0) }

        nameSteps(stepNodes)
        findCalls(stepNodes)
        readInputs(keys["input"])
        readFields(keys["fields"])
        addGivenValues()
        readConstants(keys["constants"])
        guard !stepNodes.isEmpty else {
            findings.report("E38", at: stepsNode.range, "the flow has no steps")
            return nil
        }

        let fields = slots.indices.map { definition(of: $0) }
        let steps = readSteps(stepNodes)
        var flow = FlowDefinition(
            name: FlowName(name.text),
            version: version ?? 1,
            hash: hash,
            locale: locale?.text ?? "en",
            expiry: keys["expires"].flatMap { readExpiry($0) },
            fields: fields,
            constants: constants.compactMap(\.definition),
            steps: steps,
            effects: calledEffects.compactMap { effectDefinition($0) },
            promises: readPromises(keys["promises"], steps: steps),
            range: name.range
        )
        for constant in constants {
            if case .duration(let length) = constant.value {
                flow.durations[FieldName(constant.name.text)] = length
            }
        }
        return flow
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
            stepPlaces[name] = nameNode.range
            stepByName[name] = index
        }
    }

    private mutating func findCalls(_ nodes: [DocumentNode]) {
        for node in nodes {
            guard let name = KeyTable.step.value(of: "call", in: node)?.text,
                let effect = effect(meantBy: name),
                !calledEffects.contains(effect)
            else { continue }
            calledEffects.append(effect)
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
