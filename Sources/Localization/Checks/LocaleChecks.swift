public import Documents
import Synchronization

/// Checks the catalogues against each other, against what flows need, and against their descriptions.
///
/// What keeps a message from being read at all is found when a catalogue is loaded
/// (``Catalog/load(_:language:source:)``). Everything else is found here: each message is looked at once by
/// every rule (``MessageRules``), and what they say is placed in the file (``MessageFindings``).
public enum LocaleChecks {
    /// The findings: per language in its file's order, with those about missing keys last.
    ///
    /// O(length of the messages).
    ///
    /// - Parameters:
    ///   - catalogs: The words.
    ///   - demanded: What flows need.
    ///   - isAllDemanded: Whether nothing else is needed: where a flow could not be read, nobody knows.
    ///   - descriptions: What translators are told.
    ///   - glossary: The words of the product.
    ///   - perform: Does a number of things, each once, in any order or side by side; one after another where
    ///     nothing else is said.
    /// - Returns: The findings.
    public static func check(
        catalogs: Catalogs,
        demanded: [DemandedMessage] = [],
        isAllDemanded: Bool = true,
        descriptions: MessageDescriptions? = nil,
        glossary: Glossary = Glossary(),
        perform: (Int, @Sendable (Int) -> Void) -> Void = { count, one in (0..<count).forEach(one) }
    ) -> [Diagnostic] {
        guard let source = catalogs[catalogs.source] else { return [] }
        let languages = catalogs.languages
        let originals = OriginalMessages(source, descriptions, glossary)
        // No language needs what is found in another.
        let found = Mutex([[Diagnostic]](repeating: [], count: languages.count))
        perform(languages.count) { index in
            guard let catalog = catalogs[languages[index]] else { return }
            let own = Self.findings(catalog, originals, demanded, findsUnused: isAllDemanded)
            found.withLock { $0[index] = own }
        }
        var findings = DemandCheck.missing(source, demanded)
        findings += found.withLock { $0 }.flatMap(\.self)
        if let descriptions {
            findings += DescriptionCheck.idlePatterns(descriptions, catalogs)
        }
        return findings
    }

    /// What is found in one language.
    private static func findings(
        _ catalog: Catalog,
        _ originals: OriginalMessages,
        _ demanded: [DemandedMessage],
        findsUnused: Bool
    ) -> [Diagnostic] {
        var own = FileRules.findings(catalog)
        let source = originals.source
        let isSource = catalog.language == source.language
        let messages = MessageFindings(
            catalog,
            originals,
            demands: DemandCheck.demands(on: catalog, demanded)
        )
        var next = 0
        var translated = 0
        for entry in catalog.list {
            let key = entry.key
            let original = originals.message(of: key, next: &next)
            if original == nil {
                own += KeyComparison.findings(entry, key, source)
            } else {
                translated += 1
            }
            let found = messages.findings(entry, original)
            if !found.isEmpty { own += found }
        }
        if !isSource, translated < source.list.count {
            own += KeyComparison.missing(catalog, source)
        }
        if isSource, let descriptions = originals.descriptions {
            own += DescriptionCheck.findings(
                source,
                demanded,
                descriptions,
                findsUnused: findsUnused
            )
        }
        return Silences(catalog).applied(to: own)
    }
}
