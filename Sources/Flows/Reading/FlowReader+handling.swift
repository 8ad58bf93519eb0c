import Documents

/// What a step must say about the outcomes of its effect and the links that it sends.
extension FlowReader {
    /// Whether every outcome of a step's effect and every link of its sends leads somewhere; reports those
    /// that don't.
    mutating func isHandled(_ step: StepDefinition) -> Bool {
        let areOutcomesHandled = checkOutcomes(of: step)
        let areLinksHandled = checkLinks(of: step)
        return areOutcomesHandled && areLinksHandled
    }

    private mutating func checkOutcomes(of step: StepDefinition) -> Bool {
        guard case .call(let name) = step.kind, let effect = declaration(of: name) else {
            return true
        }
        var missing: [EffectDraft.Outcome] = []
        for outcome in effect.outcomes where step.event(EventName(outcome.name.text)) == nil {
            guard let button = misspelt(outcome.name.text, in: step) else {
                missing.append(outcome)
                continue
            }
            findings.report(
                "E20",
                at: button.range,
                "the outcome `\(outcome.name.text)` of `\(name)` is not handled",
                help: "`\(button.name)` is a button: did you mean `\(outcome.name.text)`?",
                related: [.init(range: outcome.name.range, label: "the outcome")]
            )
            return false
        }
        guard !missing.isEmpty else { return true }
        let names = missing.map { "`\($0.name.text)`" }.formatted
        let lines = missing.map { "`\($0.name.text): <step>`" }.formatted
        let declared = missing.filter { $0.name.text != OutcomeDefinition.unavailable.text }
        findings.report(
            "E20",
            at: places.called[step.range] ?? step.range,
            missing.count == 1
                ? "the outcome \(names) of `\(name)` is not handled"
                : "the outcomes \(names) of `\(name)` are not handled",
            help: "add \(lines) under `events:`",
            related: declared.map { .init(range: $0.name.range, label: "the outcome") }
        )
        return false
    }

    private mutating func checkLinks(of step: StepDefinition) -> Bool {
        var isSound = true
        for send in step.sends {
            guard let link = send.link else { continue }
            let place = places.links[send.range] ?? send.range
            guard let event = step.event(link) else {
                let button = misspelt(link.text, in: step)
                findings.report(
                    "E21",
                    at: button?.range ?? place,
                    "the event `\(link)` of the link in `\(send.name)` is not handled",
                    help: button.map { "`\($0.name)` is a button: did you mean `\(link)`?" }
                        ?? "add `\(link): <step>` under `events:`",
                    related: button == nil ? [] : [.init(range: place, label: "the link's event")]
                )
                // Two letters with the same link lack the same event.
                return false
            }
            guard event.source == .outcome || declarations.signals.contains(link) else { continue }
            findings.report(
                "E35",
                at: place,
                "the link in `\(send.name)` can't bring about `\(link)`, which comes from the host",
                help: "choose another name for the link's event",
                related: [.init(range: event.range, label: "the event")]
            )
            isSound = false
        }
        return isSound
    }

    /// A button whose name is so near to another that this one was probably meant.
    private func misspelt(_ name: String, in step: StepDefinition) -> EventDefinition? {
        step.events.first { event in
            event.source == .button
                && Spelling.nearest(to: event.name.text, among: [name]) != nil
        }
    }
}
