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
            help: word.text == "stay" ? "only an event can stay" : nil,
            suggestion: word.text == "stay"
                ? nil
                : Suggestion(
                    for: word,
                    among: stepByName.keys.sorted(),
                    at: { stepPlaces[$0] }
                )
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
                    findings.report(
                        "E03",
                        at: entry.keyRange,
                        "`else` must stand alone, and last",
                        help: "write `- {else: <step>}` as the last branch"
                    )
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
    ///
    /// One whose way could not be read stays where it is, so that it is not missing besides.
    mutating func readEvents(_ node: DocumentNode, of step: StepDefinition) -> [EventDefinition] {
        (findings.entries(of: node, "`events`") ?? []).compactMap { entry in
            let name = Word(text: entry.key, range: entry.keyRange)
            guard findings.isName(name, "an event") else { return nil }
            let source = source(of: name.text, in: step)
            if entry.value.entries != nil {
                return readPossibleEvent(name, source, entry.value)
            }
            let route = readRoute(entry.value, mayStay: true)
            return EventDefinition(
                name: EventName(name.text),
                source: source,
                route: route ?? Route(otherwise: .stay, range: entry.value.range),
                range: name.range
            )
        }
    }

    /// The long form `{if, goto}`: an event that is possible only where the condition holds.
    private mutating func readPossibleEvent(
        _ name: Word,
        _ source: EventDefinition.Source,
        _ node: DocumentNode
    ) -> EventDefinition? {
        guard let keys = findings.keys(of: node, .event) else { return nil }
        let condition = keys["if"].flatMap { self.condition($0) }
        if source != .button, keys.has("if") {
            findings.report(
                "E03",
                at: name.range,
                "`\(name.text)` happens whether the condition holds or not",
                help: "write a list: `[{if: …, goto: …}, {else: …}]`"
            )
        }
        let target = keys["goto"].flatMap { readTarget($0, mayStay: true) }
        return EventDefinition(
            name: EventName(name.text),
            source: source,
            condition: condition,
            route: Route(otherwise: target ?? .stay, range: keys["goto"]?.range ?? node.range),
            range: name.range
        )
    }

    /// The declaration of an effect that a step of the part calls.
    func declaration(of effect: EffectName) -> EffectDraft? {
        declarations.effects[String(effect.text.dropFirst(part.prefix.count))]
    }

    private func source(of name: String, in step: StepDefinition) -> EventDefinition.Source {
        if case .call(let effect) = step.kind,
            declaration(of: effect)?.outcomes.contains(where: { $0.name.text == name }) == true
        {
            return .outcome
        }
        if step.sends.contains(where: { $0.link?.text == name }) { return .link }
        if declarations.signals.contains(EventName(name)) { return .signal }
        return .button
    }
}
