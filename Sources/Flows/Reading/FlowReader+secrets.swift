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
        for (key, owner) in [("repeat", "new"), ("unlike", "new"), ("check", "check")]
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
        let name = parts.count == 2 && parts[0] == "account" ? String(parts[1]) : ""
        guard let secret = declarations.fields[name], secret.isNewSecret else {
            let names = declarations.fields.filter(\.value.isNewSecret).keys.sorted()
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
        return .secret(
            .check(SecretCheck(field: FieldName(name), whose: whose)),
            isRepeated: false
        )
    }

    /// The slot that says whose secrets are compared: the account that somebody is signed in to, or an address.
    private var whoseSecrets: Int? {
        if signsIn, current == 0 { return slotByName["account.id"] }
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
            guard slots[slot].draft.isNewSecret, slots[slot].draft.name != draft.name else {
                findings.report(
                    "E14",
                    at: word.range,
                    "`unlike` must name another secret with `use: new`",
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
    /// Whether it is a secret that is sealed when it is given.
    fileprivate var isNewSecret: Bool {
        kind == .secret && ["new", nil].contains(self["use"]?.text)
    }
}
