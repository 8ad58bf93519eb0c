/// Finds the way on which all goes well.
///
/// Authors write steps in the order in which a person meets them, so it is the longest way that only goes
/// down the file to the first end that can be reached so. What time, too many mistakes or a host that
/// could not be reached bring about is no part of it.
enum MainWay {
    /// The steps' indices from the first to an end; the shortest way to an end where none goes down the file.
    static func steps(of flow: FlowDefinition, edges: [FlowDiagram.Edge]) -> [Int] {
        guard !flow.steps.isEmpty else { return [] }
        var longest: [Int: (count: Int, before: Int)] = [0: (1, 0)]
        let ways = Dictionary(grouping: edges.filter(isWanted)) { $0.from }
        for step in flow.steps.indices {
            guard let here = longest[step] else { continue }
            for way in ways[step] ?? [] where here.count >= longest[way.to]?.count ?? 0 {
                longest[way.to] = (here.count + 1, step)
            }
        }
        let ends = flow.steps.indices.filter { flow.steps[$0].isEnd }
        guard let end = ends.first(where: { longest[$0] != nil }) else {
            let graph = FlowGraph(flow)
            return ends.lazy.compactMap { graph.way(from: 0, to: $0) }.first.map {
                [0] + $0.map(\.to)
            }
                ?? [0]
        }
        var steps = [end]
        while let step = steps.last, step != 0, let way = longest[step] { steps.append(way.before) }
        return steps.reversed()
    }

    private static func isWanted(_ edge: FlowDiagram.Edge) -> Bool {
        guard let from = edge.from, edge.to > from else { return false }
        switch edge.kind {
        case .next, .button, .link, .signal: return true
        case .outcome: return edge.event != OutcomeDefinition.unavailable.text
        case .timer, .attempts, .expiry: return false
        }
    }
}
