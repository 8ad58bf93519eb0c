public import Documents

/// Finds translations that are no longer, or not yet, what the English text says.
public enum StateCheck {
    /// New messages that are told one by one; beyond them they are counted.
    static let mostNew = 20

    /// The findings of every language that has a state file.
    ///
    /// - Parameters:
    ///   - catalogs: The words, without those that only keep a place.
    ///   - states: What is known about them.
    ///   - documents: Every version of every document in every language.
    /// - Returns: The findings, in the order of the locale files.
    public static func findings(
        _ catalogs: Catalogs,
        _ states: LocaleStates,
        documents: [(name: String, document: LegalDocument)] = []
    ) -> [Diagnostic] {
        guard let source = catalogs[catalogs.source] else { return [] }
        // Of each English message once, and not once a language.
        let hashes = Dictionary(
            uniqueKeysWithValues: source.list.map { ($0.key, SourceHash(of: $0.pattern)) }
        )
        return states.files.sorted { $0.key < $1.key }.flatMap { language, file -> [Diagnostic] in
            guard language != catalogs.source, let catalog = catalogs[language],
                let state = states[language]
            else { return [stranger(language, file)] }
            let originals = Set(
                documents.filter { $0.document.language == catalogs.source }.map { placed($0).key }
            )
            let own = Dictionary(
                documents.filter { $0.document.language == language }.map(placed)
                    .filter { originals.contains($0.key) },
                uniquingKeysWith: { first, _ in first }
            )
            return new(catalog, source) + stale(catalog, source, state, hashes)
                + stale(documents, states, in: language, catalogs.source)
                + unrecorded(catalog, source, state, own)
                + unknown(state, source, originals)
        }
    }

    private static func new(_ catalog: Catalog, _ source: Catalog) -> [Diagnostic] {
        let all = catalog.pending.sorted {
            $0.value.keyPlace.start < $1.value.keyPlace.start
        }
        let rest = all.count - mostNew
        return all.prefix(mostNew).enumerated().map { index, item in
            let name = item.key.rawValue
            let isLast = index == mostNew - 1 && rest > 0
            return Diagnostic(
                "L151",
                at: item.value.keyPlace,
                "`\(name)` is not translated" + (isLast ? ", nor are \(rest) more messages" : ""),
                help: "translate it, then: \(accept(name, catalog.language))",
                related: source.entries[item.key].map {
                    [.init(range: $0.keyPlace, label: "the English message")]
                } ?? []
            )
        }
    }

    private static func stale(
        _ catalog: Catalog,
        _ source: Catalog,
        _ state: LocaleState,
        _ hashes: [MessageKey: SourceHash]
    ) -> [Diagnostic] {
        catalog.keys.compactMap { key in
            guard let known = state.entries[key], let hash = hashes[key],
                known.isStale(beside: hash), let entry = catalog.entries[key],
                let original = source.entries[key]
            else { return nil }
            return Diagnostic(
                "L152",
                at: entry.place.range,
                "`\(key.rawValue)` was translated from another English text",
                notes: ["English now: \(original.pattern)"],
                help: "bring it up to date, then: \(accept(key.rawValue, catalog.language))",
                related: [.init(range: original.place.range, label: "the English message")]
            )
        }
    }

    private static func stale(
        _ documents: [(name: String, document: LegalDocument)],
        _ states: LocaleStates,
        in language: LanguageTag,
        _ source: LanguageTag
    ) -> [Diagnostic] {
        documents.filter { $0.document.language == language }.compactMap { name, document in
            let original = LocaleStates.original(of: name, document, among: documents, source)
            guard let original,
                !states.condition(ofDocument: name, document, source: original).isCovered
            else { return nil }
            let (key, path) = placed((name, document))
            return Diagnostic(
                "L155",
                at: .start(of: path),
                "the document `\(name)` was translated from another English text",
                notes: ["readers get the English text until then, and are told so"],
                help: "bring it up to date, then: \(accept(key.rawValue, language))",
                related: [
                    .init(
                        range: .start(of: placed((name, original)).path),
                        label: "the English text"
                    )
                ]
            )
        }
    }

    /// The key of a document, and where it stands.
    private static func placed(
        _ item: (name: String, document: LegalDocument)
    ) -> (key: MessageKey, path: String) {
        let (name, document) = item
        let file = "\(name)/\(document.version)/\(document.language.rawValue).md"
        return (
            LocaleState.key(ofDocument: name, version: document.version),
            "locales/documents/\(file)"
        )
    }

    private static func unrecorded(
        _ catalog: Catalog,
        _ source: Catalog,
        _ state: LocaleState,
        _ documents: [MessageKey: String]
    ) -> [Diagnostic] {
        let keys =
            catalog.keys.filter {
                (state.entries[$0]?.status ?? .new) == .new && !state.unreadable.contains($0)
                    && source.entries[$0] != nil
            } + documents.keys.sorted().filter { state.entries[$0] == nil }
        guard let first = keys.first else { return [] }
        let shown = keys.prefix(5).map { "`\($0.rawValue)`" }.joined(separator: ", ")
        let more = keys.count > 5 ? " and \(keys.count - 5) more" : ""
        return [
            Diagnostic(
                "L153",
                at: catalog.entries[first]?.keyPlace
                    ?? .start(of: documents[first] ?? catalog.file),
                "no state is written down for \(shown)\(more)",
                notes: ["so nobody would be told when the English text changes"],
                help: "paifang locale sync \(catalog.language.rawValue)"
            )
        ]
    }

    private static func unknown(
        _ state: LocaleState,
        _ source: Catalog,
        _ documents: Set<MessageKey>
    ) -> [Diagnostic] {
        // An English message that can't be read is there, and told by itself.
        let strangers = state.entries.filter { key, _ in
            source.entries[key] == nil && !source.refused.contains(key) && !documents.contains(key)
        }
        return strangers.sorted { $0.key < $1.key }.compactMap { key, entry in
            guard let place = entry.place else { return nil }
            return Diagnostic(
                "L154",
                at: place,
                "`\(key.rawValue)` has a state, and there is no such message",
                help: "paifang locale sync removes it"
            )
        }
    }

    private static func stranger(_ language: LanguageTag, _ file: String) -> Diagnostic {
        Diagnostic(
            "L154",
            at: .start(of: file),
            "there are no translations into `\(language.rawValue)`",
            help: "remove the file"
        )
    }

    /// The command that says a translation is up to date.
    package static func accept(_ key: String, _ language: LanguageTag) -> String {
        "paifang locale accept \(ShellWord.quoted(key)) --lang \(language.rawValue)"
    }
}
