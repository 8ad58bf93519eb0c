import Documents

/// Flows that are run as parts of this one.
extension FlowReader {
    /// More parts than a person's walk can need, so that flows which run each other twice stay small.
    private static let mostParts = 50

    /// Finds the flows that are run, here and in what is run, and gives names to what they have.
    mutating func findSubflows() {
        var index = 0
        while index < parts.count {
            for (offset, node) in parts[index].nodes.enumerated() {
                guard let run = node["run"], let name = run.text, !name.isEmpty,
                    let step = node["step"]?.text
                else { continue }
                let word = Word(text: name, range: run.range)
                let caller = (part: index, step: parts[index].firstStep + offset)
                guard let file = subflow(word, calledBy: caller) else {
                    findings.leaveGap()
                    continue
                }
                add(file, name: name, prefix: parts[index].prefix + step + ".", caller: caller)
            }
            index += 1
        }
    }

    /// The file of a flow that can be run; reports why there is none where this flow itself runs it.
    private mutating func subflow(_ word: Word, calledBy caller: (part: Int, step: Int))
        -> ProjectFile?
    {
        var way = [word.text]
        var place: Int? = caller.part
        while let index = place {
            way.insert(parts[index].flow, at: 0)
            place = parts[index].caller?.part
        }
        if way[0] == word.text {
            // Whoever else is on the circle reports it as well, at its own step.
            let node = way.count == 2 ? word.range : firstRun(on: caller)
            findings.report(
                "E24",
                at: node ?? word.range,
                "the flow `\(word.text)` would run itself",
                notes: way.count > 2 ? [way.joined(separator: " → ")] : [],
                help: "to begin again, lead back to a step"
            )
            return nil
        }
        guard !way.dropLast().contains(word.text) else { return nil }
        guard let file = files[word.text], file.isSound, file.root?["flow"] != nil else {
            if caller.part == 0, files[word.text] == nil {
                let others = files.keys.filter { $0 != parts[0].flow }.sorted()
                findings.report(
                    "E23",
                    at: word.range,
                    "there is no flow `\(word.text)`",
                    help: suggestion(for: word.text, among: others)
                        ?? "write a flow file that begins with `flow: \(word.text)`"
                )
            }
            return nil
        }
        guard parts.count < Self.mostParts else {
            if caller.part == 0 {
                findings.report(
                    "E15",
                    at: word.range,
                    "with `\(word.text)` this flow runs more than \(Self.mostParts) others"
                )
            }
            return nil
        }
        return file
    }

    /// Where this flow itself runs what leads to a step.
    private func firstRun(on caller: (part: Int, step: Int)) -> SourceRange? {
        var place = caller
        while let next = parts[place.part].caller { place = next }
        return parts[0].nodes[place.step]["run"]?.range
    }

    private mutating func add(
        _ file: ProjectFile,
        name: String,
        prefix: String,
        caller: (part: Int, step: Int)
    ) {
        guard let root = file.root else { return }
        var part = FlowPart(root: root, source: file.source, flow: name)
        part.prefix = prefix
        part.caller = caller
        checkAccount(of: part, runBy: caller)
        part.firstStep = parts.last.map { $0.firstStep + $0.nodes.count } ?? 0
        parts.append(part)
        reading(part: parts.count - 1) { reader in
            guard let keys = reader.findings.keys(of: root, .flow), let stepsNode = keys["steps"],
                let nodes = reader.findings.items(of: stepsNode, "`steps`"), !nodes.isEmpty
            else {
                reader.findings.report("E38", at: root.range, "the flow has no steps")
                return
            }
            reader.readNames(keys, nodes)
        }
    }

    /// A step that runs a flow: a branch into the flow's first step, which hands over what the flow takes.
    mutating func running(_ step: StepDefinition, _ keys: Keys, index: Int) -> StepDefinition {
        var step = step
        for key in ["send", "after", "attempts", "next", "offer"] where keys.has(key) {
            findings.report(
                "E35",
                at: keys.range(of: key),
                "a step that runs a flow can't have `\(key)`",
                help: key == "next" ? "name each outcome of the flow under `events:`" : nil
            )
        }
        if let back = keys["back"] {
            step.allowsBack = findings.choice(back, "`back`", of: ["never"]) == nil
        }
        let local = String(step.name.text.dropFirst(part.prefix.count))
        if let slot = slotByName[local] {
            findings.report(
                "E01",
                at: step.range,
                "`\(local)` is a field already: the names of what is run begin with it",
                related: [.init(range: slots[slot].place, label: "the field")]
            )
        }
        guard let node = keys["run"], let word = findings.word(node, "`run`"),
            let called = parts.firstIndex(where: { $0.caller?.step == index })
        else { return step }
        step.run = called - 1
        step.next = Route(otherwise: .step(parts[called].firstStep), range: word.range)
        outcomeRoutes[index] = readOutcomes(keys["events"], of: called, step)
        inputs[index] = readInputs(keys["with"], of: called, step)
        return step
    }

    /// Where each outcome of a sub-flow leads; all must be handled.
    private mutating func readOutcomes(
        _ node: DocumentNode?,
        of called: Int,
        _ step: StepDefinition
    ) -> [String: Route] {
        let isSigningIn = isSignIn(runBy: parts[called].caller)
        let outcomes = parts[called].outcomes.filter {
            !isSigningIn || $0.text == Self.signedIn
        }
        let names = outcomes.map(\.text)
        let entries = node.flatMap { findings.entries(of: $0, "`events`") } ?? []
        var open = names.filter { name in !entries.contains { $0.key == name } }
        var routes: [String: Route] = [:]
        for entry in entries {
            // A misspelt outcome is read as the one that was meant, so that nothing seems to be missing.
            let isKnown = names.contains(entry.key)
            let meant = isKnown ? nil : Spelling.nearest(to: entry.key, among: open)
            routes[meant ?? entry.key] = readRoute(entry.value, mayStay: false)
            guard !isKnown else { continue }
            findings.report(
                "E39",
                at: entry.keyRange,
                "the flow `\(parts[called].flow)` does not end as `\(entry.key)`",
                suggestion: Suggestion(
                    for: Word(text: entry.key, range: entry.keyRange),
                    among: open.isEmpty ? names : open
                )
            )
            open.removeAll { $0 == meant }
        }
        for outcome in outcomes where open.contains(outcome.text) {
            findings.report(
                "E20",
                at: step.range,
                "the outcome `\(outcome.text)` of `\(parts[called].flow)` is not handled",
                help: "add `\(outcome.text): <step>` under `events:`",
                related: [.init(range: outcome.range, label: "the outcome")]
            )
        }
        return routes
    }

    /// A step of a sub-flow as the caller has it: its end goes on where the caller says.
    func leaving(_ step: StepDefinition) -> StepDefinition {
        guard case .end(let outcome, _) = step.kind, let caller = part.caller else { return step }
        // Who does not sign in ends there, as where nothing was to follow.
        let isSigningIn = isSignIn(runBy: caller)
        if isSigningIn, outcome.text != Self.signedIn { return step }
        var step = step
        // Whoever is signed in has nothing to go back to.
        if isSigningIn { step.allowsBack = false }
        step.kind = .branch
        step.leavesAs = outcome
        step.next = outcomeRoutes[caller.step]?[outcome.text]
        return step
    }

    /// What is run, with all that is known of it once everything is read.
    func runs(effects: [EffectDefinition]) -> [SubflowRun] {
        parts.dropFirst().compactMap { part in
            guard let caller = part.caller,
                let node = parts[caller.part].nodes[caller.step - parts[caller.part].firstStep][
                    "run"
                ]
            else { return nil }
            let slots = part.firstSlot..<(part.firstSlot + part.slotCount)
            let kept = effects.filter(\.isOncePerFlow).flatMap(\.outcomes).flatMap(\.gives)
            return SubflowRun(
                step: caller.step,
                flow: FlowName(part.flow),
                prefix: part.prefix,
                steps: part.firstStep..<(part.firstStep + part.nodes.count),
                slots: slots,
                inputs: inputs[caller.step] ?? [],
                keptSlots: Set(kept.filter(slots.contains)),
                range: node.range
            )
        }
    }
}

/// What to say where a name is not known: "did you mean", or what there is.
package func suggestion(for word: String, among candidates: [String]) -> String? {
    if let nearest = Spelling.nearest(to: word, among: candidates) {
        return "did you mean `\(nearest)`?"
    }
    guard !candidates.isEmpty, candidates.count <= 12 else { return nil }
    return "there is: " + candidates.map { "`\($0)`" }.joined(separator: ", ")
}
