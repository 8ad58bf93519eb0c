import Documents

/// What becomes of people who have begun an earlier version.
extension FlowReader {
    mutating func readMigrations(_ node: DocumentNode?, version: Int) -> [Migration] {
        guard let node else { return [] }
        let items = node.entries != nil ? [node] : findings.items(of: node, "`migrate`") ?? []
        var migrations: [Migration] = []
        for item in items {
            guard let migration = readMigration(item, version: version) else { continue }
            if let first = migrations.first(where: { $0.from == migration.from }) {
                findings.report(
                    "E01",
                    at: migration.range,
                    "the version \(migration.from) stands twice",
                    related: [.init(range: first.range, label: "first here")]
                )
            }
            migrations.append(migration)
        }
        return migrations
    }

    private mutating func readMigration(_ node: DocumentNode, version: Int) -> Migration? {
        guard let keys = findings.keys(of: node, .migration), let fromNode = keys["from"],
            let from = findings.integer(fromNode, "`from`", in: 1...1_000_000),
            let steps = keys["steps"]
        else { return nil }
        if from >= version {
            findings.report(
                "E39",
                at: fromNode.range,
                "`from` must be an earlier version than \(version)"
            )
        }
        let moves = (findings.entries(of: steps, "`steps`") ?? []).compactMap { entry in
            readStepTarget(entry.value).map {
                Migration.Move(old: StepName(entry.key), target: $0, range: entry.keyRange)
            }
        }
        return Migration(from: from, moves: moves, range: fromNode.range)
    }
}

/// Checks migrations against the texts of the earlier versions.
struct MigrationCheck {
    let definition: FlowDefinition
    /// Reads the earlier version; `nil` where its text is not there, no definition where it can't be read.
    let version: (Int) -> (definition: FlowDefinition?, problem: String)?

    func run() -> [Diagnostic] { definition.migrations.flatMap(check) }

    private func check(_ migration: Migration) -> [Diagnostic] {
        let file = "flows/old/\(definition.name).\(migration.from).yaml"
        guard let found = version(migration.from) else {
            return [
                Diagnostic(
                    "E38",
                    at: migration.range,
                    "the text of version \(migration.from) is needed to check the migration",
                    help: "keep it as \(file)"
                )
            ]
        }
        guard let old = found.definition else {
            return [
                Diagnostic(
                    "E44",
                    at: migration.range,
                    "version \(migration.from) can't be read beside the files of today",
                    notes: [found.problem]
                )
            ]
        }
        let comparison = VersionComparison(old: old, new: definition)
        return migration.moves.flatMap { move -> [Diagnostic] in
            guard let source = old.steps.firstIndex(where: { $0.name == move.old }) else {
                return [
                    Diagnostic(
                        "E02",
                        at: move.range,
                        "version \(migration.from) has no step `\(move.old)`",
                        help: suggestion(for: move.old.text, among: old.steps.map(\.name.text))
                    )
                ]
            }
            return comparison.obstacles(from: source, to: move.target).map {
                Diagnostic(
                    "E44",
                    at: move.range,
                    "nobody can be moved from `\(move.old)` to `\(definition.steps[move.target].name)`: \($0.reason)",
                    help: "leave the step out: who stands there goes on under the old texts"
                )
            }
        }
    }
}

extension MigrationObstacle {
    /// Why, in words for authors.
    public var reason: String {
        switch self {
        case .unset(let field): "`\(field)` would be unset"
        case .retyped(let field): "`\(field)` has another type"
        case .busy(let step): "the step `\(step)` sends, calls, goes on by itself or ends"
        case .unproven(let effect, let outcome):
            "the promise `\(effect).\(outcome)` would be unproven"
        }
    }
}
