extension FlowDiagram {
    /// How often one way was taken.
    public struct Count: Sendable, Hashable {
        /// The step it leaves; `nil` for the way that leads from any step.
        public let from: StepName?
        /// The event, as ``Edge/event`` has it.
        public let event: String
        /// Which branch of the event, from 0; `nil` counts for all of them that lead there.
        public let branch: Int?
        /// The step it leads to.
        public let to: StepName
        /// How often it was taken.
        public let count: Int

        /// Makes a count.
        public init(
            from: StepName?,
            event: String,
            branch: Int? = nil,
            to: StepName,
            count: Int
        ) {
            self.from = from
            self.event = event
            self.branch = branch
            self.to = to
            self.count = count
        }
    }

    /// The diagram with the number of times that each way was taken; zero for a way that has no count.
    ///
    /// Ways of a flow that is run may be counted with that flow instead: those without a count stay so.
    /// Counts for ways that the flow does not have are left out: it may have changed since.
    public func counted(_ counts: [Count]) -> FlowDiagram {
        var sums: [Way: Int] = [:]
        for count in counts {
            let way = Way(count.from, count.event, count.branch, count.to)
            let (sum, overflow) = (sums[way] ?? 0).addingReportingOverflow(max(0, count.count))
            sums[way] = overflow ? .max : sum
        }
        var diagram = self
        for index in diagram.edges.indices {
            let edge = edges[index]
            let from = edge.from.map { nodes[$0].name }
            let to = nodes[edge.to].name
            let own = sums[Way(from, edge.event, edge.branch ?? 0, to)]
            let isInner = from.map { $0.text.contains(".") } ?? false
            diagram.edges[index].count =
                own ?? sums[Way(from, edge.event, nil, to)] ?? (isInner ? nil : 0)
        }
        return diagram
    }

    private struct Way: Hashable {
        let from: StepName?
        let event: String
        let branch: Int?
        let to: StepName

        init(_ from: StepName?, _ event: String, _ branch: Int?, _ to: StepName) {
            self.from = from
            self.event = event
            self.branch = branch
            self.to = to
        }
    }
}

extension FlowDiagram.Edge {
    /// The label with the count behind it.
    var countedLabel: String {
        [label.isEmpty ? nil : label, count.map { "×\($0)" }].compactMap(\.self)
            .joined(separator: " ")
    }

    /// Whether it was counted and never taken.
    var isNeverTaken: Bool { count == 0 }
}
