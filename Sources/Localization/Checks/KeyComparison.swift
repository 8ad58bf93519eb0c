import Documents

/// Compares the keys of a language with those of the source language.
enum KeyComparison {
    /// Finds a key that the source language lacks.
    static func findings(
        _ entry: Catalog.Entry,
        _ key: MessageKey,
        _ source: Catalog
    ) -> [Diagnostic] {
        guard source.entries[key] == nil, !source.refused.contains(key) else { return [] }
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

    /// Finds messages of the source language that a language lacks.
    static func missing(_ catalog: Catalog, _ source: Catalog) -> [Diagnostic] {
        source.keys.filter { key in
            catalog.entries[key] == nil && catalog.pending[key] == nil
                && !catalog.refused.contains(key)
        }.map { key in
            let original = source.entries[key]
            return Diagnostic(
                "L010",
                at: .start(of: catalog.file),
                "`\(key.rawValue)` has no text in `\(catalog.language.rawValue)`",
                notes: original.map { ["English: \(ShownText.cut($0.pattern))"] } ?? [],
                help: "bring it in, to be translated: paifang locale sync "
                    + catalog.language.rawValue,
                related: original.map { [.init(range: $0.keyPlace, label: "the English message")] }
                    ?? []
            )
        }
    }
}
