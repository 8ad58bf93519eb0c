import Documents

/// What all flows share: the account's fields, named lists of options, effects and signals.
struct Declarations {
    /// Account fields by name.
    var fields: [String: FieldDraft] = [:]
    /// Named option lists, each in file order.
    var options: [String: [Word]] = [:]
    /// What every flow has among its constants.
    var constants: [String: FlowReader.Constant] = [:]
    /// Effects by name.
    var effects: [String: EffectDraft] = [:]
    /// The events that only the host may send, in file order.
    var signals: [EventName] = []
}

/// An effect as it was declared, before it belongs to a flow.
struct EffectDraft {
    let name: Word
    var needs: [Word] = []
    var mayUse: [Word] = []
    var writes: [Write] = []
    var endsSessions = false
    var outcomes: [Outcome] = []
    var isOncePerFlow = false
    var webhook: String?

    /// What it writes to an account: the flow's field of that name, or a constant.
    struct Write {
        let field: Word
        var constant: DocumentNode?
    }

    /// One way in which the effect may end.
    struct Outcome {
        let name: Word
        var gives: [FieldDraft] = []
        /// Whether it gives an account: its name and its fields.
        var givesAccount = false
        var isSuccess = false
    }
}

extension Findings {
    /// Reads the fields file.
    mutating func readFields(_ root: DocumentNode, into declarations: inout Declarations) {
        guard let keys = keys(of: root, .fieldsFile) else { return }
        if let options = keys["options"] {
            for entry in entries(of: options, "`options`") ?? [] {
                let name = Word(text: entry.key, range: entry.keyRange)
                guard isName(name, "an option list") else { continue }
                declarations.options[entry.key] = readOptionList(entry.value)
            }
        }
        if let fields = keys["fields"] {
            for entry in entries(of: fields, "`fields`") ?? [] {
                let name = Word(text: entry.key, range: entry.keyRange)
                guard isName(name, "a field") else { continue }
                declarations.fields[entry.key] = draft(name, entry.value, place: .account)
            }
        }
        for constant in keys["constants"].map({ constants($0) }) ?? [] {
            let name = constant.name
            guard let field = declarations.fields[name.text] else {
                declarations.constants[name.text] = constant
                continue
            }
            report(
                "E01",
                at: name.range,
                "`\(name.text)` is a field already",
                help: "choose another name for the constant",
                related: [.init(range: field.name.range, label: "the field")]
            )
        }
    }

    /// Reads the effects file.
    mutating func readEffects(_ root: DocumentNode, into declarations: inout Declarations) {
        guard let keys = keys(of: root, .effectsFile) else { return }
        if let effects = keys["effects"] {
            for entry in entries(of: effects, "`effects`") ?? [] {
                let name = Word(text: entry.key, range: entry.keyRange)
                guard isName(name, "an effect") else { continue }
                declarations.effects[entry.key] = readEffect(name, entry.value)
            }
        }
        if let signals = keys["signals"] {
            declarations.signals = distinct(words(signals, "a signal")).compactMap { word in
                isName(word, "a signal") ? EventName(word.text) : nil
            }
        }
    }

    /// The values of a list of options without conditions, each once.
    private mutating func readOptionList(_ node: DocumentNode) -> [Word] {
        var values: [Word] = []
        for item in items(of: node, "an option list") ?? [] {
            guard let word = word(item, "an option"), isOption(word, besides: values) else {
                continue
            }
            values.append(word)
        }
        return values
    }

    /// Whether a word can be an option beside others; reports it otherwise.
    mutating func isOption(_ word: Word, besides others: [Word]) -> Bool {
        guard isName(word, "an option", mayBeReserved: true) else { return false }
        if let first = others.first(where: { $0.text == word.text }) {
            report(
                "E01",
                at: word.range,
                "the option `\(word.text)` stands twice",
                help: "remove or rename one of the two",
                related: [.init(range: first.range, label: "first here")]
            )
            return false
        }
        return true
    }

    private mutating func readEffect(_ name: Word, _ node: DocumentNode) -> EffectDraft {
        var effect = EffectDraft(name: name)
        guard let keys = keys(of: node, .effect) else { return effect }
        if let needs = keys["needs"] { effect.needs = distinct(words(needs, "a field")) }
        if let mayUse = keys["may_use"] {
            effect.mayUse = distinct(words(mayUse, "a field"), besides: effect.needs)
        }
        if let writes = keys["writes"] { effect.writes = readWrites(writes) }
        if let ends = keys["ends"] {
            effect.endsSessions = choice(ends, "`ends`", of: ["sessions"]) != nil
        }
        if let once = keys["once"] {
            effect.isOncePerFlow = choice(once, "`once`", of: ["flow"]) != nil
        }
        if let webhook = keys["webhook"] { effect.webhook = webhookName(webhook) }
        if let outcomes = keys["outcomes"] {
            for entry in entries(of: outcomes, "`outcomes`") ?? [] {
                let word = Word(text: entry.key, range: entry.keyRange)
                guard isName(word, "an outcome") else { continue }
                guard entry.key != OutcomeDefinition.unavailable.text else {
                    report(
                        "E39",
                        at: word.range,
                        "every effect has the outcome `unavailable` already",
                        help: "leave it out"
                    )
                    continue
                }
                effect.outcomes.append(readOutcome(word, entry.value))
            }
            if effect.outcomes.isEmpty {
                report(
                    "E38",
                    at: name.range,
                    "the effect `\(name.text)` has no outcome",
                    help: "name at least one under `outcomes`, such as `done:`"
                )
            }
        }
        effect.outcomes.append(
            EffectDraft.Outcome(
                name: Word(text: OutcomeDefinition.unavailable.text, range: name.range)
            )
        )
        return effect
    }

    /// The name of a webhook: where it leads, and the key it is signed with, stand in the configuration.
    private mutating func webhookName(_ node: DocumentNode) -> String? {
        guard let word = word(node, "`webhook`") else { return nil }
        guard !word.text.contains("/") else {
            report(
                "E39",
                at: word.range,
                "`webhook` is a name, not an address",
                help:
                    "write a name such as `accounts`; the address is given by PAIFANG_WEBHOOK_ACCOUNTS_URL"
            )
            return nil
        }
        return isName(word, "a webhook", mayBeReserved: true) ? word.text : nil
    }

    private mutating func readOutcome(_ name: Word, _ node: DocumentNode) -> EffectDraft.Outcome {
        var outcome = EffectDraft.Outcome(name: name)
        guard let keys = keys(of: node, .outcome) else { return outcome }
        if let success = keys["success"] {
            outcome.isSuccess = bool(success, "`success`") ?? false
        }
        if keys["gives"]?.text == "account" {
            outcome.givesAccount = true
        } else if let gives = keys["gives"] {
            for entry in entries(of: gives, "`gives`") ?? [] {
                let word = Word(text: entry.key, range: entry.keyRange)
                guard isName(word, "a value") else { continue }
                outcome.gives.append(draft(word, Self.declaration(entry.value), place: .given))
            }
        }
        return outcome
    }

    /// A declaration, also where it was shortened to its type: `text` for `{type: text}`.
    static func declaration(_ node: DocumentNode) -> DocumentNode {
        guard node.text != nil, !node.isEmpty else { return node }
        let entry = DocumentNode.Entry(key: "type", keyRange: node.range, value: node)
        return DocumentNode(.mapping([entry]), at: node.range)
    }
}
