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
        // Few messages are described and not needed, mostly none.
        let titled = Set(needed.lazy.compactMap(\.titled))
        lazy var owners = Set(needed.map { $0.owner(among: titled) })
        return source.keys.compactMap { key in
            guard let entry = source.entries[key], !descriptions.names(key) else { return nil }
            let isNeeded = needed.contains(key)
            if descriptions[key] != nil {
                // A pattern describes what is there; whether it is used is known where flows say what they need.
                guard !isNeeded, owners.contains(key.owner(among: titled)) else { return nil }
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
        let words = catalogs.languages.compactMap { catalogs[$0] }
        return descriptions.patternsWithout(words).compactMap { pattern, place in
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
    /// The flow whose title this is; `nil` for everything else.
    fileprivate var titled: Substring? {
        guard rawValue.hasSuffix(".title") else { return nil }
        let root = rawValue.dropLast(".title".utf8.count)
        return root.utf8.contains(UInt8(ascii: ".")) ? nil : root
    }

    /// What the message belongs to: a flow, which has a title, else what the first two parts name, such as a field.
    fileprivate func owner(among titled: Set<Substring>) -> Substring {
        let point = UInt8(ascii: ".")
        let root = rawValue.utf8.firstIndex(of: point).map { rawValue[..<$0] } ?? rawValue[...]
        if titled.contains(root) || root.endIndex == rawValue.endIndex { return root }
        let rest = rawValue[root.endIndex...].dropFirst()
        return rawValue[..<(rest.utf8.firstIndex(of: point) ?? rawValue.endIndex)]
    }
}
