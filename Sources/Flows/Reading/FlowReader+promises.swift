import Documents

/// What a flow promises.
extension FlowReader {
    mutating func readPromises(_ node: DocumentNode?, steps: [StepDefinition]) -> [Promise] {
        guard let node else { return [] }
        return (findings.entries(of: node, "`promises`") ?? []).compactMap { entry in
            guard let keys = findings.keys(of: entry.value, .promise),
                let (effect, outcome) = outcome(Word(text: entry.key, range: entry.keyRange))
            else { return nil }
            let promise = Promise(
                effect: effect,
                outcome: outcome,
                onlyAfter: keys["only_after"].flatMap { readEvent($0, steps: steps) },
                atMost: keys["at_most"].flatMap {
                    findings.integer($0, "`at_most`", in: 1...1_000)
                },
                range: entry.keyRange
            )
            if !keys.has("only_after"), !keys.has("at_most") {
                findings.report(
                    "E38",
                    at: entry.keyRange,
                    "the promise needs `only_after` or `at_most`",
                    help: "add `only_after: <step>.<event>`, `at_most: <number>`, or both"
                )
                return nil
            }
            return promise
        }
    }

    /// The effect and outcome that `effect.outcome` names.
    private mutating func outcome(_ word: Word) -> (EffectName, OutcomeName)? {
        guard let (first, last) = parts(of: word, "effect.outcome") else { return nil }
        guard let effect = declarations.effects[first], calledEffects.contains(first) else {
            findings.report(
                "E22",
                at: word.range,
                declarations.effects[first] == nil
                    ? "there is no effect `\(first)`" : "the flow calls no effect `\(first)`",
                suggestion: Suggestion(
                    for: first,
                    in: word,
                    among: calledEffects,
                    spelling: { "\($0).\(last)" }
                )
            )
            return nil
        }
        let outcomes = effect.outcomes.map(\.name.text)
        guard outcomes.contains(last) else {
            findings.report(
                "E39",
                at: word.range,
                "`\(first)` has no outcome `\(last)`",
                suggestion: Suggestion(
                    for: last,
                    in: word,
                    among: outcomes,
                    at: { name in effect.outcomes.first { $0.name.text == name }?.name.range },
                    spelling: { "\(first).\($0)" }
                )
            )
            return nil
        }
        return (EffectName(first), OutcomeName(last))
    }

    /// The step and event that `step.event` names.
    private mutating func readEvent(
        _ node: DocumentNode,
        steps: [StepDefinition]
    ) -> (step: Int, event: EventName)? {
        guard let word = findings.word(node, "`only_after`"),
            let (first, last) = parts(of: word, "step.event")
        else { return nil }
        guard let index = stepByName[first] else {
            findings.report(
                "E02",
                at: word.range,
                "there is no step `\(first)`",
                suggestion: Suggestion(
                    for: first,
                    in: word,
                    among: stepByName.keys.sorted(),
                    at: { stepPlaces[$0] },
                    spelling: { "\($0).\(last)" }
                )
            )
            return nil
        }
        let events = steps[index].events
        // A link or outcome that is not handled was reported there; so it is no event, or only a button.
        if unhandled.contains(index) { return nil }
        guard let event = events.first(where: { $0.name.text == last }) else {
            findings.report(
                "E39",
                at: word.range,
                "the step `\(first)` has no event `\(last)`",
                suggestion: Suggestion(
                    for: last,
                    in: word,
                    among: events.map(\.name.text),
                    at: { name in events.first { $0.name.text == name }?.range },
                    spelling: { "\(first).\($0)" }
                )
            )
            return nil
        }
        // The machine notes links and outcomes; a button alone proves nothing.
        guard event.source == .link || event.source == .outcome else {
            findings.report(
                "E39",
                at: word.range,
                "`\(last)` is no proof: it is neither a link nor an outcome",
                help: "name the event of a link, or an outcome of a call"
            )
            return nil
        }
        return (index, event.name)
    }

    private mutating func parts(of word: Word, _ form: String) -> (String, String)? {
        let parts = word.text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            findings.report(
                "E39",
                at: word.range,
                "`\(word.text)` must be written `\(form)`",
                help: "write both names with a full stop between them"
            )
            return nil
        }
        return (String(parts[0]), String(parts[1]))
    }
}
