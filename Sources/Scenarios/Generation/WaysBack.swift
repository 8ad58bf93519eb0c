import Flows

/// Where Back and the changes of a review may lead, as far as the flow alone says.
struct WaysBack {
    /// A way into a step, and whether it puts the step before behind the person.
    private struct Entry {
        let from: Int
        let putsBehind: Bool
    }

    private let flow: FlowDefinition
    /// The ways into each step, by its index.
    private let entries: [[Entry]]

    init(_ flow: FlowDefinition, ways: [[FlowEdge]]) {
        self.flow = flow
        var entries = flow.steps.map { _ in [Entry]() }
        for (from, edges) in ways.enumerated() {
            for edge in edges {
                guard let to = flow.steps.firstIndex(where: { $0.name == edge.to }) else {
                    continue
                }
                let step = flow.steps[from]
                let putsBehind: Bool
                switch edge.cause {
                case .next: putsBehind = step.isGoneBackTo
                case .event(let name, _):
                    putsBehind = step.isGoneBackTo && step.event(name)?.source == .button
                // Time leads on from a form without putting it behind.
                case .timer, .expiry: putsBehind = false
                // The last wrong answer ends every way back.
                case .attempts, .back, .change: continue
                }
                entries[to].append(Entry(from: from, putsBehind: putsBehind))
            }
        }
        self.entries = entries
    }

    /// The ways of Back from a step, and of changes from a review.
    func edges(from index: Int) -> [FlowEdge] {
        let step = flow.steps[index]
        // A call that was made can't be taken back.
        if case .call = step.kind { return [] }
        var targets = behind(index, all: false)
        for review in flow.steps.indices where review != index {
            if forms(behind: review).contains(index) { targets.insert(review) }
        }
        let back = targets.sorted().map {
            FlowEdge(from: step.name, cause: .back, to: flow.steps[$0].name)
        }
        return back
            + forms(behind: index).sorted().map {
                FlowEdge(from: step.name, cause: .change, to: flow.steps[$0].name)
            }
    }

    /// The forms that a review may show, up to the last barrier; none of any other step.
    private func forms(behind index: Int) -> Set<Int> {
        guard case .review = flow.steps[index].kind else { return [] }
        return behind(index, all: true).filter { !flow.steps[$0].asked.isEmpty }
    }

    /// The forms and reviews behind a step: the last ones, or all of them.
    private func behind(_ index: Int, all: Bool) -> Set<Int> {
        var seen: Set<Int> = [index]
        var open = [index]
        var found: Set<Int> = []
        while let place = open.popLast() {
            guard flow.steps[place].allowsBack else { continue }
            for entry in entries[place] {
                if entry.putsBehind, entry.from != index { found.insert(entry.from) }
                if entry.putsBehind, !all { continue }
                if seen.insert(entry.from).inserted { open.append(entry.from) }
            }
        }
        return found
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
