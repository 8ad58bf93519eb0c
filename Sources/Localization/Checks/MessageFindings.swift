import Documents

/// What the rules say about the messages of one language: findings with places, facts and mends.
///
/// Facts are made for findings only; a message without one costs nothing but its rules.
struct MessageFindings {
    let catalog: Catalog
    /// The messages that were translated from.
    let originals: OriginalMessages
    let demands: [MessageKey: [DemandedMessage]]
    private let facts: LanguageFacts
    /// What is known of the language's words.
    var words: LanguageWords? { facts.words }

    init(
        _ catalog: Catalog,
        _ originals: OriginalMessages,
        demands: [MessageKey: [DemandedMessage]]
    ) {
        self.catalog = catalog
        self.originals = originals
        self.demands = demands
        facts = LanguageFacts(catalog.language, glossary: originals.glossary)
    }

    /// The findings about one message, which was translated from another where `original` is known.
    func findings(
        _ entry: Catalog.Entry,
        _ original: OriginalMessage?,
        drafting draft: inout TextDraft
    ) -> [Diagnostic] {
        let isSource = catalog.language == originals.source.language
        let text: MessageText
        if isSource, let original { text = original.text } else { text = draft.text(of: entry) }
        let inspection = MessageInspection(
            entry,
            text: text,
            original: isSource ? nil : original,
            description: original.map(\.description) ?? originals.descriptions?[entry.key],
            demands: demands.isEmpty ? [] : demands[entry.key] ?? [],
            facts: facts
        )
        let problems = MessageRules.problems(inspection)
        guard !problems.isEmpty else { return [] }
        return problems.map { diagnostic($0, entry, inspection) }
    }

    private func diagnostic(
        _ problem: MessageProblem,
        _ entry: Catalog.Entry,
        _ inspection: MessageInspection
    ) -> Diagnostic {
        Diagnostic(
            problem.code,
            at: entry.place.range(of: problem.range, in: catalog.source),
            "`\(inspection.key.rawValue)`: \(problem.message)",
            label: problem.label,
            notes: notes(problem, inspection),
            help: problem.help,
            fix: problem.replacement.flatMap {
                entry.place.fix(problem.range, to: $0, in: catalog.source)
            }
        )
    }

    private func notes(_ problem: MessageProblem, _ inspection: MessageInspection) -> [String] {
        var notes: [String] = []
        if let shown = ShownText(inspection).around(problem) { notes.append("shows as: \(shown)") }
        if inspection.original != nil,
            let english = originals.source.entries[inspection.key]?.pattern
        {
            notes.append("English: \(ShownText.cut(english))")
        }
        if let demand = inspection.demands.first(where: { !$0.isGeneral }),
            demand.place.end.byte > 0
        {
            notes.append("used in: \(demand.place.file):\(demand.place.start.line)")
        }
        return notes
    }
}
