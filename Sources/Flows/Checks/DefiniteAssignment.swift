/// Which fields are certainly set at each step, whichever way a person came.
///
/// A step's set is the intersection over all ways into it, so that it only ever shrinks while the ways
/// are followed; it ends because there are finitely many fields.
struct DefiniteAssignment {
    /// The slots that are certainly set on entering each step; none where it can't be reached.
    let onEntry: [Set<Int>]

    init(_ flow: FlowDefinition) {
        let graph = FlowGraph(flow).addingExpiry(of: flow)
        var known: [Set<Int>?] = flow.steps.map { _ in nil }
        var open: [Int] = []
        if !flow.steps.isEmpty {
            for beginning in flow.beginnings { known[beginning] = Self.fromTheStart(flow) }
            open = flow.beginnings
        }
        while let place = open.popLast() {
            guard let here = known[place] else { continue }
            for edge in graph.edges[place] {
                let there = here.subtracting(flow.erased(by: edge)).union(edge.sets)
                let joined = known[edge.to].map { $0.intersection(there) } ?? there
                if joined != known[edge.to] {
                    known[edge.to] = joined
                    open.append(edge.to)
                }
            }
        }
        onEntry = known.map { $0 ?? [] }
    }

    /// What is set before the first step: what must be given, and what has a default.
    private static func fromTheStart(_ flow: FlowDefinition) -> Set<Int> {
        Set(
            flow.fields.indices.filter { slot in
                let field = flow.fields[slot]
                return field.defaultValue != nil || field.origin == .input && !field.isOptional
            }
        )
    }
}

extension FlowDefinition {
    /// The slots that are not set any more behind a way: secrets that the effect has had, however it ended, and
    /// verdicts about somebody who may be another now.
    fileprivate func erased(by edge: FlowGraph.Edge) -> [Int] {
        let asked = steps[edge.from].asked
        if !asked.isEmpty {
            return fields.indices.filter { slot in
                fields[slot].check.map { asked.contains($0.whose) } ?? false
            }
        }
        guard case .event(let name) = edge.cause, case .call(let effect) = steps[edge.from].kind,
            steps[edge.from].event(name)?.source == .outcome,
            name.text != OutcomeDefinition.unavailable.text, let taken = self.effect(effect)
        else { return [] }
        return (taken.needs + taken.mayUse).filter { fields[$0].isRelayed }
    }
}
