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
        let roots = Set(needed.map(\.root))
        return source.keys.compactMap { key in
            guard let entry = source.entries[key], !descriptions.names(key) else { return nil }
            let isNeeded = needed.contains(key)
            if descriptions[key] != nil {
                // A pattern describes what is there; whether it is used is known where flows say what they need.
                guard !isNeeded, roots.contains(key.root) else { return nil }
            } else if isNeeded {
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
                help:
                    "remove it, or describe it under its own key in messages.yaml if a program uses it"
            )
        }
    }

    /// Finds patterns that no message of any language fits.
    static func idlePatterns(
        _ descriptions: MessageDescriptions,
        _ catalogs: Catalogs
    ) -> [Diagnostic] {
        let keys = catalogs.languages.flatMap { catalogs[$0]?.keys ?? [] }
        return descriptions.patternsWithout(keys).compactMap { pattern, place in
            place.map {
                Diagnostic(
                    "L042",
                    at: $0,
                    "no message fits `\(pattern)`",
                    help: "remove it, or mend the part of the key that is misspelt"
                )
            }
        }
    }
}

extension MessageKey {
    /// The first part, which most often is the name of a flow.
    fileprivate var root: Substring { rawValue.prefix { $0 != "." } }
}
