import Documents

/// Which fields a flow has.
extension FlowReader {
    mutating func readInputs(_ node: DocumentNode?) {
        guard let node else { return }
        for entry in findings.entries(of: node, "`input`") ?? [] {
            let name = Word(text: entry.key, range: entry.keyRange)
            guard findings.isName(name, "an input") else { continue }
            let declaration = Findings.declaration(entry.value)
            add(findings.draft(name, declaration, place: .input), origin: .input)
        }
    }

    /// Reads the list of fields: names, lists of names, additions to account fields, declarations.
    mutating func readFields(_ node: DocumentNode?) {
        guard let node else { return }
        let items = findings.items(of: node, "`fields`") ?? []
        let listed = items.flatMap { item in
            item.entries?.map(\.key) ?? item.items?.compactMap(\.text) ?? [item.text ?? ""]
        }
        for item in items {
            if let entries = item.entries {
                for entry in entries { readField(entry) }
            } else {
                for word in findings.words(item, "a field") {
                    addAccountField(word, besides: Set(listed))
                }
            }
        }
    }

    private mutating func readField(_ entry: DocumentNode.Entry) {
        let name = Word(text: entry.key, range: entry.keyRange)
        if declarations.fields[name.text] == nil, entry.value["type"] == nil,
            let meant = Spelling.nearest(
                to: name.text,
                among: declarations.fields.keys.sorted().filter { slotByName[$0] == nil }
            ),
            var draft = declarations.fields[meant]
        {
            reportUnknown(name)
            findings.extend(&draft, with: entry.value)
            add(draft, origin: .asked, listedAt: name.range)
        } else if entry.value["type"] != nil || declarations.fields[name.text] == nil {
            guard findings.isName(name, "a field") else { return }
            if let account = declarations.fields[name.text] {
                findings.report(
                    "E01",
                    at: name.range,
                    "`\(name.text)` is an account field already",
                    help: "leave `type` out to add to it, or choose another name",
                    related: [.init(range: account.name.range, label: "declared here")]
                )
                if slotByName[name.text] == nil {
                    add(account, origin: .asked, listedAt: name.range)
                }
                return
            }
            add(findings.draft(name, entry.value, place: .flow), origin: .asked)
        } else if var draft = declarations.fields[name.text] {
            findings.extend(&draft, with: entry.value)
            add(draft, origin: .asked, listedAt: name.range)
        }
    }

    private mutating func addAccountField(_ word: Word, besides listed: Set<String>) {
        let names = declarations.fields.keys.sorted()
        guard let draft = declarations.fields[word.text] else {
            reportUnknown(word)
            // The name is known from here on, so that its uses are not reported too; and so is the field
            // that was probably meant.
            guard let meant = Spelling.nearest(to: word.text, among: names),
                let field = declarations.fields[meant], !listed.contains(meant)
            else { return add(FieldDraft(name: word, place: .flow), origin: .asked) }
            add(field, origin: .asked, listedAt: word.range)
            slotByName[word.text] = slotByName[meant]
            return
        }
        add(draft, origin: .asked, listedAt: word.range)
    }

    private mutating func reportUnknown(_ word: Word) {
        let suggestion = Suggestion(
            for: word,
            among: declarations.fields.keys.sorted(),
            at: { declarations.fields[$0]?.name.range }
        )
        findings.report(
            "E13",
            at: word.range,
            "there is no account field `\(word.text)`",
            help: suggestion.fix == nil && suggestion.related.isEmpty
                ? "declare it here: `- \(word.text): {type: …}`, or in the fields file" : nil,
            suggestion: suggestion
        )
    }

    private mutating func add(
        _ draft: FieldDraft,
        origin: FieldDefinition.Origin,
        listedAt range: SourceRange? = nil
    ) {
        let place = range ?? draft.name.range
        if let first = slotByName[draft.name.text] {
            findings.report(
                "E01",
                at: place,
                "the field `\(draft.name.text)` stands twice",
                help: "remove one of the two",
                related: [.init(range: slots[first].place, label: "first here")]
            )
            return
        }
        slotByName[draft.name.text] = slots.count
        slots.append(Slot(draft: draft, origin: origin, place: place, part: current))
    }

    /// Gives slots to what the effects of the flow give; one slot to values of the same name.
    mutating func addGivenValues() {
        for name in calledEffects {
            for value in declarations.effects[name]?.outcomes.flatMap(\.gives) ?? [] {
                guard let slot = slotByName[value.name.text] else {
                    add(value, origin: .given)
                    continue
                }
                if slots[slot].origin != .given {
                    findings.report(
                        "E01",
                        at: slots[slot].place,
                        "`\(value.name.text)` is also given by the effect `\(name)`",
                        help: "choose another name for the field",
                        related: [.init(range: value.name.range, label: "given here")]
                    )
                } else if slots[slot].draft.kind != value.kind {
                    findings.report(
                        "E14",
                        at: value.name.range,
                        "`\(value.name.text)` is given elsewhere with another type",
                        help: "give both the same type, or other names",
                        related: [.init(range: slots[slot].place, label: "given here")]
                    )
                }
            }
        }
    }

    /// An effect with its fields resolved to this part's slots.
    mutating func effectDefinition(_ name: String) -> EffectDefinition? {
        guard let draft = declarations.effects[name] else { return nil }
        let writes = accountWrites(of: draft)
        var effect = EffectDefinition(
            name: EffectName(part.prefix + name),
            needs: draft.allNeeds.compactMap { slotByName[$0.text] },
            mayUse: draft.mayUse.compactMap { slotByName[$0.text] },
            outcomes: draft.outcomes.map { outcome in
                OutcomeDefinition(
                    name: OutcomeName(outcome.name.text),
                    gives: outcome.gives.compactMap { slotByName[$0.name.text] }
                        + (outcome.givesAccount ? accountSlots : []),
                    isSuccess: outcome.isSuccess
                )
            },
            isOncePerFlow: draft.isOncePerFlow,
            webhook: draft.webhook,
            range: draft.name.range
        )
        effect.writes = writes
        effect.endsSessions = draft.endsSessions
        effect.opensByPhone = draft.opensByPhone
        return effect
    }
}
