public import Documents

/// What a changed flow is beside the one before, and what becomes of people under way.
public struct FlowDifference: Sendable {
    /// What becomes of people who stand at a step of the old flow.
    public enum Fate: Sendable, Hashable {
        /// Nothing has changed for them: the flow has the same texts.
        case stays
        /// They go on under the texts they began with.
        case continues
        /// They are moved to this step.
        case moves(to: StepName)
        /// The flow says that they are moved to this step, but they can't be.
        case blocked(to: StepName, [MigrationObstacle])
    }

    /// A step at which people may stand, with what becomes of them.
    public struct StepFate: Sendable, Hashable {
        /// The step's name in the old flow.
        public let step: StepName
        /// What becomes of them.
        public let fate: Fate
        /// Where the step still has its name: what would keep people from being moved to it; `nil` elsewhere.
        public let obstacles: [MigrationObstacle]?
    }

    /// Names that only one of the flows has, and those that mean something else in the other.
    public struct Changes: Sendable, Hashable {
        /// Only in the new flow.
        public let added: [String]
        /// Only in the old flow.
        public let removed: [String]
        /// In both, and not the same.
        public let changed: [String]

        /// Whether there is none.
        public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

        init(_ old: [(name: String, text: String)], _ new: [(name: String, text: String)]) {
            let before = Dictionary(old.map { ($0.name, $0.text) }) { first, _ in first }
            let after = Dictionary(new.map { ($0.name, $0.text) }) { first, _ in first }
            added = new.map(\.name).filter { before[$0] == nil }
            removed = old.map(\.name).filter { after[$0] == nil }
            changed = old.map(\.name).filter { after[$0] != nil && after[$0] != before[$0] }
        }
    }

    /// The flow's name.
    public let name: FlowName
    /// The versions, `nil` where there is no such flow.
    public let versions: (old: Int?, new: Int?)
    /// Whether people of the old flow are those of the new one: the texts are the same.
    public let isSame: Bool
    /// Every step of the old flow at which people may stand, in file order.
    public let fates: [StepFate]
    /// The steps.
    public let steps: Changes
    /// The fields.
    public let fields: Changes
    /// The ways: `start: submit`, and where they lead.
    public let ways: Changes

    /// Compares two flows of the same name; one of them may be missing.
    ///
    /// - Parameters:
    ///   - old: The flow as it was, with the texts it was read from.
    ///   - new: The flow as it is, with the texts it was read from.
    public init?(
        old: (flow: FlowDefinition, sources: [SourceText])?,
        new: (flow: FlowDefinition, sources: [SourceText])?
    ) {
        guard let name = old?.flow.name ?? new?.flow.name else { return nil }
        self.name = name
        versions = (old?.flow.version, new?.flow.version)
        isSame = old?.flow.hash == new?.flow.hash
        let before = old.map { FlowOutline($0.flow, sources: $0.sources) }
        let after = new.map { FlowOutline($0.flow, sources: $0.sources) }
        steps = Changes(before?.steps ?? [], after?.steps ?? [])
        fields = Changes(before?.fields ?? [], after?.fields ?? [])
        ways = Changes(before?.ways ?? [], after?.ways ?? [])
        fates = old.map { Self.fates(of: $0.flow, in: new?.flow) } ?? []
    }

    private static func fates(of old: FlowDefinition, in new: FlowDefinition?) -> [StepFate] {
        let comparison = new.map { VersionComparison(old: old, new: $0) }
        return old.steps.indices.compactMap { index in
            let step = old.steps[index]
            switch step.kind {
            case .branch, .end: return nil
            case .form, .review, .call, .waiting: break
            }
            guard let new, let comparison else {
                return StepFate(step: step.name, fate: .continues, obstacles: nil)
            }
            if old.hash == new.hash {
                return StepFate(step: step.name, fate: .stays, obstacles: [])
            }
            let twin = new.steps.firstIndex { $0.name == step.name }
            return StepFate(
                step: step.name,
                fate: fate(of: index, comparison),
                obstacles: twin.map { comparison.obstacles(from: index, to: $0) }
            )
        }
    }

    private static func fate(of index: Int, _ comparison: VersionComparison) -> Fate {
        let name = comparison.old.steps[index].name
        guard let move = comparison.migration?.moves.first(where: { $0.old == name }) else {
            return .continues
        }
        let target = comparison.new.steps[move.target].name
        let obstacles = comparison.obstacles(from: index, to: move.target)
        return obstacles.isEmpty ? .moves(to: target) : .blocked(to: target, obstacles)
    }
}
