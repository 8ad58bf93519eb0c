import Documents

/// Where ways lead: targets, branches, events.
extension FlowReader {
    /// The index of a step that is named.
    mutating func readStepTarget(_ node: DocumentNode) -> Int? {
        guard let word = findings.word(node, "the target") else { return nil }
        return stepIndex(word)
    }

    private mutating func stepIndex(_ word: Word) -> Int? {
        if let index = stepByName[word.text] { return index }
        findings.report(
            "E02",
            at: word.range,
            "there is no step `\(word.text)`",
            help: word.text == "stay"
                ? "only an event can stay"
                : suggestion(for: word.text, among: stepByName.keys.sorted())
        )
        return nil
    }

    private mutating func readTarget(_ node: DocumentNode, mayStay: Bool) -> Route.Target? {
        guard let word = findings.word(node, "the target") else { return nil }
        if mayStay, word.text == "stay" { return .stay }
        return stepIndex(word).map { .step($0) }
    }

    /// Reads a step, or a list of branches that is closed by `else`.
    mutating func readRoute(_ node: DocumentNode, mayStay: Bool) -> Route? {
        guard let items = node.items else {
            if node.entries != nil {
                findings.report(
                    "E37",
                    at: node.range,
                    "branches must be a list",
                    help: "write `- {if: …, goto: …}` and close it by `- {else: …}`"
                )
                return nil
            }
            return readTarget(node, mayStay: mayStay).map {
                Route(otherwise: $0, range: node.range)
            }
        }
        var branches: [Route.Branch] = []
        var otherwise: Route.Target?
        for (index, item) in items.enumerated() {
            if let entry = item.entries?.first, entry.key == "else" {
                guard item.entries?.count == 1, index == items.count - 1 else {
                    findings.report("E03", at: entry.keyRange, "`else` must stand alone, and last")
                    continue
                }
                otherwise = readTarget(entry.value, mayStay: mayStay)
                if otherwise == nil { return nil }
            } else if let branch = readBranch(item, mayStay: mayStay) {
                branches.append(branch)
            }
        }
        guard let otherwise else {
            findings.report(
                "E03",
                at: items.last?.range ?? node.range,
                "the branches are not closed by `else`",
                help: "add `- {else: …}`"
            )
            return nil
        }
        return Route(branches: branches, otherwise: otherwise, range: node.range)
    }

    private mutating func readBranch(_ node: DocumentNode, mayStay: Bool) -> Route.Branch? {
        guard let keys = findings.keys(of: node, .event) else { return nil }
        guard let conditionNode = keys["if"] else {
            findings.report(
                "E38",
                at: node.range,
                "a branch needs the key `if`",
                help: "the last one is written `- {else: …}`"
            )
            return nil
        }
        let condition = self.condition(conditionNode)
        guard let goto = keys["goto"], let target = readTarget(goto, mayStay: mayStay),
            let condition
        else { return nil }
        return Route.Branch(condition: condition, target: target)
    }

    /// Reads the events of a step whose kind and sends are known already.
    mutating func readEvents(_ node: DocumentNode, of step: StepDefinition) -> [EventDefinition] {
        (findings.entries(of: node, "`events`") ?? []).compactMap { entry in
            let name = Word(text: entry.key, range: entry.keyRange)
            guard findings.isName(name, "an event") else { return nil }
            let source = source(of: name.text, in: step)
            if entry.value.entries != nil {
                return readPossibleEvent(name, source, entry.value)
            }
            return readRoute(entry.value, mayStay: true).map {
                EventDefinition(
                    name: EventName(name.text),
                    source: source,
                    route: $0,
                    range: name.range
                )
            }
        }
    }

    /// The long form `{if, goto}`: an event that is possible only where the condition holds.
    private mutating func readPossibleEvent(
        _ name: Word,
        _ source: EventDefinition.Source,
        _ node: DocumentNode
    ) -> EventDefinition? {
        guard let keys = findings.keys(of: node, .event), let goto = keys["goto"] else {
            return nil
        }
        let condition = keys["if"].flatMap { self.condition($0) }
        if source != .button, keys.has("if") {
            findings.report(
                "E03",
                at: name.range,
                "`\(name.text)` happens whether the condition holds or not",
                help: "write a list: `[{if: …, goto: …}, {else: …}]`"
            )
        }
        return readTarget(goto, mayStay: true).map { target in
            EventDefinition(
                name: EventName(name.text),
                source: source,
                condition: condition,
                route: Route(otherwise: target, range: goto.range),
                range: name.range
            )
        }
    }

    /// The declaration of an effect that a step of the part calls.
    private func declared(_ effect: EffectName) -> EffectDraft? {
        declarations.effects[String(effect.text.dropFirst(part.prefix.count))]
    }

    private func source(of name: String, in step: StepDefinition) -> EventDefinition.Source {
        if case .call(let effect) = step.kind,
            declared(effect)?.outcomes.contains(where: { $0.name.text == name }) == true
        {
            return .outcome
        }
        if step.sends.contains(where: { $0.link?.text == name }) { return .link }
        if declarations.signals.contains(EventName(name)) { return .signal }
        return .button
    }

    /// Every outcome of a step's effect and every link of its sends must be handled.
    mutating func checkHandling(of step: StepDefinition) {
        let handled = step.events.map(\.name.text)
        if case .call(let effect) = step.kind, let draft = declared(effect) {
            for outcome in draft.outcomes where !handled.contains(outcome.name.text) {
                let misspelt = step.events.first { event in
                    event.source == .button
                        && Spelling.nearest(to: event.name.text, among: [outcome.name.text]) != nil
                }
                findings.report(
                    "E20",
                    at: misspelt?.range ?? step.range,
                    "the outcome `\(outcome.name.text)` of `\(draft.name.text)` is not handled",
                    help: misspelt.map { "`\($0.name)` is a button: is the outcome meant?" }
                        ?? "add `\(outcome.name.text): <step>` under `events:`",
                    related: [.init(range: outcome.name.range, label: "the outcome")]
                )
            }
        }
        for send in step.sends {
            guard let link = send.link, !handled.contains(link.text) else { continue }
            findings.report(
                "E21",
                at: send.range,
                "the event `\(link)` of the link in `\(send.name)` is not handled",
                help: "add `\(link): <step>` under `events:`"
            )
        }
    }
}
