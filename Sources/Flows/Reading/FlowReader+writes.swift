import Documents

/// Effects that write to an account.
extension FlowReader {
    /// What an effect writes, with names resolved; what can't be written is reported.
    mutating func accountWrites(of effect: EffectDraft) -> [AccountWrite] {
        effect.writes.compactMap { write in
            guard let field = declarations.fields[write.field.text] else {
                findings.report(
                    "E13",
                    at: write.field.range,
                    "there is no account field `\(write.field.text)`",
                    suggestion: Suggestion(
                        for: write.field,
                        among: declarations.fields.keys.sorted(),
                        at: { declarations.fields[$0]?.name.range }
                    )
                )
                return nil
            }
            guard field["set"] == nil else {
                findings.report(
                    "E39",
                    at: write.field.range,
                    "`\(write.field.text)` is `set: once`, so no effect can write it to an account that is there",
                    help: "take it out of `writes`: it is fixed with the account",
                    related: [.init(range: field.name.range, label: "declared here")]
                )
                return nil
            }
            return self.write(write, of: field)
        }
    }

    private mutating func write(
        _ write: EffectDraft.Write,
        of field: FieldDraft
    ) -> AccountWrite? {
        let name = FieldName(write.field.text)
        guard let constant = write.constant else {
            return slotByName[write.field.text].map { AccountWrite(field: name, source: .slot($0)) }
        }
        guard let draft = Self.accountDraft(field) else {
            findings.report(
                "E39",
                at: constant.range,
                "`\(write.field.text)` can't be written as a constant",
                help: "write only its name: the flow asks it"
            )
            return nil
        }
        return defaultValue(constant, of: type(of: draft), as: "a constant")
            .map { AccountWrite(field: name, source: .constant($0)) }
    }

    /// Whether a secret is asked that is compared with that of the very account which an effect finds.
    func isCompared(_ effect: EffectDraft) -> Bool {
        let asks = slots.contains { $0.part == current && $0.draft["use"]?.text == "check" }
        guard asks, let whose = whoseSecrets else { return false }
        return effect.needs.contains { slotByName[$0.text] == whose }
    }

    /// Whoever is given an account has shown to be its owner: by a secret, or by its phone.
    mutating func checkOpening(_ effect: EffectDraft, calledAt name: Word, isCompared: Bool) {
        guard effect.outcomes.contains(where: \.givesAccount), !effect.opensByPhone, !isCompared,
            !effect.needs.contains(where: { $0.text == FieldName.accountID.text })
        else { return }
        findings.report(
            "E38",
            at: name.range,
            "`\(name.text)` gives the account, so the flow needs a secret that is compared",
            help: "ask a secret with `use: check` before, on every way"
        )
    }

    /// Whoever holds a phone shows it by a code; that one is typed on every way is checked by `StepReads`.
    mutating func checkPhones(of definition: FlowDefinition, at range: SourceRange) {
        if opensByPhone, !definition.fields.contains(where: \.type.isCode) {
            findings.report(
                "E38",
                at: range,
                "the flow opens the account of a phone, so it needs a code that was sent there",
                help: "send an SMS with `code:`, and ask the code, on every way"
            )
        }
        for part in parts.dropFirst() {
            let opens = part.calledEffects.contains {
                declarations.effects[$0]?.opensByPhone ?? false
            }
            guard opens else { continue }
            findings.report(
                "E38",
                at: range,
                "the flow `\(part.flow)` opens the account of a phone, so no other flow can run it",
                help:
                    "call the effect in the flow itself, behind one that is run to verify the phone"
            )
        }
    }

    /// Whoever writes says to which account, and has proven to own it.
    mutating func checkWrites(
        _ effect: EffectDraft,
        calledAt place: SourceRange,
        isCompared: Bool
    ) {
        guard effect.changesAccount else { return }
        let names = effect.needs.map(\.text)
        if names.contains(FieldName.accountID.text) { return }
        guard names.contains("email") else {
            findings.report(
                "E38",
                at: effect.name.range,
                "`\(effect.name.text)` changes an account, and does not say which",
                help: "let it need `account.id`, or `email`"
            )
            return
        }
        guard !isCompared, !isPromised(effect) else { return }
        findings.report(
            "E38",
            at: place,
            "`\(effect.name.text)` changes the account of an address, and nothing proves that it is the person's",
            help: "ask a secret with `use: check` before; or send a link, and promise"
                + " `\(effect.name.text).<outcome>: {only_after: <step>.<link>}`"
        )
    }

    /// Whether the flow promises that something comes before an effect.
    func isPromised(_ effect: EffectDraft) -> Bool {
        part.root["promises"]?.entries?.contains { entry in
            entry.key.hasPrefix(effect.name.text + ".") && entry.value["only_after"] != nil
        } ?? false
    }
}

extension Findings {
    /// What an effect writes: names, and names with constants.
    mutating func readWrites(_ node: DocumentNode) -> [EffectDraft.Write] {
        var writes: [EffectDraft.Write] = []
        for item in node.items ?? [node] {
            if let entries = item.entries {
                for entry in entries {
                    let name = Word(text: entry.key, range: entry.keyRange)
                    writes.append(EffectDraft.Write(field: name, constant: entry.value))
                }
            } else if let name = word(item, "a field") {
                writes.append(EffectDraft.Write(field: name))
            }
        }
        let fields = distinct(writes.map(\.field))
        return writes.filter { fields.contains($0.field) }
    }
}

extension EffectDraft {
    /// What must be set on every way to the call: what is written is needed, too.
    var allNeeds: [Word] {
        let names = Set(needs.map(\.text))
        return needs
            + writes.filter { $0.constant == nil && !names.contains($0.field.text) }.map(\.field)
    }

    /// Whether it opens the account of a phone.
    var opensByPhone: Bool {
        let names = Set(needs.map(\.text))
        return outcomes.contains(where: \.givesAccount) && names.contains("mobile")
            && names.isDisjoint(with: ["email", FieldName.accountID.text])
    }

    /// Whether an account is not what it was, once it has succeeded.
    var changesAccount: Bool { !writes.isEmpty || endsSessions }
}
