import Documents

/// What the rules say about the messages of one language: findings with places, facts and mends.
///
/// Facts are made for findings only; a message without one costs nothing but its rules.
struct MessageFindings {
    let catalog: Catalog
    /// The catalogue that was translated from.
    let source: Catalog
    let demands: [MessageKey: [DemandedMessage]]
    let descriptions: MessageDescriptions?
    let glossary: Glossary

    init(
        _ catalog: Catalog,
        _ source: Catalog,
        demands: [MessageKey: [DemandedMessage]],
        descriptions: MessageDescriptions?,
        glossary: Glossary
    ) {
        self.catalog = catalog
        self.source = source
        self.demands = demands
        self.descriptions = descriptions
        self.glossary = glossary
    }

    /// The findings about one message.
    func findings(_ key: MessageKey, _ entry: Catalog.Entry) -> [Diagnostic] {
        let inspection = MessageInspection(
            key: key,
            language: catalog.language,
            pattern: entry.pattern,
            tree: entry.tree,
            original: catalog.language == source.language ? nil : source.entries[key]?.tree,
            description: descriptions?[key],
            demands: demands[key] ?? []
        )
        let problems = MessageRules.problems(inspection, glossary: glossary)
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
        if inspection.original != nil, let english = source.entries[inspection.key]?.pattern {
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
