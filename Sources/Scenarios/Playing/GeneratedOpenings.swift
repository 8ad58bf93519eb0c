import Documents
import Flows
import Synchronization

/// Finds how scenarios get to the step at which they begin, once for all that are given the same.
final class GeneratedOpenings: Sendable {
    /// A way to a step, in the words of scenarios.
    struct Opening: Sendable {
        /// Tells it from the other openings of its stage.
        let number: Int
        /// What is given, with how the calls on the way end.
        var given: Given
        var entries: [ScenarioEntry]
    }

    /// What a way depends on.
    private struct Key: Hashable {
        let flow: FlowName
        let step: StepName
        let clock: Int64
        let zone: String
        let input: [FieldName: ScenarioText]
        let effects: [EffectName: [CannedOutcome]]
    }

    private let known = Mutex<[Key: Opening?]>([:])

    /// The shortest way to a step; `nil` where none was found.
    func opening(
        to start: (step: StepName, range: SourceRange),
        _ given: Given,
        _ flow: FlowStage,
        _ stage: Stage
    ) throws(PlayFailure) -> Opening? {
        let key = Key(
            flow: flow.definition.name,
            step: start.step,
            clock: given.clock,
            zone: given.zone,
            input: given.input,
            effects: given.effects
        )
        // Whoever needs the same way waits for it: searching twice takes longer.
        return try known.withLock { known throws(PlayFailure) in
            if let opening = known[key] { return opening }
            let path = try Self.path(to: start.step, given, flow, stage)
            let opening = path.map { path in
                var writing = OpeningWriting(flow.definition, given: given, at: start.range)
                return writing.opening(path, number: known.count)
            }
            known[key] = .some(opening)
            return opening
        }
    }

    private static func path(
        to step: StepName,
        _ given: Given,
        _ flow: FlowStage,
        _ stage: Stage
    ) throws(PlayFailure) -> GeneratedPath? {
        let (beginning, outcomes) = try stage.beginning(of: given, flow.definition)
        // A search for what no drawing of the flow leads to would look at everything else first.
        guard flow.definition.leads(to: step, where: outcomes) else { return nil }
        let paths = GeneratedPaths(
            flow.machine,
            beginning: beginning,
            outcomes: outcomes,
            goal: step,
            isClockFixed: true
        )
        return paths.path(to: step)
    }
}

extension FlowDefinition {
    /// Whether arrows lead from a beginning to a step, where some effects end in one way only.
    fileprivate func leads(
        to step: StepName,
        where outcomes: [EffectName: SampleOutcome]
    ) -> Bool {
        var open = [0] + (opening.map { [$0.closed] } ?? [])
        var seen = Set(open)
        while let place = open.popLast() {
            if steps[place].name == step { return true }
            for target in targets(of: steps[place], where: outcomes)
            where seen.insert(target).inserted { open.append(target) }
        }
        return false
    }

    private func targets(
        of step: StepDefinition,
        where outcomes: [EffectName: SampleOutcome]
    ) -> [Int] {
        var only: OutcomeName?
        if case .call(let effect) = step.kind { only = outcomes[effect]?.outcome }
        let events = step.events.filter { event in
            event.source != .outcome || only.map { $0.text == event.name.text } ?? true
        }
        let routes = [step.next].compactMap(\.self) + events.map(\.route)
        let others =
            step.timers.map(\.target)
            + [step.attempts?.target, expiry?.target]
            .compactMap(\.self)
        return others
            + routes.flatMap(\.targets).compactMap { target in
                if case .step(let index) = target { index } else { nil }
            }
    }
}

extension Stage {
    /// What a search begins with, as values; of a list of outcomes the first counts on the way.
    fileprivate func beginning(
        of given: Given,
        _ flow: FlowDefinition
    ) throws(PlayFailure) -> (PathBeginning, [EffectName: SampleOutcome]) {
        let input = try samples(given.input, flow)
        var outcomes: [EffectName: SampleOutcome] = [:]
        for (effect, canned) in given.effects {
            guard let first = canned.first else { continue }
            // What comes late or never is not awaited on the way.
            let name = first.after == 0 ? first.outcome : nil
            outcomes[effect] = SampleOutcome(name ?? "none", gives: try samples(first.gives, flow))
        }
        let beginning = PathBeginning(
            input: input,
            locale: flow.locale,
            zone: given.zone,
            clock: given.clock
        )
        return (beginning, outcomes)
    }

    private func samples(
        _ texts: [FieldName: ScenarioText],
        _ flow: FlowDefinition
    ) throws(PlayFailure) -> [SampleAnswer] {
        var samples: [SampleAnswer] = []
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard let field = flow.field(name) else { continue }
            let value = try value(text, of: field)
            samples.append(
                SampleAnswer(field: name, sample: Sample(value: value, written: .string(text.text)))
            )
        }
        return samples
    }
}
