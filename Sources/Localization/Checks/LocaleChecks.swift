public import Documents

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
    /// - Returns: The findings.
    public static func check(
        catalogs: Catalogs,
        demanded: [DemandedMessage] = [],
        isAllDemanded: Bool = true,
        descriptions: MessageDescriptions? = nil,
        glossary: Glossary = Glossary()
    ) -> [Diagnostic] {
        guard let source = catalogs[catalogs.source] else { return [] }
        var findings = DemandCheck.missing(source, demanded)
        for language in catalogs.languages {
            guard let catalog = catalogs[language] else { continue }
            var own = FileRules.findings(catalog)
            let messages = MessageFindings(
                catalog,
                source,
                demands: DemandCheck.demands(on: catalog, demanded),
                descriptions: descriptions,
                glossary: glossary
            )
            for key in catalog.keys {
                guard let entry = catalog.entries[key] else { continue }
                if language != source.language {
                    own += KeyComparison.findings(entry, key, source)
                }
                own += messages.findings(key, entry)
            }
            if language == source.language, let descriptions {
                own += DescriptionCheck.findings(
                    source,
                    demanded,
                    descriptions,
                    findsUnused: isAllDemanded
                )
            }
            if language != source.language { own += KeyComparison.missing(catalog, source) }
            findings += Silences(catalog).applied(to: own)
        }
        if let descriptions {
            findings += DescriptionCheck.idlePatterns(descriptions, catalogs)
        }
        return findings
    }
}
