import Documents
import Flows

/// Writes what a changed flow does.
enum DifferenceReport {
    /// A difference as lines for people.
    static func text(_ difference: FlowDifference) -> String {
        let version = { (version: Int?) in version.map { "version \($0)" } ?? "not there" }
        let (old, new) = difference.versions
        var lines = ["\(difference.name): \(version(old)) -> \(version(new))"]
        guard !difference.isSame else {
            return (lines + ["  the same", ""]).joined(separator: "\n")
        }
        let width = difference.fates.map(\.step.text.count).max() ?? 0
        if !difference.fates.isEmpty {
            lines.append("  people under way, by the step they stand at")
        }
        for fate in difference.fates {
            let name = fate.step.text.padding(to: width)
            lines.append("    \(name)  \(sentence(fate))")
        }
        let parts = [
            ("steps", difference.steps), ("fields", difference.fields), ("ways", difference.ways),
        ]
        for (title, changes) in parts where !changes.isEmpty {
            lines.append("  \(title)")
            lines += changes.added.map { "    + \($0)" }
            lines += changes.removed.map { "    - \($0)" }
            lines += changes.changed.map { "    ~ \($0)" }
        }
        return (lines + [""]).joined(separator: "\n")
    }

    private static func sentence(_ fate: FlowDifference.StepFate) -> String {
        switch fate.fate {
        case .stays: "stay as they are"
        case .continues:
            switch fate.obstacles {
            case nil: "go on under their old texts"
            case []?: "go on under their old texts; they could be moved to `\(fate.step)`"
            case let obstacles?:
                "go on under their old texts; they can't be moved: \(reasons(obstacles))"
            }
        case .moves(let target): "are moved to `\(target)`"
        case .blocked(let target, let obstacles):
            "can't be moved to `\(target)`: \(reasons(obstacles))"
        }
    }

    private static func reasons(_ obstacles: [MigrationObstacle]) -> String {
        obstacles.map(\.reason).joined(separator: ", ")
    }

    /// Differences as one document.
    static func json(_ differences: [FlowDifference]) -> JSONValue {
        ["schema": 1, "flows": .array(differences.map(json))]
    }

    private static func json(_ difference: FlowDifference) -> JSONValue {
        let version = { (version: Int?) in version.map { JSONValue.integer($0) } ?? nil }
        return [
            "flow": .string(difference.name.text),
            "old": version(difference.versions.old),
            "new": version(difference.versions.new),
            "same": .bool(difference.isSame),
            "people": .array(difference.fates.map(json)),
            "steps": json(difference.steps),
            "fields": json(difference.fields),
            "ways": json(difference.ways),
        ]
    }

    private static func json(_ fate: FlowDifference.StepFate) -> JSONValue {
        let texts = { (obstacles: [MigrationObstacle]) in
            JSONValue.array(obstacles.map { .string($0.reason) })
        }
        let step = JSONValue.string(fate.step.text)
        switch fate.fate {
        case .stays: return ["step": step, "fate": "stays"]
        case .continues:
            return [
                "step": step, "fate": "continues", "obstacles": fate.obstacles.map(texts) ?? nil,
            ]
        case .moves(let target):
            return ["step": step, "fate": "moves", "to": .string(target.text)]
        case .blocked(let target, let obstacles):
            return [
                "step": step, "fate": "blocked", "to": .string(target.text),
                "obstacles": texts(obstacles),
            ]
        }
    }

    private static func json(_ changes: FlowDifference.Changes) -> JSONValue {
        let list = { (names: [String]) in JSONValue.array(names.map { .string($0) }) }
        return [
            "added": list(changes.added), "removed": list(changes.removed),
            "changed": list(changes.changed),
        ]
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
