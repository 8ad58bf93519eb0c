/// A flow as a picture: its steps as nodes, every way between them as an edge.
///
/// Writers make Mermaid, DOT and a drawing for terminals of it. Words are filled in already; what has none
/// shows the name that stands in the flow file. Ways back are not drawn: Back leads to the form before, up
/// to the last step with `back: never`, which is marked.
public struct FlowDiagram: Sendable, Hashable {
    /// A step.
    public struct Node: Sendable, Hashable {
        /// What happens there; writers tell kinds apart by shape.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case form, review, call, waiting, branch, end

            /// What the step does, in a word of the flow file where it has one.
            var keyword: String {
                switch self {
                case .form: "ask"
                case .review: "review"
                case .call: "call"
                case .waiting: "wait"
                case .branch: "branch"
                case .end: "end"
                }
            }
        }

        /// A line about what happens at the step, in the words of the flow file, such as `ask` with fields.
        public struct Detail: Sendable, Hashable {
            /// The key of the flow file.
            public let keyword: String
            /// What stands under it.
            public let text: String
        }

        /// The step's name.
        public let name: StepName
        /// What happens there.
        public let kind: Kind
        /// The title that the person sees.
        public let title: String?
        /// What is asked, called, sent or offered, in reading order.
        public let details: [Detail]
        /// Whether there is no way back past it.
        public let isBarrier: Bool

        /// The title, else the name.
        public var caption: String { title ?? name.text }
    }

    /// A way from one step to another.
    public struct Edge: Sendable, Hashable {
        /// What brings it about.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// The answers hold, the person agrees, or a branch goes on.
            case next
            /// The person presses a button.
            case button
            /// The person opens a link.
            case link
            /// The step's effect has ended.
            case outcome
            /// The host says so.
            case signal
            /// Time has passed since the step was entered.
            case timer
            /// There were too many wrong answers.
            case attempts
            /// Nobody has touched the walk.
            case expiry

            /// Whether time alone brings it about.
            public var isTime: Bool { self == .timer || self == .expiry }
        }

        /// The index of the step it leaves; `nil` for the way that leads from any step.
        public let from: Int?
        /// The index of the step it leads to.
        public let to: Int
        /// What brings it about.
        public let kind: Kind
        /// The event's name; `next`, `after`, `attempts` or `expires` where the flow file has none.
        public let event: String
        /// Which of the branches of its event it is, from 0, `else` last; `nil` where there are none.
        public let branch: Int?
        /// What is written at it: a button's words or what brings it about, and its condition.
        public let label: String
        /// The condition as the flow file has it, or `else`; `nil` for a way that is always there.
        public let condition: String?
        /// Whether the step is not left, and its timers go on.
        public let isStay: Bool
        /// How often it was taken, where that was counted.
        public var count: Int?
    }

    /// The flow's name.
    public let name: FlowName
    /// The flow's title.
    public let title: String?
    /// The version its author gave.
    public let version: Int
    /// The steps in file order.
    public let nodes: [Node]
    /// The ways, by the step they leave, in file order; the one that leads from any step is the last.
    public internal(set) var edges: [Edge]
    /// The indices of the steps that a person meets where all goes well, from the first to an end.
    public let mainWay: [Int]

    /// The steps that were counted and never entered; of a step to which no counted way leads nothing is known.
    var unmet: Set<Int> {
        guard edges.contains(where: { $0.count != nil }) else { return [] }
        let entered = edges.filter { ($0.count ?? 0) > 0 && !$0.isStay }.map(\.to)
        let counted = edges.filter { $0.count != nil }.map(\.to)
        let unknown = Set(edges.map(\.to)).subtracting(counted)
        return Set(nodes.indices).subtracting(entered).subtracting(unknown).subtracting([0])
    }
}
