import Documents

/// Finds messages that nobody needs, and messages that translators know nothing about.
enum DescriptionCheck {
    static func findings(
        _ source: Catalog,
        _ demanded: [DemandedMessage],
        _ descriptions: MessageDescriptions,
        findsUnused: Bool
    ) -> [Diagnostic] {
        let needed = Set(demanded.flatMap { [$0.key] + $0.alternatives })
        return source.keys.compactMap { key in
            guard descriptions[key] == nil, let entry = source.entries[key] else { return nil }
            if needed.contains(key) {
                return Diagnostic(
                    "L041",
                    at: entry.keyPlace,
                    "`\(key.rawValue)` has no description",
                    help:
                        "add it to messages.yaml: `<key>: \"what it is for, and where it stands\"`"
                )
            }
            guard findsUnused else { return nil }
            return Diagnostic(
                "L040",
                at: entry.keyPlace,
                "`\(key.rawValue)` is not used",
                help: "remove it, or describe it in messages.yaml if a program uses it"
            )
        }
    }
}
