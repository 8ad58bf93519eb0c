import Documents

/// Finds messages that flows need and the source language lacks.
enum DemandCheck {
    static func findings(_ catalogs: Catalogs, _ demanded: [DemandedMessage]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for demand in demanded {
            let keys = [demand.key] + demand.alternatives
            if !demand.isOptional, !keys.contains(where: { catalogs.has($0, in: catalogs.source) })
            {
                let meant = likely(demand.key, in: catalogs[catalogs.source])
                findings.append(
                    Diagnostic(
                        "L010",
                        at: demand.place,
                        "`\(demand.key.rawValue)` has no text in `\(catalogs.source.rawValue)`",
                        notes: demand.alternatives.map { "`\($0.rawValue)` would do as well" },
                        help: meant.map { "a text is there for `\($0)`" }
                            ?? catalogs[catalogs.source].map { "add it to \($0.file)" }
                    )
                )
            }
            for language in catalogs.languages {
                guard let catalog = catalogs[language],
                    let key = keys.first(where: { catalog.entries[$0] != nil }),
                    let entry = catalog.entries[key]
                else { continue }
                findings += mismatches(entry, key, demand)
            }
        }
        // A message that several flows need is looked at once for each.
        var seen: Set<Diagnostic> = []
        return findings.filter { seen.insert($0).inserted }
    }

    /// A key in which one part only is another, and near: two others are another message.
    private static func likely(_ key: MessageKey, in catalog: Catalog?) -> String? {
        let parts = key.rawValue.split(separator: ".")
        let candidates = (catalog?.keys ?? []).map(\.rawValue).filter { candidate in
            let others = candidate.split(separator: ".")
            let pairs = zip(parts, others).filter { $0 != $1 }
            guard others.count == parts.count, pairs.count == 1, let (part, other) = pairs.first
            else { return false }
            return Spelling.nearest(to: String(part), among: [String(other)]) != nil
        }
        return Spelling.nearest(to: key.rawValue, among: candidates)
    }

    /// What a message is given, in words; constants and fields may be many.
    private static func given(_ demand: DemandedMessage) -> String? {
        guard !demand.arguments.isEmpty else { return "nothing is given to it" }
        guard demand.arguments.count <= 20 else { return nil }
        return "there is: "
            + demand.arguments.keys.sorted().map { "{\($0)}" }.joined(separator: ", ")
    }

    private static func mismatches(
        _ entry: Catalog.Entry,
        _ key: MessageKey,
        _ demand: DemandedMessage
    ) -> [Diagnostic] {
        entry.program.arguments.compactMap { argument in
            let related = [Diagnostic.Related(range: demand.place, label: "used here")]
            guard let given = demand.arguments[argument.name] else {
                let meant = Spelling.nearest(
                    to: argument.name,
                    among: demand.arguments.keys.sorted()
                )
                return Diagnostic(
                    "L021",
                    at: entry.place.range,
                    "`\(key.rawValue)` shows `\(argument.name)`, which it isn't given",
                    help: meant.map { "did you mean {\($0)}?" } ?? given(demand),
                    related: related
                )
            }
            guard argument.kind.accepts(given) else {
                return Diagnostic(
                    "L022",
                    at: entry.place.range,
                    "`\(key.rawValue)` uses `\(argument.name)` as a \(argument.kind.rawValue), and it is given a \(given.rawValue)",
                    related: related
                )
            }
            return nil
        }
    }
}
