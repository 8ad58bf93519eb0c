import Documents
import Expressions

/// A flow whose names are all resolved, with what the checks look at.
struct CheckedFlow {
    let definition: FlowDefinition
    /// The ways that the flow names, and the one of an unused session.
    let graph: FlowGraph
    /// The same with all ways back.
    let walks: WalkGraph
    /// What is certainly set at each step.
    let assignment: DefiniteAssignment
    /// The steps that can be reached.
    let reachable: Set<Int>
    /// Where in the file things stand that the definition does not locate.
    let places: FlowPlaces
    private let slots: [String: Int]

    init(_ definition: FlowDefinition, places: FlowPlaces) {
        self.definition = definition
        self.places = places
        graph = FlowGraph(definition).addingExpiry(of: definition)
        walks = WalkGraph(graph, of: definition)
        assignment = DefiniteAssignment(definition)
        reachable = graph.reachable(from: definition.beginnings)
        slots = Dictionary(
            definition.fields.enumerated().map { ($1.name.text, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The slot of a field's name.
    func slot(_ name: String) -> Int? { slots[name] }

    /// The slots that may be set while somebody is at a step.
    func maybeSet(at step: Int) -> Set<Int> {
        var set = Set(
            definition.fields.indices.filter {
                definition.fields[$0].origin == .input || definition.fields[$0].defaultValue != nil
            }
        )
        // Who comes back has also what was answered further on.
        let before = Set(walks.graph.reaching(walks.places(of: step)).map { walks.places[$0].step })
        for step in before { set.formUnion(slots(from: step)) }
        return set
    }

    /// The slots that a step can fill.
    func slots(from step: Int) -> [Int] {
        let step = definition.steps[step]
        return step.asked + step.events.flatMap { definition.given(by: $0, at: step) }
    }

    /// Some ways one after the other, in words of a note: `start → wait → start (Back)`.
    func way(_ edges: [FlowGraph.Edge]) -> String {
        guard let first = edges.first else { return "" }
        let names = edges.map { edge in
            let cause = edge.cause.words.map { " (\($0))" } ?? ""
            return definition.steps[edge.to].name.text + cause
        }
        return ([definition.steps[first.from].name.text] + names).joined(separator: " → ")
    }
}

/// Where in the file things stand that the definition does not locate.
struct FlowPlaces {
    /// The conditions' texts, by the place of the whole.
    var conditions: [SourceRange: ConditionText] = [:]
    /// Where a form names the fields it asks: by the place of its name, then by slot.
    var asked: [SourceRange: [Int: SourceRange]] = [:]
    /// Where a step names the effect it calls, by the place of the step's name.
    var called: [SourceRange: SourceRange] = [:]
    /// Where a send names its link's event, by the place of the send's name.
    var links: [SourceRange: SourceRange] = [:]
    /// Where a limit names fields that it counts by: by the place of the send's name, then by slot.
    var scopes: [SourceRange: [Int: SourceRange]] = [:]
}

/// A condition's text, as it was read and as it stands in the file.
struct ConditionText {
    let text: String
    let places: ScalarPlaces
    /// What it asks.
    let outline: ConditionOutline?
}

/// The checks of a whole flow.
enum FlowChecks {
    /// Checks a flow, and notes in it which conditions could not be decided.
    static func run(
        on definition: inout FlowDefinition,
        places: FlowPlaces,
        findings: inout Findings
    ) {
        let flow = CheckedFlow(definition, places: places)
        let assignment = AssignmentCheck(flow)
        for finding in assignment.findings { findings.add(finding) }
        let checks: [(CheckedFlow) -> [Diagnostic]] = [
            ReachabilityCheck.run, LoopCheck.run, PromiseCheck.run, ReviewCheck.run,
            LimitCheck.run, WaitingCheck.run, TimerCheck.run,
        ]
        for check in checks {
            for finding in check(flow) { findings.add(finding) }
        }
        let conditions = BranchCheck.run(flow)
        for finding in conditions.findings { findings.add(finding) }
        definition.undecided = conditions.undecided
        // What is read and asked nowhere was reported where it is read.
        for finding in UnusedFieldCheck.run(flow, besides: assignment.unasked) {
            findings.add(finding)
        }
    }
}
