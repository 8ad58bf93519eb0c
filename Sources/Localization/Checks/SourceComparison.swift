import Documents

/// Compares a translation with the message in the source language.
enum SourceComparison {
    static func findings(
        _ entry: Catalog.Entry,
        _ key: MessageKey,
        _ source: Catalog
    ) -> [Diagnostic] {
        guard let original = source.entries[key] else {
            let meant = Spelling.guess(key.rawValue, among: source.keys.lazy.map(\.rawValue))
            return [
                Diagnostic(
                    "L011",
                    at: entry.keyPlace,
                    "`\(key.rawValue)` is not among the messages of `\(source.language.rawValue)`",
                    help: meant.map { "did you mean `\($0.word)`?" } ?? "remove it",
                    related: meant.flatMap { source.entries[MessageKey($0.word)] }.map {
                        [.init(range: $0.keyPlace, label: "was this meant?")]
                    } ?? [],
                    fix: meant.flatMap { $0.isCertain ? KeySpelling.fix(entry.path, $0.word) : nil }
                )
            ]
        }
        let own = entry.program.arguments
        let wanted = original.program.arguments
        var findings: [Diagnostic] = []
        for argument in wanted where !own.contains(where: { $0.name == argument.name }) {
            findings.append(
                Diagnostic(
                    "L020",
                    at: entry.place.range,
                    "`\(key.rawValue)` lacks the argument `\(argument.name)`",
                    help: "the English message shows {\(argument.name)}",
                    related: [.init(range: original.place.range, label: "the English message")]
                )
            )
        }
        for argument in own {
            guard let same = wanted.first(where: { $0.name == argument.name }) else {
                let meant = Spelling.guess(argument.name, among: wanted.map(\.name))
                findings.append(
                    Diagnostic(
                        "L021",
                        at: entry.place.range,
                        "`\(key.rawValue)` has the argument `\(argument.name)`, which the English message lacks",
                        help: meant.map { "did you mean {\($0.word)}?" },
                        related: [.init(range: original.place.range, label: "the English message")],
                        fix: meant.flatMap {
                            $0.isCertain ? KeySpelling.fix(argument.name, in: entry, $0.word) : nil
                        }
                    )
                )
                continue
            }
            if same.kind.merged(with: argument.kind) == nil {
                findings.append(
                    Diagnostic(
                        "L022",
                        at: entry.place.range,
                        "`\(key.rawValue)` uses `\(argument.name)` as a \(argument.kind.rawValue), and the English message as a \(same.kind.rawValue)",
                        related: [.init(range: original.place.range, label: "the English message")]
                    )
                )
            }
        }
        return findings
    }

    static func missing(_ catalog: Catalog, _ source: Catalog) -> [Diagnostic] {
        source.keys.filter { catalog.entries[$0] == nil && catalog.pending[$0] == nil }.map { key in
            let original = source.entries[key]
            return Diagnostic(
                "L010",
                at: .start(of: catalog.file),
                "`\(key.rawValue)` has no text in `\(catalog.language.rawValue)`",
                notes: original.map { ["English: \($0.pattern)"] } ?? [],
                related: original.map { [.init(range: $0.keyPlace, label: "the English message")] }
                    ?? []
            )
        }
    }
}
