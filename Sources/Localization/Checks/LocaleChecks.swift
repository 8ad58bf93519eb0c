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
        let languages = catalogs.languages.compactMap { catalogs[$0] }
        let originals = OriginalMessages(source, descriptions, glossary, perform)
        let rules = made(languages.count, perform) { index in
            MessageFindings(
                languages[index],
                originals,
                demands: DemandCheck.demands(on: languages[index], demanded)
            )
        }
        // No message needs what is found in another; in parts, all cores are busy to the end. Languages take
        // turns: what rules know of one is then mostly looked at by one core, which need not wait for others.
        let all = languages.map { parts(of: $0) }
        let stretches = (0..<(all.map(\.count).max() ?? 0)).flatMap { turn in
            all.indices.filter { turn < all[$0].count }.map { (language: $0, range: all[$0][turn]) }
        }
        // What looks at all messages at once begins first, or it would be waited for at the end.
        let wholes = wholes(catalogs, source, demanded, descriptions, findsUnused: isAllDemanded)
        let found = made(wholes.count + stretches.count, perform) { index in
            guard index >= wholes.count else { return Found(findings: wholes[index]()) }
            let (language, range) = stretches[index - wholes.count]
            return findings(languages[language].list[range], rules[language], originals)
        }
        let (missing, described, idle) = (found[0], found[1], found[2])
        let inStretches = Array(zip(stretches.map(\.language), found.dropFirst(wholes.count)))
        let own = made(languages.count, perform) { language in
            findings(
                languages[language],
                inStretches.filter { $0.0 == language }.map(\.1),
                originals,
                described.findings
            )
        }
        return missing.findings + own.flatMap(\.self) + idle.findings
    }

    /// What is found in all messages of the source, in its descriptions, and in those of no message.
    private static func wholes(
        _ catalogs: Catalogs,
        _ source: Catalog,
        _ demanded: [DemandedMessage],
        _ descriptions: MessageDescriptions?,
        findsUnused: Bool
    ) -> [@Sendable () -> [Diagnostic]] {
        [
            { DemandCheck.missing(source, demanded) },
            {
                descriptions.map {
                    DescriptionCheck.findings(source, demanded, $0, findsUnused: findsUnused)
                } ?? []
            },
            { descriptions.map { DescriptionCheck.idlePatterns($0, catalogs) } ?? [] },
        ]
    }

    /// Does a number of things, each once.
    typealias Perform = (Int, @Sendable (Int) -> Void) -> Void

    /// What is made of each number below a count, in their order.
    static func made<Made: Sendable>(
        _ count: Int,
        _ perform: Perform,
        _ make: @escaping @Sendable (Int) -> Made
    ) -> [Made] {
        let all = Mutex([Made?](repeating: nil, count: count))
        perform(count) { index in
            let one = make(index)
            all.withLock { $0[index] = one }
        }
        return all.withLock { $0.compactMap(\.self) }
    }

    /// Stretches of a language's messages that are looked at side by side.
    static func parts(of catalog: Catalog) -> [Range<Int>] {
        stride(from: 0, to: catalog.list.count, by: 128).map {
            $0..<min($0 + 128, catalog.list.count)
        }
    }

    /// What is found in a stretch of messages.
    private struct Found {
        var findings: [Diagnostic] = []
        /// How many of the messages the source has, too.
        var translated = 0
    }

    private static func findings(
        _ entries: ArraySlice<Catalog.Entry>,
        _ rules: MessageFindings,
        _ originals: OriginalMessages
    ) -> Found {
        var all = Found()
        var next = entries.startIndex
        var draft = TextDraft(knowing: rules.words)
        for entry in entries {
            let original = originals.message(of: entry.key, next: &next)
            if original == nil {
                all.findings += KeyComparison.findings(entry, entry.key, originals.source)
            } else {
                all.translated += 1
            }
            let found = rules.findings(entry, original, drafting: &draft)
            if !found.isEmpty { all.findings += found }
        }
        return all
    }

    /// What is found in one language, with what is found in its messages and, of the source, in its descriptions.
    private static func findings(
        _ catalog: Catalog,
        _ found: [Found],
        _ originals: OriginalMessages,
        _ described: [Diagnostic]
    ) -> [Diagnostic] {
        let source = originals.source
        let isSource = catalog.language == source.language
        var own = FileRules.findings(catalog) + found.flatMap(\.findings)
        if !isSource, found.reduce(0, { $0 + $1.translated }) < source.list.count {
            own += KeyComparison.missing(catalog, source)
        }
        if isSource { own += described }
        return Silences(catalog).applied(to: own)
    }
}
