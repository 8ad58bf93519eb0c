/// Two versions of a flow, and what keeps people from being moved from one to the other.
///
/// A move is accepted if everything that is certainly set at the target is certainly set at the source, and
/// if nothing was begun at either step that a move would cut off or do once more.
public struct VersionComparison: Sendable {
    /// The earlier version.
    public let old: FlowDefinition
    /// The later version.
    public let new: FlowDefinition
    private let oldAssignment: DefiniteAssignment
    private let newAssignment: DefiniteAssignment

    /// Compares two versions.
    public init(old: FlowDefinition, new: FlowDefinition) {
        self.old = old
        self.new = new
        oldAssignment = DefiniteAssignment(old)
        newAssignment = DefiniteAssignment(new)
    }

    /// Why people can't be moved from a step to another, by their indices; empty where they can.
    public func obstacles(from source: Int, to target: Int) -> [MigrationObstacle] {
        var found: [MigrationObstacle] = []
        if !old.steps[source].bearsMoving { found.append(.busy(old.steps[source].name)) }
        if !new.steps[target].bearsMoving, old.steps[source].bearsMoving {
            found.append(.busy(new.steps[target].name))
        }
        let known = Dictionary(
            oldAssignment.onEntry[source].map { (old.fields[$0].name, old.fields[$0]) },
            uniquingKeysWith: { first, _ in first }
        )
        for slot in newAssignment.onEntry[target].sorted() {
            let field = new.fields[slot]
            guard field.defaultValue == nil else { continue }
            if let before = known[field.name] {
                if !before.isLike(field) { found.append(.retyped(field.name)) }
            } else {
                found.append(.unset(field.name))
            }
        }
        for promise in new.promises
        where promise.onlyAfter != nil && record(of: promise, moves: moves) == nil {
            found.append(.unproven(promise.effect, promise.outcome))
        }
        return found
    }

    /// The index of the old promise that says the same as one of the new version.
    func record(of promise: Promise, moves: [StepName: StepName]) -> Int? {
        old.promises.firstIndex { other in
            guard other.effect == promise.effect, other.outcome == promise.outcome else {
                return false
            }
            switch (other.onlyAfter, promise.onlyAfter) {
            case (_, nil): return true
            case (nil, _?): return false
            case (let before?, let after?):
                let name = old.steps[before.step].name
                return before.event == after.event
                    && moves[name] ?? name == new.steps[after.step].name
            }
        }
    }

    /// The names of steps that the new version gives to those of the old.
    var moves: [StepName: StepName] {
        guard let migration else { return [:] }
        return Dictionary(
            migration.moves.map { ($0.old, new.steps[$0.target].name) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// What the new version says about people of the old one.
    var migration: Migration? { new.migrations.first { $0.from == old.version } }
}

/// What keeps people at a step from being moved to another version.
public enum MigrationObstacle: Hashable, Sendable {
    /// The field is certainly set at the target, but not at the source.
    case unset(FieldName)
    /// The field has another type.
    case retyped(FieldName)
    /// The step sends, calls, runs, goes on by itself or ends.
    case busy(StepName)
    /// The promise is new: nobody knows whether what must come before has happened.
    case unproven(EffectName, OutcomeName)
}

extension StepDefinition {
    /// Whether somebody may be taken away from here, or put here, without anything being cut off.
    var bearsMoving: Bool {
        switch kind {
        case .form, .review, .waiting: sends.isEmpty
        case .call, .branch, .end: false
        }
    }
}

extension FieldDefinition {
    /// Whether a value of this field may stand in the other.
    func isLike(_ other: FieldDefinition) -> Bool {
        if case .list(let own, _) = type, case .list(let others, _) = other.type {
            return own.count == others.count
                && zip(own, others).allSatisfy { $0.name == $1.name && $0.isLike($1) }
        }
        return type.keyword == other.type.keyword
    }
}
