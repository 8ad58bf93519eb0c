import Flows

/// How long a person may have done nothing when a walk comes to a step: what `expires` has left there.
struct IdleTimes {
    private let flow: FlowDefinition
    private let expiry: Int64
    /// By step, in milliseconds: never less than what is possible, and less than the walk's life.
    private var onArrival: [Int64]

    init(_ flow: FlowDefinition, ways: [[FlowEdge]]) {
        self.flow = flow
        expiry = flow.expiry?.after ?? .max
        onArrival = flow.steps.map { _ in 0 }
        let numbers = Dictionary(
            flow.steps.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        // What still grows after so many rounds is on a circle, which may be gone until the walk expires.
        for round in 0...flow.steps.count {
            var isGrowing = false
            for (from, edges) in ways.enumerated() {
                for edge in edges {
                    guard let to = edge.to.flatMap({ numbers[$0] }),
                        let idle = idle(behind: edge.cause, from: from), idle > onArrival[to]
                    else { continue }
                    onArrival[to] = round < flow.steps.count ? idle : expiry - 1
                    isGrowing = true
                }
            }
            if !isGrowing { break }
        }
    }

    /// Whether a walk may expire at a step; a timer that runs out at the same moment is first.
    func mayExpire(at index: Int) -> Bool {
        guard let timer = flow.steps[index].timers.first else { return true }
        return timer.after > expiry - onArrival[index]
    }

    /// The longest time that nothing was done for behind a way; `nil` where the person goes it, or it is an expiry,
    /// behind which nothing expires any more.
    private func idle(behind cause: FlowEdge.Cause, from index: Int) -> Int64? {
        let step = flow.steps[index]
        switch cause {
        case .next: return step.canRest ? nil : onArrival[index]
        case .event(let name, _):
            switch step.event(name)?.source {
            case .outcome, .signal: return onLeaving(index)
            case .button, .link, nil: return nil
            }
        case .timer: return onLeaving(index)
        case .attempts, .expiry, .back, .change: return nil
        }
    }

    private func onLeaving(_ index: Int) -> Int64 {
        let timer = flow.steps[index].timers.first?.after ?? expiry
        let left = expiry - onArrival[index]
        return timer < left ? onArrival[index] + timer : expiry - 1
    }
}
