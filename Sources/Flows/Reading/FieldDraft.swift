import Documents

/// A field as it was declared, before it belongs to a flow: names in it are not resolved yet.
struct FieldDraft {
    /// Where a declaration stands, which decides what it may say.
    enum Place {
        case account, flow, input, given, record

        /// The common keys that a declaration can't have here.
        var refusedKeys: [String] {
            switch self {
            case .account, .flow: []
            case .input: ["prefill", "offer", "suggest", "set", "rules"]
            case .given:
                ["prefill", "offer", "suggest", "set", "rules", "optional", "default"]
            case .record: ["prefill", "offer", "set", "privacy", "default"]
            }
        }
    }

    /// Its name.
    let name: Word
    /// Its type; `nil` where it could not be read, so that the name is known nevertheless.
    var kind: FieldKind?
    /// The values by key, without the rules.
    var attributes: [String: DocumentNode.Entry] = [:]
    /// The rules, in file order.
    var rules: [DocumentNode.Entry] = []
    /// The fields of a list's records.
    var inner: [FieldDraft] = []
    /// Where it was declared.
    let place: Place
    /// Whether its words may be shared between flows.
    var isAccountField: Bool { place == .account }
    /// Keys that the flow added to an account field.
    var addedKeys: Set<String> = []

    init(name: Word, place: Place) {
        self.name = name
        self.place = place
    }

    subscript(key: String) -> DocumentNode? { attributes[key]?.value }
}

extension Findings {
    /// Reads a declaration: its keys, its type, and the fields of a list's records.
    mutating func draft(
        _ name: Word,
        _ node: DocumentNode,
        place: FieldDraft.Place
    ) -> FieldDraft {
        var draft = FieldDraft(name: name, place: place)
        guard var entries = entries(of: node, "the field `\(name.text)`") else { return draft }
        mendType(in: &entries)
        guard let type = entries.first(where: { $0.key == "type" }) else {
            report(
                "E38",
                at: name.range,
                "the field `\(name.text)` needs the key `type`",
                help: "add `type: text`, or another type"
            )
            return draft
        }
        let words = FieldKind.allCases.map(\.rawValue)
        guard let word = choice(type.value, "a type", of: words),
            let kind = FieldKind(rawValue: word.text), isUsable(kind, word, place)
        else { return draft }
        draft.kind = kind
        add(entries, to: &draft, kind: kind)
        if kind == .list { readRecord(of: &draft) }
        return draft
    }

    /// Reads a misspelt `type` as the key that was meant, since nothing can be read without it.
    private mutating func mendType(in entries: inout [DocumentNode.Entry]) {
        let known = Set(FieldKind.commonKeys + FieldKind.allCases.flatMap(\.ownKeys))
        let misspelt = entries.firstIndex { entry in
            !known.contains(entry.key) && Spelling.nearest(to: entry.key, among: ["type"]) != nil
        }
        guard let misspelt, !entries.contains(where: { $0.key == "type" }) else { return }
        let entry = entries[misspelt]
        report(
            "E30",
            at: entry.keyRange,
            "`\(entry.key)` is not a key of a field",
            help: "did you mean `type`?"
        )
        entries[misspelt] = .init(key: "type", keyRange: entry.keyRange, value: entry.value)
    }

    /// Adds to a declaration what a flow says beside it; the added rules come last.
    mutating func extend(_ draft: inout FieldDraft, with node: DocumentNode) {
        guard let entries = entries(of: node, "the field `\(draft.name.text)`"),
            let kind = draft.kind
        else { return }
        // What makes a field stricter may be added, unless the account says it already.
        let free = ["unlike", "country"].filter { draft.attributes[$0] == nil && kind != .document }
        let fixed = ["type", "privacy", "set"] + kind.ownKeys.filter { !free.contains($0) }
        for entry in entries where fixed.contains(entry.key) {
            report(
                "E39",
                at: entry.keyRange,
                "`\(entry.key)` of the account field `\(draft.name.text)` can't be changed here",
                help: "declare another field, or change it in the fields file",
                related: [.init(range: draft.name.range, label: "declared here")]
            )
        }
        let additions = entries.filter { !fixed.contains($0.key) }
        draft.addedKeys = Set(additions.map(\.key))
        add(additions, to: &draft, kind: kind)
    }

    private mutating func isUsable(
        _ kind: FieldKind,
        _ word: Word,
        _ place: FieldDraft.Place
    ) -> Bool {
        switch place {
        case .account, .flow: return true
        case .input, .given:
            if !kind.canBeGiven {
                report(
                    "E39",
                    at: word.range,
                    "a value that is given can't be of the type `\(word.text)`",
                    help: "types that can be given: "
                        + FieldKind.allCases.filter(\.canBeGiven).map { "`\($0.rawValue)`" }
                        .joined(separator: ", ")
                )
            }
            return kind.canBeGiven
        case .record:
            if !kind.canBeInRecord {
                report(
                    "E39",
                    at: word.range,
                    "a record of a list can't hold a field of the type `\(word.text)`",
                    help: "types that it can hold: "
                        + FieldKind.allCases.filter(\.canBeInRecord).map { "`\($0.rawValue)`" }
                        .joined(separator: ", ")
                )
            }
            return kind.canBeInRecord
        }
    }

    private mutating func add(
        _ entries: [DocumentNode.Entry],
        to draft: inout FieldDraft,
        kind: FieldKind
    ) {
        let all = FieldKind.commonKeys + kind.ownKeys
        let refused = kind.refusedKeys + draft.place.refusedKeys
        let usable = all.filter { !refused.contains($0) }
        for entry in entries {
            var key = entry.key
            if !all.contains(key) {
                report(
                    "E30",
                    at: entry.keyRange,
                    "`\(key)` is not a key of a field of type `\(kind.rawValue)`",
                    suggestion: Suggestion(
                        for: Word(text: key, range: entry.keyRange),
                        among: usable
                    )
                )
                // What it was meant for is not missing besides.
                guard let meant = Spelling.nearest(to: key, among: usable),
                    !entries.contains(where: { $0.key == meant })
                else { continue }
                key = meant
            } else if refused.contains(key) {
                report(
                    "E30",
                    at: entry.keyRange,
                    "a field of type `\(kind.rawValue)` can't have `\(key)` here",
                    help: "take it out"
                )
                continue
            }
            if key == "rules" {
                addRules(entry.value, to: &draft)
            } else {
                draft.attributes[key] = entry
            }
        }
    }

    private mutating func addRules(_ node: DocumentNode, to draft: inout FieldDraft) {
        for entry in entries(of: node, "`rules`") ?? [] {
            let name = Word(text: entry.key, range: entry.keyRange)
            guard isName(name, "a rule", mayBeReserved: true) else { continue }
            if let first = draft.rules.first(where: { $0.key == entry.key }) {
                report(
                    "E01",
                    at: entry.keyRange,
                    "the rule `\(entry.key)` stands twice",
                    help: "rename or remove one of the two: the name is the key of its message",
                    related: [.init(range: first.keyRange, label: "first here")]
                )
                continue
            }
            draft.rules.append(entry)
        }
    }

    private mutating func readRecord(of draft: inout FieldDraft) {
        guard let of = draft["of"] else {
            return report(
                "E38",
                at: draft.name.range,
                "the list `\(draft.name.text)` needs the key `of`",
                help: "add `of: {<field>: {type: …}}`: the fields of one record"
            )
        }
        for entry in entries(of: of, "`of` of a list") ?? [] {
            let name = Word(text: entry.key, range: entry.keyRange)
            guard isName(name, "a field") else { continue }
            draft.inner.append(self.draft(name, entry.value, place: .record))
        }
    }
}
