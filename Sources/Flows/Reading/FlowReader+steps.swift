import Documents

/// The steps of a flow.
extension FlowReader {
    /// Reads all steps of the part: one for each item of the list, so that indices hold.
    mutating func readSteps() -> [StepDefinition] {
        let steps = part.nodes.indices.map { offset in
            let step = readStep(part.nodes[offset], index: part.firstStep + offset)
            return current > 0 ? leaving(step) : step
        }
        // Only now it is known which names were reported already.
        for (need, effect) in missingNeeds where !unknownFields.contains(need.text) {
            reportMissing(need, of: effect)
        }
        return steps
    }

    private mutating func readStep(_ node: DocumentNode, index: Int) -> StepDefinition {
        guard let keys = findings.keys(of: node, .step), let nameNode = keys["step"],
            let name = findings.word(nameNode, "the step's name")
        else { return StepDefinition(name: "", kind: .waiting, range: node.range) }
        _ = findings.isName(name, "a step")
        var step = StepDefinition(
            name: StepName(part.prefix + name.text),
            kind: kind(keys, name),
            range: name.range
        )
        if keys.has("run") { return running(step, keys, index: index) }
        if keys.has("with") {
            findings.report("E30", at: keys.range(of: "with"), "only a step with `run` has `with`")
        }
        if let back = keys["back"] {
            step.allowsBack = findings.choice(back, "`back`", of: ["never"]) == nil
        }
        if let send = keys["send"] { step.sends = readSends(send) }
        if let after = keys["after"] { step.timers = readTimers(after) }
        if let attempts = keys["attempts"] {
            step.attempts = readAttempts(attempts, keys, of: name)
        }
        if let events = keys["events"] { step.events = readEvents(events, of: step) }
        let isLast = index + 1 == part.firstStep + part.nodes.count
        step.next = readNext(keys, step, following: isLast ? nil : index + 1)
        if !isHandled(step) { unhandled.insert(index) }
        checkCodes(of: step)
        checkSecrets(of: step, keys)
        if keys.has("offer"), !keys.has("end") {
            findings.report(
                "E30",
                at: keys.range(of: "offer"),
                "only an end can have `offer`",
                help: "move it to a step with `end`"
            )
        }
        return step
    }

    private mutating func kind(_ keys: Keys, _ name: Word) -> StepDefinition.Kind {
        let kinds = ["ask", "review", "call", "run", "end"].filter { keys.has($0) }
        if kinds.count > 1 {
            findings.report(
                "E35",
                at: keys.range(of: kinds[1]),
                "a step can't have both `\(kinds[0])` and `\(kinds[1])`",
                help: "make two steps of it, or remove one of the keys"
            )
        }
        switch kinds.first {
        case "ask":
            return .form(fields: keys["ask"].map { readAsked($0, by: name) } ?? [])
        case "review":
            if let review = keys["review"] {
                _ = findings.choice(review, "`review`", of: ["all"])
            }
            return .review
        case "call":
            guard let node = keys["call"], let effect = findings.word(node, "`call`") else {
                return .waiting
            }
            places.called[name.range] = effect.range
            checkEffect(effect)
            return .call(
                EffectName(part.prefix + (self.effect(meantBy: effect.text) ?? effect.text))
            )
        case "run":
            return .branch
        case "end":
            return end(keys, name)
        default:
            let isBranch =
                keys.has("next") && !["events", "after"].contains { keys.has($0) }
            return isBranch ? .branch : .waiting
        }
    }

    private mutating func end(_ keys: Keys, _ name: Word) -> StepDefinition.Kind {
        for key in ["events", "after", "next", "back", "attempts"] where keys.has(key) {
            findings.report(
                "E35",
                at: keys.range(of: key),
                "nothing follows an end: it can't have `\(key)`",
                help: "remove `\(key)`, or remove `end` where the walk goes on"
            )
        }
        var outcome = name.text
        if let node = keys["end"], let word = findings.word(node, "`end`"),
            findings.isName(word, "an outcome")
        {
            outcome = word.text
        }
        let offers = findings.distinct(keys["offer"].map { findings.words($0, "a flow") } ?? [])
        let names = offers.filter { findings.isFlowName($0) }.map { FlowName($0.text) }
        return .end(OutcomeName(outcome), offers: names)
    }

    private mutating func readAsked(_ node: DocumentNode, by step: Word) -> [Int] {
        var asked: [Int] = []
        for word in findings.words(node, "a field") {
            guard let slot = slot(word) else { continue }
            let first = places.asked[step.range]?[slot]
            places.asked[step.range, default: [:]][slot] = first ?? word.range
            guard slots[slot].origin == .asked else {
                findings.report(
                    "E13",
                    at: word.range,
                    "`\(word.text)` can't be asked: it is given",
                    help: "take it out of `ask`, or declare a field of another name",
                    related: [.init(range: slots[slot].place, label: "given here")]
                )
                continue
            }
            guard !asked.contains(slot) else {
                findings.report(
                    "E01",
                    at: word.range,
                    "`\(word.text)` is asked twice",
                    help: "remove one of the two",
                    related: first.map { [.init(range: $0, label: "first here")] } ?? []
                )
                continue
            }
            asked.append(slot)
        }
        return asked
    }

    private mutating func checkEffect(_ name: Word) {
        if declarations.effects[name.text] == nil {
            findings.report(
                "E22",
                at: name.range,
                "there is no effect `\(name.text)`",
                help: declarations.effects.isEmpty ? "declare it in the effects file" : nil,
                suggestion: Suggestion(
                    for: name,
                    among: declarations.effects.keys.sorted(),
                    at: { declarations.effects[$0]?.name.range }
                )
            )
        }
        guard let meant = effect(meantBy: name.text), let effect = declarations.effects[meant]
        else {
            return
        }
        let isCompared = isCompared(effect)
        checkWrites(effect, calledAt: name.range, isCompared: isCompared)
        checkOpening(effect, calledAt: name, isCompared: isCompared)
        for need in effect.allNeeds {
            guard let slot = slotByName[need.text] else {
                missingNeeds.append((need, name))
                continue
            }
            if let kind = verdict(slots[slot].draft) {
                findings.report(
                    "E14",
                    at: need.range,
                    "an effect can't need the \(kind) `\(need.text)`: it counts for one form, and is not kept",
                    related: [.init(range: name.range, label: "called here")]
                )
            }
        }
    }

    /// A misspelt name is reported where it is declared, anything else at the call.
    private mutating func reportMissing(_ need: Word, of effect: Word) {
        let isAccountField = declarations.fields[need.text] != nil
        let meant =
            isAccountField ? nil : Spelling.nearest(to: need.text, among: slotByName.keys.sorted())
        if let meant {
            findings.report(
                "E13",
                at: need.range,
                "there is no field `\(need.text)`",
                help: "did you mean `\(meant)`?",
                related: [.init(range: effect.range, label: "the effect is called here")]
            )
        } else if let inner = inner(need.text) {
            findings.report(
                "E13",
                at: effect.range,
                "the effect `\(effect.text)` needs `\(need.text)`: \(inner.message)",
                notes: [InnerName.note],
                help: "give it to the host by an effect that `\(inner.flow)` itself calls",
                related: [.init(range: need.range, label: "needed here")]
            )
        } else {
            findings.report(
                "E13",
                at: effect.range,
                "the effect `\(effect.text)` needs the field `\(need.text)`, which the flow does not have",
                help: isAccountField
                    ? "list `\(need.text)` under `fields:`, and ask it" : "declare and ask it",
                related: [.init(range: need.range, label: "needed here")]
            )
        }
    }

    /// Where a form, review or branch goes on: what it says, else the step that follows in the file.
    private mutating func readNext(
        _ keys: Keys,
        _ step: StepDefinition,
        following: Int?
    ) -> Route? {
        switch step.kind {
        case .form, .review, .branch:
            if let next = keys["next"] { return readRoute(next, mayStay: false) }
            guard let following else {
                findings.report(
                    "E04",
                    at: step.range,
                    "nothing follows the step `\(step.name)`",
                    help: "write `next:`, or let an `end` step follow"
                )
                return nil
            }
            return Route(otherwise: .step(following), range: step.range)
        case .call, .waiting:
            if keys.has("next") {
                findings.report(
                    "E35",
                    at: keys.range(of: "next"),
                    "the step `\(step.name)` goes on by its events: it can't have `next`",
                    help: "lead its events there, or make a button of it: `go_on: <step>`"
                )
            } else if case .waiting = step.kind, !keys.has("events"), !keys.has("after") {
                findings.report(
                    "E04",
                    at: step.range,
                    "nothing follows the step `\(step.name)`",
                    help: "give it `ask`, `events`, `after`, `next` or `end`"
                )
            }
            return nil
        case .end:
            return nil
        }
    }

    private mutating func readTimers(_ node: DocumentNode) -> [TimerDefinition] {
        var timers: [TimerDefinition] = []
        for entry in findings.entries(of: node, "`after`") ?? [] {
            let word = Word(text: entry.key, range: entry.keyRange)
            let after = findings.duration(word)
            guard let target = readStepTarget(entry.value), let after else { continue }
            timers.append(TimerDefinition(after: after, target: target, range: entry.keyRange))
        }
        // Timers of the same length keep their order in the file.
        return timers.enumerated()
            .sorted { ($0.element.after, $0.offset) < ($1.element.after, $1.offset) }
            .map(\.element)
    }
}
