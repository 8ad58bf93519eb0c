import Documents

/// E42: whichever way a person comes to a review, there are answers to change in it.
enum ReviewCheck {
    /// A step, and whether a form was filled in since the last barrier.
    private struct Visit: Hashable {
        let step: Int
        let hasAnswers: Bool
    }

    /// The visit before, and the way from there; none where a walk begins.
    private typealias Origins = [Visit: (from: Visit, edge: FlowGraph.Edge)?]

    static func run(_ flow: CheckedFlow) -> [Diagnostic] {
        let origins = visits(flow)
        return flow.reachable.sorted().compactMap { index in
            let review = flow.definition.steps[index]
            guard case .review = review.kind, let way = way(to: index, origins) else { return nil }
            let none = "the review `\(review.name)` can't change any answer"
            if !review.allowsBack {
                return Diagnostic(
                    "E42",
                    at: review.range,
                    "\(none): its own `back: never` puts all of them behind it",
                    help: "take `back: never` off the review; the step behind it can have it"
                )
            }
            return Diagnostic(
                "E42",
                at: review.range,
                origins.keys.contains(Visit(step: index, hasAnswers: true))
                    ? "the review `\(review.name)` may have no answer to change"
                    : "\(none): all lie behind `back: never`",
                notes: way.isEmpty
                    ? [] : ["on this way no form is filled in behind a barrier: \(flow.way(way))"],
                help: "let each way there lead through a form, with no `back: never` between"
            )
        }
    }

    /// Everything that can be come to, with the way that was taken there.
    private static func visits(_ flow: CheckedFlow) -> Origins {
        let start = Visit(step: 0, hasAnswers: false)
        var origins: Origins = [:]
        origins.updateValue(nil, forKey: start)
        var open = [start]
        var next = 0
        while next < open.count {
            let here = open[next]
            next += 1
            for edge in flow.graph.edges[here.step] {
                let there = Visit(
                    step: edge.to,
                    hasAnswers: hasAnswers(after: edge, here.hasAnswers, flow.definition)
                )
                guard !origins.keys.contains(there) else { continue }
                origins.updateValue((here, edge), forKey: there)
                open.append(there)
            }
        }
        return origins
    }

    private static func hasAnswers(
        after edge: FlowGraph.Edge,
        _ before: Bool,
        _ flow: FlowDefinition
    ) -> Bool {
        guard flow.steps[edge.to].allowsBack else { return false }
        switch edge.cause {
        // Verdicts are used up when a form is left.
        case .next:
            return before
                || flow.steps[edge.from].asked.contains { !flow.fields[$0].type.isVerdict }
        case .attempts: return false
        case .event, .timer, .expiry, .back: return before
        }
    }

    /// The way on which a review has nothing to change; `nil` where there is none.
    private static func way(
        to review: Int,
        _ origins: Origins
    ) -> [FlowGraph.Edge]? {
        var place = Visit(step: review, hasAnswers: false)
        guard origins.keys.contains(place) else { return nil }
        var way: [FlowGraph.Edge] = []
        while let origin = origins[place], let (from, edge) = origin {
            way.append(edge)
            place = from
        }
        return way.reversed()
    }
}
