import Documents
import Flows
import Screens

/// Writes a generated path as the opening of a scenario.
struct OpeningWriting {
    private let flow: FlowDefinition
    private let range: SourceRange
    private var given: Given
    private var entries: [ScenarioEntry] = []
    /// How calls end on the way.
    private var ends: [EffectName: [CannedOutcome]] = [:]
    /// The call that is under way, and for how long.
    private var open: (effect: EffectName, since: Int64)?

    /// Begins with what a scenario is given; what is written stands at the place of its `at`.
    init(_ flow: FlowDefinition, given: Given, at range: SourceRange) {
        self.flow = flow
        self.given = given
        self.range = range
    }

    /// The opening that leads where a path leads.
    mutating func opening(
        _ path: GeneratedPath,
        number: Int
    ) -> GeneratedOpenings.Opening {
        given.input = Dictionary(
            uniqueKeysWithValues: path.beginning.input.map {
                ($0.field, ScenarioText($0.sample.text, at: range))
            }
        )
        var place = flow.steps.first?.name
        open = called(by: place).map { ($0, 0) }
        for step in path.steps {
            add(step, from: place)
            place = step.arrival
        }
        if let open { ends[open.effect, default: []].append(lateEnd(of: open.effect)) }
        for (effect, ends) in ends { close(effect, after: ends) }
        return GeneratedOpenings.Opening(number: number, given: given, entries: entries)
    }

    private mutating func add(_ step: PathStep, from place: StepName?) {
        if case .effect(let effect, let outcome, let gives) = step.event {
            let after = (open?.since ?? 0) + step.after
            let texts = gives.map { ($0.field, ScenarioText($0.sample.text, at: range)) }
            let end = CannedOutcome(
                outcome: outcome,
                gives: Dictionary(uniqueKeysWithValues: texts),
                after: after
            )
            ends[effect, default: []].append(end)
            // The host says it by itself; there is nothing to do but to wait for it.
            if step.after > 0 {
                entries.append(ScenarioEntry(after: step.after, range: range))
            }
            open = called(by: step.arrival).map { ($0, 0) }
            return
        }
        entries.append(
            ScenarioEntry(after: step.after, action: action(step.event), range: range)
        )
        if step.arrival == place, let still = open {
            open = (still.effect, still.since + step.after)
        } else {
            if let left = open { ends[left.effect, default: []].append(.none) }
            open = called(by: step.arrival).map { ($0, 0) }
        }
    }

    private func called(by step: StepName?) -> EffectName? {
        guard let step, case .call(let effect) = flow.step(step)?.kind else { return nil }
        return effect
    }

    /// How the call ends at which the path ends: as the scenario says, if that is not at once.
    private func lateEnd(of effect: EffectName) -> CannedOutcome {
        let number = ends[effect]?.count ?? 0
        let canned = given.effects[effect] ?? []
        let chosen = canned.indices.contains(number) ? canned[number] : canned.last
        return chosen.flatMap { $0.after > 0 ? $0 : nil } ?? .none
    }

    /// Behind the path calls end as the scenario says, or as they usually do.
    private mutating func close(_ effect: EffectName, after ends: [CannedOutcome]) {
        let canned = given.effects[effect] ?? []
        var rest = Array(canned.dropFirst(ends.count))
        if rest.isEmpty { rest = Array(canned.suffix(1)) }
        if rest.isEmpty, let usual = flow.effect(effect)?.usualOutcome {
            rest = [CannedOutcome(outcome: usual.name)]
        }
        given.effects[effect] = ends + rest
    }

    // MARK: - Actions

    private func action(_ event: PathEvent) -> ScenarioAction? {
        switch event {
        case .submit(let answers): .submit(answers.flatMap(self.answers), isLate: false)
        case .press(let name): .press(name, isLate: false)
        case .openLink(let letter): .openLink(letter: "mail.\(letter)", which: nil)
        case .signal(let name): .signal(name)
        case .back: .back(isLate: false)
        case .change(let field): .change(field)
        case .fail(let field):
            .submit(
                [answer(flow.wrong(field), at: AnswerPath(field), isSecret: true)],
                isLate: false
            )
        case .effect, .wait: nil
        }
    }

    private func answers(_ answer: SampleAnswer) -> [ScenarioAnswer] {
        guard case .list(let parts, _) = flow.field(answer.field)?.type,
            case .array(let records) = answer.sample.written
        else {
            let isSecret = flow.field(answer.field)?.isSecret ?? false
            return [
                self.answer(answer.sample.text, at: AnswerPath(answer.field), isSecret: isSecret)
            ]
        }
        return records.enumerated().flatMap { index, record -> [ScenarioAnswer] in
            guard case .object(let members) = record else { return [] }
            return members.compactMap { member in
                guard let part = parts.first(where: { $0.name.text == member.name }) else {
                    return nil
                }
                let path = AnswerPath(
                    answer.field,
                    item: ItemPath(index: index, field: part.name)
                )
                return self.answer(Sample.text(of: member.value), at: path, isSecret: part.isSecret)
            }
        }
    }

    private func answer(_ text: String, at path: AnswerPath, isSecret: Bool) -> ScenarioAnswer {
        ScenarioAnswer(path: path, text: text, isSecret: isSecret, range: range)
    }
}

extension Sample {
    /// The answer as it would be typed.
    fileprivate var text: String { Self.text(of: written) }

    fileprivate static func text(of written: JSONValue) -> String {
        if case .string(let text) = written { text } else { JSONWriter.compact(written) }
    }
}
