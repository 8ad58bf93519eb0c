public import Documents

/// Checks the catalogues against each other, against what flows need, and against their descriptions.
///
/// What is wrong inside one message is found when a catalogue is loaded (``Catalog/load(_:language:source:)``).
public enum LocaleChecks {
    /// The findings: per language in its file's order, with those about missing keys last.
    ///
    /// O(number of messages). Places inside messages are not known here, so findings stand at keys and
    /// whole texts.
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
        var findings: [Diagnostic] = []
        for language in catalogs.languages {
            guard let catalog = catalogs[language] else { continue }
            for key in catalog.keys {
                guard let entry = catalog.entries[key] else { continue }
                findings += PluralCheck.findings(entry, key, language)
                findings += words(entry, key, language, catalogs, descriptions, glossary)
                if language != catalogs.source {
                    findings += SourceComparison.findings(entry, key, source)
                }
            }
            if language != catalogs.source {
                findings += SourceComparison.missing(catalog, source)
            }
        }
        findings += DemandCheck.findings(catalogs, demanded)
        if let descriptions {
            findings += DescriptionCheck.findings(
                source,
                demanded,
                descriptions,
                findsUnused: isAllDemanded
            )
        }
        return findings
    }

    private static func words(
        _ entry: Catalog.Entry,
        _ key: MessageKey,
        _ language: LanguageTag,
        _ catalogs: Catalogs,
        _ descriptions: MessageDescriptions?,
        _ glossary: Glossary
    ) -> [Diagnostic] {
        guard let tree = try? MessageTree.parse(entry.pattern) else { return [] }
        let original = language == catalogs.source ? nil : catalogs[catalogs.source]?.entries[key]
        if language != catalogs.source, original == nil { return [] }
        let inspection = MessageInspection(
            key: key,
            language: language,
            pattern: entry.pattern,
            tree: tree,
            original: original.flatMap { try? MessageTree.parse($0.pattern) },
            description: descriptions?[key]
        )
        return TextRules.findings(inspection, glossary: glossary).map { problem in
            let range = entry.place.range(of: problem.range, in: nil)
            return Diagnostic(
                problem.code,
                at: range,
                "`\(key.rawValue)`: \(problem.message)",
                help: problem.help
            )
        }
    }
}
