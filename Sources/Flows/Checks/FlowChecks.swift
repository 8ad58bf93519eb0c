import Documents

/// A flow whose names are all resolved, with what the checks look at.
struct CheckedFlow {
    let definition: FlowDefinition
    /// The ways that the flow names, and the one of an unused session.
    let graph: FlowGraph
    /// What is certainly set at each step.
    let assignment: DefiniteAssignment
    /// The steps that can be reached.
    let reachable: Set<Int>
    /// The conditions' texts with their places, by the place of the whole.
    let conditions: [SourceRange: ConditionText]

    init(_ definition: FlowDefinition, conditions: [SourceRange: ConditionText]) {
        self.definition = definition
        self.conditions = conditions
        graph = FlowGraph(definition).addingExpiry(of: definition)
        assignment = DefiniteAssignment(definition)
        reachable = graph.reachable(from: definition.beginnings)
    }

    /// The names of steps, in words of a note.
    func way(_ steps: [Int]) -> String {
        steps.map { "\(definition.steps[$0].name)" }.joined(separator: " → ")
    }
}

/// A condition's text, as it was read and as it stands in the file.
struct ConditionText {
    let text: String
    let places: ScalarPlaces
}

/// The checks of a whole flow.
enum FlowChecks {
    static func run(
        on definition: FlowDefinition,
        conditions: [SourceRange: ConditionText],
        findings: inout Findings
    ) {
        let flow = CheckedFlow(definition, conditions: conditions)
        let checks: [(CheckedFlow) -> [Diagnostic]] = [
            ReachabilityCheck.run, LoopCheck.run, AssignmentCheck.run, PromiseCheck.run,
            ReviewCheck.run, LimitCheck.run, WaitingCheck.run, UnusedFieldCheck.run,
            BranchCheck.run, TimerCheck.run,
        ]
        for check in checks {
            for finding in check(flow) { findings.add(finding) }
        }
    }
}
