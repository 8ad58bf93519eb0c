import Documents

/// What a step hands over to the flow that it runs.
extension FlowReader {
    /// What a step hands over to the flow that it runs.
    mutating func readInputs(
        _ node: DocumentNode?,
        of called: Int,
        _ step: StepDefinition
    ) -> [SubflowRun.Input] {
        let taken = parts[called].slotByName.filter { slots[$0.value].origin == .input }
        let entries = node.flatMap { findings.entries(of: $0, "`with`") } ?? []
        var given: [Int: SubflowRun.Input] = [:]
        for entry in entries {
            guard let target = taken[entry.key] else {
                findings.report(
                    "E13",
                    at: entry.keyRange,
                    "the flow `\(parts[called].flow)` takes no `\(entry.key)`",
                    help: suggestion(for: entry.key, among: taken.keys.sorted())
                )
                continue
            }
            guard let word = findings.word(entry.value, "a value") else { continue }
            if let value = writtenOut(entry.value, word, for: target, of: called) {
                given[target] = SubflowRun.Input(slot: target, value: value, range: word.range)
                continue
            }
            guard let source = slot(word) else { continue }
            check(word, of: source, fits: target)
            given[target] = SubflowRun.Input(slot: target, source: source, range: word.range)
        }
        for (name, slot) in taken.sorted(by: { $0.value < $1.value }) {
            let draft = slots[slot].draft
            let isNeeded = draft["optional"]?.text != "true" && draft["default"] == nil
            guard isNeeded, !entries.contains(where: { $0.key == name }) else { continue }
            findings.report(
                "E38",
                at: step.range,
                "the flow `\(parts[called].flow)` needs `\(name)`",
                help: "add `with: {\(name): <field>}`",
                related: [.init(range: slots[slot].place, label: "taken here")]
            )
        }
        return taken.values.sorted().map {
            given[$0] ?? SubflowRun.Input(slot: $0, source: nil, range: step.range)
        }
    }

    /// The value of an input that is written out; `nil` for what is the name of a field, or can only be one.
    private mutating func writtenOut(
        _ node: DocumentNode,
        _ word: Word,
        for target: Int,
        of called: Int
    ) -> FieldValue? {
        guard slotByName[word.text] == nil else { return nil }
        switch slots[target].draft.kind {
        case .bool, .integer, .money, .date, .country:
            // What is no value is said to be no field, as any other name.
            return reading(part: called) {
                $0.defaultValue(node, of: $0.definition(of: target).type)
            }
        default: return nil
        }
    }

    private mutating func check(_ word: Word, of source: Int, fits target: Int) {
        let (own, other) = (slots[source].draft, slots[target].draft)
        guard let kind = own.kind, let expected = other.kind else { return }
        let sameBounds = ["length", "min", "max", "currency"].allSatisfy { key in
            other[key] == nil || own[key].map(\.bareText) == other[key].map(\.bareText)
        }
        if kind == expected, sameBounds { return }
        findings.report(
            "E14",
            at: word.range,
            kind == expected
                ? "`\(word.text)` has other bounds than `\(other.name.text)`, which takes it"
                : "`\(word.text)` is a `\(kind.rawValue)`; `\(other.name.text)` takes a `\(expected.rawValue)`",
            related: [.init(range: other.name.range, label: "taken here")]
        )
    }
}

extension DocumentNode {
    /// The texts of all scalars below, to compare two values of the same key.
    fileprivate var bareText: [String] {
        if let text { return [text] }
        return (items ?? []).flatMap(\.bareText)
            + (entries ?? []).sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value.bareText }
    }
}
