import Documents

/// The steps of a flow.
extension FlowReader {
    /// Reads all steps: one for each item of the list, so that indices hold.
    mutating func readSteps(_ nodes: [DocumentNode]) -> [StepDefinition] {
        nodes.enumerated().map { index, node in
            readStep(node, index: index, count: nodes.count)
        }
    }

    private mutating func readStep(
        _ node: DocumentNode,
        index: Int,
        count: Int
    ) -> StepDefinition {
        guard let keys = findings.keys(of: node, .step), let nameNode = keys["step"],
            let name = findings.word(nameNode, "the step's name")
        else { return StepDefinition(name: "", kind: .waiting, range: node.range) }
        _ = findings.isName(name, "a step")
        var step = StepDefinition(
            name: StepName(name.text),
            kind: kind(keys, name),
            range: name.range
        )
        if let back = keys["back"] {
            step.allowsBack = findings.choice(back, "`back`", of: ["never"]) == nil
        }
        if let send = keys["send"] { step.sends = readSends(send) }
        if let after = keys["after"] { step.timers = readTimers(after) }
        if let attempts = keys["attempts"] { step.attempts = readAttempts(attempts, keys) }
        if let events = keys["events"] { step.events = readEvents(events, of: step) }
        step.next = readNext(keys, step, following: index + 1 < count ? index + 1 : nil)
        checkHandling(of: step)
        if keys.has("offer"), !keys.has("end") {
            findings.report(
                "E30",
                at: keys.range(of: "offer"),
                "only an end can have `offer`"
            )
        }
        return step
    }

    private mutating func kind(_ keys: Keys, _ name: Word) -> StepDefinition.Kind {
        let kinds = ["ask", "review", "call", "end"].filter { keys.has($0) }
        if kinds.count > 1 {
            findings.report(
                "E35",
                at: keys.range(of: kinds[1]),
                "a step can't have both `\(kinds[0])` and `\(kinds[1])`",
                help: "make two steps of it"
            )
        }
        switch kinds.first {
        case "ask":
            return .form(fields: keys["ask"].map { readAsked($0) } ?? [])
        case "review":
            if let review = keys["review"] {
                _ = findings.choice(review, "`review`", of: ["all"])
            }
            return .review
        case "call":
            guard let node = keys["call"], let effect = findings.word(node, "`call`") else {
                return .waiting
            }
            checkEffect(effect)
            return .call(EffectName(effect.text))
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
                "nothing follows an end: it can't have `\(key)`"
            )
        }
        var outcome = name.text
        if let node = keys["end"], let word = findings.word(node, "`end`"),
            findings.isName(word, "an outcome")
        {
            outcome = word.text
        }
        let offers = keys["offer"].map { findings.words($0, "a flow") } ?? []
        let names = offers.filter { findings.isFlowName($0) }.map { FlowName($0.text) }
        return .end(OutcomeName(outcome), offers: names)
    }

    private mutating func readAsked(_ node: DocumentNode) -> [Int] {
        var asked: [Int] = []
        for word in findings.words(node, "a field") {
            guard let slot = slot(word) else { continue }
            guard slots[slot].origin == .asked else {
                findings.report(
                    "E13",
                    at: word.range,
                    "`\(word.text)` is not asked: it is given",
                    related: [.init(range: slots[slot].place, label: "given here")]
                )
                continue
            }
            guard !asked.contains(slot) else {
                findings.report("E01", at: word.range, "`\(word.text)` is asked twice")
                continue
            }
            asked.append(slot)
        }
        return asked
    }

    private mutating func checkEffect(_ name: Word) {
        guard let effect = declarations.effects[name.text] else {
            findings.report(
                "E22",
                at: name.range,
                "there is no effect `\(name.text)`",
                suggestion: Suggestion(
                    for: name,
                    among: declarations.effects.keys.sorted(),
                    at: { declarations.effects[$0]?.name.range }
                )
            )
            return
        }
        for need in effect.needs where slotByName[need.text] == nil {
            findings.report(
                "E13",
                at: name.range,
                "the effect `\(name.text)` needs the field `\(need.text)`, which the flow does not have",
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
                    "the step `\(step.name)` goes on by its events: it can't have `next`"
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

    private mutating func readAttempts(_ node: DocumentNode, _ step: Keys) -> AttemptsDefinition? {
        if !step.has("ask") {
            findings.report(
                "E35",
                at: step.range(of: "attempts"),
                "only a form can have `attempts`"
            )
        }
        guard let keys = findings.keys(of: node, .attempts), let times = keys["times"],
            let goto = keys["goto"]
        else { return nil }
        let count = findings.integer(times, "`times`", in: 1...1_000)
        guard let target = readStepTarget(goto), let count else { return nil }
        return AttemptsDefinition(times: count, target: target)
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
