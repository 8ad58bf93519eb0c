import Documents

/// E43: what is sent on a way that can be taken again has a limit.
enum LimitCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        let steps = flow.definition.steps
        let graph = flow.graph.addingWaysBack(of: flow.definition)
        return flow.reachable.sorted().flatMap { index in
            let unlimited = steps[index].sends.filter { $0.limit == nil }
            guard !unlimited.isEmpty, let loop = graph.loop(at: index) else {
                return [Diagnostic]()
            }
            return unlimited.map { send in
                Diagnostic(
                    "E43",
                    at: send.range,
                    "`\(send.name)` has no limit, and it can go out again and again",
                    notes: ["on this way: \(flow.way(loop))"],
                    help: "add `limit: {times: 4, apart: 60s, within: 24h}`"
                )
            }
        }
    }
}
