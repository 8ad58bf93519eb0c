import Documents

/// What nobody may read: new, compared, or handed on.
extension FlowReader {
    mutating func secretType(of draft: FieldDraft) -> FieldType {
        let use = draft["use"].flatMap {
            findings.choice($0, "`use`", of: ["new", "check", "relay"])
        }
        if draft["use"] == nil {
            findings.report(
                "E38",
                at: draft.name.range,
                "the secret `\(draft.name.text)` needs the key `use`",
                help: "add `use: new`, or `use: check` or `use: relay`"
            )
        }
        let word = use?.text ?? "new"
        for (key, owner) in [
            ("repeat", "new"), ("unlike", "new"), ("check", "check"), ("where", "check"),
        ]
        where owner != word && use != nil {
            guard let entry = draft.attributes[key] else { continue }
            findings.report(
                "E35",
                at: entry.keyRange,
                "a secret with `use: \(word)` can't have `\(key)`",
                help: "it goes with `use: \(owner)`"
            )
        }
        if draft.place == .record, let use, word != "new" {
            findings.report(
                "E39",
                at: use.range,
                "a record of a list can't hold a secret with `use: \(word)`",
                help: "ask it in a field of its own"
            )
            return .secret(.new, isRepeated: false)
        }
        switch word {
        case "check": return checkType(of: draft)
        case "relay": return .secret(.relay, isRepeated: false)
        default:
            let isRepeated = draft["repeat"].flatMap { findings.bool($0, "`repeat`") } ?? false
            return .secret(.new, isRepeated: isRepeated)
        }
    }

    /// A secret that is compared with what the account of an address has.
    private mutating func checkType(of draft: FieldDraft) -> FieldType {
        let fallback = FieldType.secret(.new, isRepeated: false)
        if let rule = draft.rules.first {
            findings.report(
                "E35",
                at: rule.keyRange,
                "a secret with `use: check` can't have rules",
                help: "it was judged when it was new; here it is right or wrong"
            )
        }
        guard let node = draft["check"], let word = findings.word(node, "`check`") else {
            findings.report(
                "E38",
                at: draft.name.range,
                "the secret `\(draft.name.text)` needs the key `check`",
                help: "add what it is compared with: `check: account.<secret>`"
            )
            return fallback
        }
        let parts = word.text.split(separator: ".", omittingEmptySubsequences: false)
        let name = parts.count > 1 && parts[0] == "account" ? String(parts[1]) : ""
        guard let secret = declarations.fields[name],
            parts.count == 2 ? secret.isNewSecret : secret.hasSecret(parts.dropFirst(2).joined())
        else {
            let names = declarations.fields.values.flatMap(\.secretPaths).sorted()
            findings.report(
                "E39",
                at: word.range,
                "`check` must name a secret of the account: `account.<secret>`",
                help: suggestion(
                    for: word.text,
                    among: names.map { "account.\($0)" }
                )
            )
            return fallback
        }
        guard let whose = whoseSecrets else {
            findings.report(
                "E38",
                at: word.range,
                "the flow has no field `email`, so nobody knows whose `\(name)` is meant",
                help: "list `email` under `fields:`, and ask it before the secret; or write "
                    + "`account: required`"
            )
            return fallback
        }
        var check = SecretCheck(field: FieldName(name), whose: whose)
        check.record = record(of: draft, in: secret, named: word)
        return .secret(.check(check), isRepeated: false)
    }

    /// Which record of a list holds the secret: `where: {question: asked_question}`.
    private mutating func record(
        of draft: FieldDraft,
        in list: FieldDraft,
        named word: Word
    ) -> SecretCheck.Record? {
        guard list.kind == .list else {
            if let entry = draft.attributes["where"] {
                findings.report(
                    "E35",
                    at: entry.keyRange,
                    "`where` chooses a record of a list, and `\(word.text)` is none",
                    help: "take it out"
                )
            }
            return nil
        }
        let secret = list.inner.firstIndex { word.text.hasSuffix("." + $0.name.text) }
        guard let entries = draft["where"]?.entries, entries.count == 1, let entry = entries.first
        else {
            findings.report(
                "E38",
                at: draft["where"]?.range ?? word.range,
                "`where` must say which record of `\(list.name.text)` is meant",
                help: "write `where: {<field of the record>: <field of the flow>}`"
            )
            return nil
        }
        let names = list.inner.filter { $0.kind != .secret }.map(\.name.text)
        guard let key = list.inner.firstIndex(where: { $0.name.text == entry.key }),
            names.contains(entry.key)
        else {
            findings.report(
                "E13",
                at: entry.keyRange,
                "a record of `\(list.name.text)` has no field `\(entry.key)` to be told by",
                suggestion: Suggestion(
                    for: Word(text: entry.key, range: entry.keyRange),
                    among: names
                )
            )
            return nil
        }
        guard let value = findings.word(entry.value, "`where`"), let slot = slot(value),
            let secret
        else { return nil }
        if let kind = slots[slot].draft.kind, let wanted = list.inner[key].kind, kind != wanted {
            findings.report(
                "E14",
                at: value.range,
                "`\(value.text)` is a `\(kind.rawValue)`, and `\(entry.key)` a `\(wanted.rawValue)`"
            )
            return nil
        }
        return SecretCheck.Record(secret: secret, key: key, slot: slot)
    }

    /// The slot that says whose secrets are compared: the account that was opened before, or that of an address.
    var whoseSecrets: Int? {
        if signsIn || opensByPhone, current == 0 { return slotByName["account.id"] }
        guard let slot = slotByName["email"], slots[slot].draft.kind ?? .email == .email else {
            return nil
        }
        return slot
    }

    /// The slots of the secrets that a new one must be unlike.
    mutating func unlike(of draft: FieldDraft) -> [Int] {
        guard let node = draft["unlike"] else { return [] }
        let words = findings.distinct(findings.words(node, "a secret"))
        return words.compactMap { word in
            guard let slot = slot(word) else { return nil }
            let rival = slots[slot].draft
            guard rival.isNewSecret || rival["use"]?.text == "check", rival.name != draft.name
            else {
                findings.report(
                    "E14",
                    at: word.range,
                    "`unlike` must name another secret with `use: new` or `use: check`",
                    related: [.init(range: slots[slot].draft.name.range, label: "the field")]
                )
                return nil
            }
            return slot
        }
    }

    /// What a field is that proves something once and leaves no value; `nil` for any other.
    func verdict(_ draft: FieldDraft) -> String? {
        switch draft.kind {
        case .captcha: "captcha"
        case .secret where draft["use"]?.text == "check": "secret"
        default: nil
        }
    }

    mutating func readAttempts(
        _ node: DocumentNode,
        _ step: Keys,
        of name: Word
    ) -> AttemptsDefinition? {
        if !step.has("ask") {
            findings.report(
                "E35",
                at: step.range(of: "attempts"),
                "only a form can have `attempts`",
                help: "move it to the step that asks what may be wrong"
            )
        }
        guard let keys = findings.keys(of: node, .attempts), keys.has("times"),
            let goto = keys["goto"]
        else { return nil }
        let limit = readLimit(keys, of: name.range, most: 1_000)
        guard let target = readStepTarget(goto), let limit else { return nil }
        let isCounted = ["per", "apart", "within"].contains { keys.has($0) }
        return AttemptsDefinition(
            times: limit.times,
            target: target,
            limit: isCounted ? limit : nil
        )
    }

    /// Guessing a secret has an end, whoever begins anew.
    mutating func checkSecrets(of step: StepDefinition, _ keys: Keys) {
        for slot in step.asked where slots[slot].draft["use"]?.text == "check" {
            guard slots[slot].draft.kind == .secret, let whose = whoseSecrets else { continue }
            let name = slots[slot].draft.name.text
            let scope = slots[whose].draft.kind == .email ? "email" : "account"
            let example =
                "`attempts: {times: 5, per: [session, \(scope)], within: 24h, goto: <step>}`"
            if !keys.has("attempts") {
                findings.report(
                    "E38",
                    at: step.range,
                    "the step asks the secret `\(name)`, so it needs `attempts`",
                    help: "add \(example)"
                )
            } else if let attempts = step.attempts {
                let isByAddress = attempts.limit?.scopes.contains(.field(whose)) ?? false
                if isByAddress, attempts.limit?.within != nil { continue }
                findings.report(
                    "E38",
                    at: keys.range(of: "attempts"),
                    "`attempts` for the secret `\(name)` must count by `\(scope)`, and have `within`",
                    help: "write \(example): who begins anew has no new tries"
                )
            }
        }
    }
}

extension FieldDraft {
    /// The secrets of the account that it is, or holds, as `check` names them.
    fileprivate var secretPaths: [String] {
        let own = "account.\(name.text)"
        return isNewSecret
            ? [own] : inner.filter { $0.kind == .secret }.map { "\(own).\($0.name.text)" }
    }

    /// Whether its records hold a secret of this name.
    fileprivate func hasSecret(_ text: String) -> Bool {
        kind == .list && inner.contains { $0.kind == .secret && $0.name.text == text }
    }

    /// Whether it is a secret that is sealed when it is given.
    fileprivate var isNewSecret: Bool {
        kind == .secret && ["new", nil].contains(self["use"]?.text)
    }
}
