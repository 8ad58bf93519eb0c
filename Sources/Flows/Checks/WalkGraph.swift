/// The ways of a flow, those back among them.
///
/// Where Back leads depends on how a walk came where it is: to the forms and reviews that it left by
/// finishing them or by a button, and only since the barrier that it passed last. So each step stands
/// here once for every place where the way back may end.
struct WalkGraph {
    /// A step, and the one at which there was nothing to go back to the last time.
    struct Place: Hashable {
        let step: Int
        let origin: Int
    }

    /// The places; the ways of ``graph`` name them by their index.
    let places: [Place]
    /// The ways between the places.
    let graph: FlowGraph

    /// Follows the ways of a graph from where walks begin.
    init(_ graph: FlowGraph, of flow: FlowDefinition) {
        var places = flow.beginnings.map { Place(step: $0, origin: $0) }
        var indices = Dictionary(
            places.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var edges: [[FlowGraph.Edge]] = []
        while edges.count < places.count {
            let place = places[edges.count]
            var ways: [FlowGraph.Edge] = []
            for edge in graph.edges[place.step] {
                let origin = edge.isBarrier(in: flow) ? edge.to : place.origin
                let next = Place(step: edge.to, origin: origin)
                let index = indices[next, default: places.count]
                if index == places.count {
                    places.append(next)
                    indices[next] = index
                }
                ways.append(edge.moved(from: edges.count, to: index))
            }
            edges.append(ways)
        }
        for origin in Set(places.map(\.origin)) {
            for (step, behind) in Trails(graph, of: flow, since: origin).behind {
                guard flow.letsGoBack(from: step),
                    let from = indices[Place(step: step, origin: origin)]
                else { continue }
                for form in behind.sorted() {
                    guard let to = indices[Place(step: form, origin: origin)] else { continue }
                    edges[from].append(FlowGraph.Edge(from: from, to: to, cause: .back, sets: []))
                }
            }
        }
        self.places = places
        self.graph = FlowGraph(edges: edges)
    }

    /// The places of a step.
    func places(of step: Int) -> [Int] { places.indices.filter { places[$0].step == step } }

    /// Ways between places as ways between their steps.
    func steps(_ way: [FlowGraph.Edge]) -> [FlowGraph.Edge] {
        way.map { $0.moved(from: places[$0.from].step, to: places[$0.to].step) }
    }

    /// A shortest way from some place of a step to some place of the same step.
    func loop(at step: Int) -> [FlowGraph.Edge]? {
        let here = places(of: step)
        return here.flatMap { start in
            graph.edges[start].compactMap { edge in
                here.compactMap { graph.way(from: edge.to, to: $0) }
                    .min { $0.count < $1.count }.map { [edge] + $0 }
            }
        }.min { $0.count < $1.count }
    }
}

/// Which forms and reviews may lie behind each step, as far as a walk goes without passing a barrier.
private struct Trails {
    /// By step: the forms and reviews to which Back may lead.
    private(set) var behind: [Int: Set<Int>] = [:]
    private let flow: FlowDefinition
    private let graph: FlowGraph

    init(_ graph: FlowGraph, of flow: FlowDefinition, since origin: Int) {
        self.flow = flow
        self.graph = graph.removing { $0.isBarrier(in: flow) }
        let walked = self.graph.reachable(from: [origin])
        let left = walked.filter { flow.steps[$0].isLeftBehind }
        var certain: [Int: Set<Int>] = [:]
        for form in left {
            let without = self.graph.removing { $0.from == form && $0.leavesBehind(in: flow) }
                .reachable(from: [origin])
            for other in left where !without.contains(other) {
                certain[other, default: []].insert(form)
            }
        }
        // To come to a form again takes it, and what lies behind it, off the way back.
        for form in left {
            let passed = certain[form, default: []].union([form])
            add(form, behind: ways(from: form) { $0.leavesBehind(in: flow) }, without: passed)
        }
        // A form that is changed lies before the review; where time or the host leads away from it, the
        // review is still behind.
        for review in left {
            guard case .review = flow.steps[review].kind else { continue }
            for form in behind[review, default: []] where !flow.steps[form].asked.isEmpty {
                let passed = certain[review, default: []].union([form, review])
                add(review, behind: ways(from: form) { !$0.leavesBehind(in: flow) }, without: passed)
            }
        }
    }

    private func ways(from step: Int, where isMeant: (FlowGraph.Edge) -> Bool) -> [Int] {
        graph.edges[step].filter(isMeant).map(\.to)
    }

    private mutating func add(_ form: Int, behind starts: [Int], without passed: Set<Int>) {
        let steps = graph.removing { passed.contains($0.to) }
            .reachable(from: starts.filter { !passed.contains($0) })
        for step in steps { behind[step, default: []].insert(form) }
    }
}

extension FlowGraph.Edge {
    /// Whether there is no way back once it was taken.
    fileprivate func isBarrier(in flow: FlowDefinition) -> Bool {
        cause == .attempts || !flow.steps[to].allowsBack
    }

    /// Whether a form or review that is left by it can be come back to.
    fileprivate func leavesBehind(in flow: FlowDefinition) -> Bool {
        switch cause {
        case .next: true
        case .event(let name): flow.steps[from].event(name)?.source == .button
        case .timer, .attempts, .expiry, .back: false
        }
    }
}

extension StepDefinition {
    /// Whether it is a step to which Back may lead.
    fileprivate var isLeftBehind: Bool {
        switch kind {
        case .form, .review: true
        case .call, .waiting, .branch, .end: false
        }
    }
}

extension FlowDefinition {
    /// Whether Back is possible at a step, if anything lies behind it.
    ///
    /// A call has no way back out of it, unless one of its outcomes stays there.
    fileprivate func letsGoBack(from index: Int) -> Bool {
        let step = steps[index]
        guard step.allowsBack else { return false }
        switch step.kind {
        case .form, .review, .waiting: return true
        case .branch, .end: return false
        case .call:
            return step.events.contains { event in
                event.source == .outcome && event.route.targets.contains(.stay)
            }
        }
    }
}
