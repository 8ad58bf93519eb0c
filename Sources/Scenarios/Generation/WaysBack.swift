import Flows

/// Where Back and the changes of a review may lead, as far as the flow alone says.
struct WaysBack {
    private let flow: FlowDefinition
    /// The ways out of each step, by its index.
    private let ways: [[Way]]
    /// By step: the forms and reviews that may be the last behind it.
    private var last: [[Int]]
    /// By step: the forms that a review there may show.
    private var reviewed: [[Int]]

    /// A way into a step, and what becomes of the step that is left.
    private struct Way {
        enum Leaving {
            /// A form or review that the person left stands behind them.
            case behind(isFinished: Bool)
            /// Time or the host led on, or there is nothing to come back to.
            case gone
        }

        let to: Int
        let leaving: Leaving
    }

    init(_ flow: FlowDefinition, ways edges: [[FlowEdge]]) {
        self.flow = flow
        let numbers = Dictionary(
            flow.steps.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        ways = edges.enumerated().map { from, edges in
            edges.compactMap { edge in
                guard let to = edge.to.flatMap({ numbers[$0] }) else { return nil }
                return Self.leaving(flow.steps[from], by: edge.cause).map {
                    Way(to: to, leaving: $0)
                }
            }
        }
        last = flow.steps.map { _ in [] }
        reviewed = last
        for place in flow.steps.indices where flow.steps[place].isGoneBackTo {
            for index in steps(with: place, isLast: true) where isOpen(index, before: place) {
                last[index].append(place)
            }
            guard !flow.steps[place].asked.isEmpty else { continue }
            for index in steps(with: place, isLast: false) { reviewed[index].append(place) }
        }
    }

    /// The ways of Back from a step, and of changes from a review.
    func edges(from index: Int) -> [FlowEdge] {
        let step = flow.steps[index]
        // A call that was made can't be taken back.
        if case .call = step.kind { return [] }
        var targets = Set(last[index])
        for review in flow.steps.indices where review != index && shown(at: review).contains(index)
        {
            targets.insert(review)
        }
        let back = targets.sorted().map {
            FlowEdge(from: step.name, cause: .back, to: flow.steps[$0].name)
        }
        return back
            + shown(at: index).map {
                FlowEdge(from: step.name, cause: .change, to: flow.steps[$0].name)
            }
    }

    /// The forms that a review may show, up to the last barrier; none of any other step.
    private func shown(at index: Int) -> [Int] {
        if case .review = flow.steps[index].kind { reviewed[index] } else { [] }
    }

    /// What leaving a step by a way does to it; `nil` where no way leads back from behind it.
    private static func leaving(_ step: StepDefinition, by cause: FlowEdge.Cause) -> Way.Leaving? {
        switch cause {
        case .next: return step.isGoneBackTo ? .behind(isFinished: true) : .gone
        case .event(let name, _):
            let isButton = step.event(name)?.source == .button
            return step.isGoneBackTo && isButton ? .behind(isFinished: false) : .gone
        case .timer, .expiry: return .gone
        // The last wrong answer ends every way back.
        case .attempts, .back, .change: return nil
        }
    }

    /// The steps at which a form or review stands behind the person: as the last, or as any.
    ///
    /// Whoever comes to it again has nothing of it behind; a barrier leaves nothing behind.
    private func steps(with place: Int, isLast: Bool) -> Set<Int> {
        var seen: Set<Int> = [place]
        var open = ways[place].filter { way in
            guard case .behind(let isFinished) = way.leaving else { return false }
            return isFinished || isLast
        }.map(\.to)
        while let step = open.popLast() {
            guard flow.steps[step].allowsBack, seen.insert(step).inserted else { continue }
            for way in ways[step] {
                if isLast, case .behind = way.leaving { continue }
                open.append(way.to)
            }
        }
        return seen.subtracting([place])
    }

    /// Whether a walk may come to a place without having a step behind it, so that the place is not cut off with
    /// that step when it is entered again.
    private func isOpen(_ step: Int, before place: Int) -> Bool {
        // Nothing is behind whoever begins, passes a barrier or has given the last wrong answer.
        var open = flow.steps.indices.filter { !flow.steps[$0].allowsBack }
        open += flow.steps.compactMap(\.attempts?.target) + [0]
        var seen: Set<Int> = []
        while let next = open.popLast() {
            if next == place { return true }
            guard seen.insert(next).inserted else { continue }
            for way in ways[next] {
                if next == step, case .behind = way.leaving { continue }
                open.append(way.to)
            }
        }
        return false
    }
}

extension StepDefinition {
    /// Whether Back leads to it.
    fileprivate var isGoneBackTo: Bool {
        switch kind {
        case .form, .review: true
        case .call, .waiting, .branch, .end: false
        }
    }
}
