import Documents

/// E43: what is sent on a way that can be taken again has a limit.
enum LimitCheck {
    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        let steps = flow.definition.steps
        let sending = flow.reachable.sorted().filter { index in
            steps[index].sends.contains { $0.limit == nil }
        }
        guard !sending.isEmpty else { return [] }
        let walks = flow.walks
        return sending.flatMap { index -> [Diagnostic] in
            guard let loop = walks.loop(at: index) else { return [] }
            let unlimited = steps[index].sends.filter { $0.limit == nil }
            return unlimited.map { send in
                Diagnostic(
                    "E43",
                    at: send.range,
                    "`\(send.name)` has no limit, and it can go out again and again",
                    notes: ["on this way: \(flow.way(walks.steps(loop)))"],
                    help: "add `limit: {times: 4, apart: 60s, within: 24h}`"
                )
            }
        }
    }
}
