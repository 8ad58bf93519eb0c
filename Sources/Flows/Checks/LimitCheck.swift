import Documents

/// E43: what is sent on a way that a person can take again has a limit.
enum LimitCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        let steps = flow.definition.steps
        let graph = flow.graph.addingWaysBack(of: flow.definition)
        return flow.reachable.sorted().flatMap { index in
            let unlimited = steps[index].sends.filter { $0.limit == nil }
            guard !unlimited.isEmpty,
                let back = graph.edges[index].lazy
                    .compactMap({ graph.path(from: $0.to, to: index) }).min(by: {
                        $0.count < $1.count
                    })
            else { return [Diagnostic]() }
            return unlimited.map { send in
                Diagnostic(
                    "E43",
                    at: send.range,
                    "`\(send.name)` has no limit, and a person can have it sent again and again",
                    notes: ["on this way: \(flow.way([index] + back))"],
                    help: "add `limit: {times: 4, apart: 60s, within: 24h}`"
                )
            }
        }
    }
}
