import Documents

/// What flows need of messages.
enum DemandCheck {
    /// Finds messages that flows need and the source language lacks.
    static func missing(_ source: Catalog, _ demanded: [DemandedMessage]) -> [Diagnostic] {
        demanded.compactMap { demand in
            let keys = [demand.key] + demand.alternatives
            guard !demand.isOptional,
                !keys.contains(where: { source.entries[$0] != nil || source.refused.contains($0) })
            else { return nil }
            return Diagnostic(
                "L010",
                at: demand.place,
                "`\(demand.key.rawValue)` has no text in `\(source.language.rawValue)`",
                notes: demand.alternatives.map { "`\($0.rawValue)` would do as well" },
                help: likely(demand.key, in: source).map { "a text is there for `\($0)`" }
                    ?? "add it to \(source.file)"
            )
        }
    }

    /// What is needed of each message of a language: of several keys the first that is there serves.
    static func demands(
        on catalog: Catalog,
        _ demanded: [DemandedMessage]
    ) -> [MessageKey: [DemandedMessage]] {
        var demands: [MessageKey: [DemandedMessage]] = [:]
        demands.reserveCapacity(demanded.count)
        for demand in demanded {
            if catalog.entries[demand.key] != nil {
                demands[demand.key, default: []].append(demand)
            } else if let key = demand.alternatives.first(where: { catalog.entries[$0] != nil }) {
                demands[key, default: []].append(demand)
            }
        }
        return demands
    }

    /// A key in which one part only is another, and near: two others are another message.
    private static func likely(_ key: MessageKey, in catalog: Catalog) -> String? {
        let parts = key.rawValue.split(separator: ".")
        let candidates = catalog.keys.map(\.rawValue).filter { candidate in
            let others = candidate.split(separator: ".")
            let pairs = zip(parts, others).filter { $0 != $1 }
            guard others.count == parts.count, pairs.count == 1, let (part, other) = pairs.first
            else { return false }
            return Spelling.nearest(to: String(part), among: [String(other)]) != nil
        }
        return Spelling.nearest(to: key.rawValue, among: candidates)
    }
}
