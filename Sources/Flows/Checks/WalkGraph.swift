/// The ways of a flow, those back among them.
///
/// Where Back leads depends on how a walk came where it is. So each step stands here once for every form
/// or review that may lie behind it.
struct WalkGraph {
    /// A step, and the form or review to which Back leads from it; nothing where there is none.
    struct Place: Hashable {
        let step: Int
        let behind: Int?
    }

    /// The places; the ways of ``graph`` name them by their index.
    let places: [Place]
    /// The ways between the places.
    let graph: FlowGraph

    /// Follows the ways of a graph from where walks begin.
    init(_ graph: FlowGraph, of flow: FlowDefinition) {
        var search = WalkSearch(graph, flow)
        search.run()
        places = search.places
        self.graph = FlowGraph(edges: search.edges)
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

/// Finds the places that walks come to, and the ways between them.
///
/// Of the way behind a place only its end is known there. What lies before that is whatever may have lain
/// behind the form when it was entered: there may be ways here that no walk goes, but none is missing.
private struct WalkSearch {
    typealias Place = WalkGraph.Place

    private(set) var places: [Place] = []
    private(set) var edges: [[FlowGraph.Edge]] = []
    private let graph: FlowGraph
    private let flow: FlowDefinition
    private var indices: [Place: Int] = [:]
    /// By form or review: what may lie behind it.
    private var behind: [Int: [Int?]] = [:]
    /// By form or review: what may lie on the way back that ends with it, and what certainly does.
    private var possible: [Int: Set<Int>] = [:]
    private var certain: [Int: Set<Int>] = [:]

    init(_ graph: FlowGraph, _ flow: FlowDefinition) {
        self.graph = graph
        self.flow = flow
    }

    mutating func run() {
        for step in flow.beginnings { _ = index(of: Place(step: step, behind: nil)) }
        var known = 0
        // Each new place may be a new way to come to an old one.
        while known < places.count {
            known = places.count
            learn()
            edges = []
            while edges.count < places.count { addWays(from: edges.count) }
        }
    }

    private mutating func index(of place: Place) -> Int {
        if let index = indices[place] { return index }
        indices[place] = places.count
        places.append(place)
        if flow.steps[place.step].isLeftBehind {
            behind[place.step, default: []].append(place.behind)
        }
        return places.count - 1
    }

    private mutating func learn() {
        let forms = Set(behind.keys)
        possible = Dictionary(uniqueKeysWithValues: forms.map { ($0, [$0]) })
        certain = Dictionary(uniqueKeysWithValues: forms.map { ($0, forms) })
        var isNew = true
        while isNew {
            isNew = false
            for form in forms.sorted() {
                let before = behind[form, default: []]
                let all = before.reduce(into: Set([form])) { all, last in
                    all.formUnion(last.flatMap { possible[$0] } ?? [])
                }
                let shared = before.reduce(forms) { shared, last in
                    shared.intersection(last.flatMap { certain[$0] } ?? [])
                }
                let always = shared.union([form])
                if all != possible[form] || always != certain[form] { isNew = true }
                possible[form] = all
                certain[form] = always
            }
        }
    }

    private mutating func addWays(from index: Int) {
        let place = places[index]
        var ways: [FlowGraph.Edge] = []
        for edge in graph.edges[place.step] {
            for last in ends(of: edge, from: place) {
                let next = self.index(of: Place(step: edge.to, behind: last))
                ways.append(edge.moved(from: index, to: next))
            }
        }
        for form in formsBack(from: place) {
            for last in behind[form, default: []] {
                let next = self.index(of: Place(step: form, behind: last))
                ways.append(FlowGraph.Edge(from: index, to: next, cause: .back, sets: []))
            }
        }
        edges.append(ways)
    }

    /// What may lie behind a step that is entered.
    private func ends(of edge: FlowGraph.Edge, from place: Place) -> [Int?] {
        guard !edge.isBarrier(in: flow) else { return [nil] }
        let isLeft = flow.steps[place.step].isLeftBehind && edge.leavesBehind(in: flow)
        let last = isLeft ? place.step : place.behind
        // To come to a form again takes it, and what lies behind it, off the way back.
        guard let last else { return [nil] }
        // A form that was come to just now is followed once it is known what may lie behind it.
        guard let trail = possible[last] else { return [] }
        guard trail.contains(edge.to) else { return [last] }
        let before = behind[edge.to, default: []]
        return certain[last, default: []].contains(edge.to) ? before : before + [last]
    }

    /// Where Back leads, and what can be changed.
    private func formsBack(from place: Place) -> [Int] {
        guard let last = place.behind, flow.letsGoBack(from: place.step) else { return [] }
        guard case .review = flow.steps[place.step].kind else { return [last] }
        let changed = possible[last, default: []].filter { !flow.steps[$0].asked.isEmpty }
        return Set(changed).union([last]).sorted()
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
