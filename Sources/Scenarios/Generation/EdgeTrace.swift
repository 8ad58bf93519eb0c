import Documents
import Flows

/// Tells which edges one event took, from the passages that the machine has kept.
struct EdgeTrace {
    private(set) var edges: [FlowEdge] = []
    /// The steps that were entered, those passed included.
    private(set) var entered: [Int] = []

    /// The trace of a walk's last event.
    ///
    /// - Parameters:
    ///   - walk: The walk behind the event, on a machine that keeps passages.
    ///   - last: The state before the event, and the event; `nil` where the walk has just begun.
    init(_ walk: VirtualWalk, behind last: (state: FlowState, event: PathEvent)?) {
        let flow = walk.machine.definition
        let passages = walk.last.passages
        for passage in passages {
            entered.append(passage.to)
            guard let cause = Self.cause(of: passage, last?.event, in: flow) else { continue }
            let from = flow.steps[passage.from]
            let isStay = from.isStay(passage)
            edges.append(
                FlowEdge(
                    from: from.name,
                    cause: cause,
                    to: isStay ? nil : flow.steps[passage.to].name
                )
            )
        }
        // From a changed answer the way back to the review is walked; as a whole it is a way of Back.
        guard case .back? = last?.event, let last, !passages.contains(where: { $0.way == .back })
        else { return }
        edges.append(
            FlowEdge(
                from: flow.steps[last.state.step].name,
                cause: .back,
                to: walk.step.name
            )
        )
    }

    private static func cause(
        of passage: Passage,
        _ event: PathEvent?,
        in flow: FlowDefinition
    ) -> FlowEdge.Cause? {
        let step = flow.steps[passage.from]
        switch passage.way {
        case .beginning: return nil
        case .timer: return step.timers.first.map { .timer(after: $0.after) }
        case .expiry: return .expiry
        case .attempts: return .attempts
        case .back:
            guard case .change? = event else { return .back }
            return .change
        case .route(let range, let branch):
            let place = { (route: Route) in
                branch < route.branches.count ? branch : nil
            }
            if let next = step.next, next.range == range { return .next(branch: place(next)) }
            return step.events.first { $0.route.range == range }.map {
                .event($0.name, branch: place($0.route))
            }
        }
    }
}

extension StepDefinition {
    /// Whether a way of this step does not leave it.
    fileprivate func isStay(_ passage: Passage) -> Bool {
        guard case .route(let range, let branch) = passage.way,
            let route = events.first(where: { $0.route.range == range })?.route,
            route.targets.indices.contains(branch)
        else { return false }
        return route.targets[branch] == .stay
    }
}
