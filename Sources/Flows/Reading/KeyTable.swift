package import Documents

/// The keys that a mapping may have.
package struct KeyTable {
    /// What the mapping is, such as `a step`.
    let owner: String
    /// The keys that are read.
    package let known: [String]
    /// The keys of the format that this version does not run.
    var later: [String] = []
    /// The keys without which the mapping makes no sense.
    var required: [String] = []

    package init(
        owner: String,
        known: [String],
        later: [String] = [],
        required: [String] = []
    ) {
        self.owner = owner
        self.known = known
        self.later = later
        self.required = required
    }

    static let flow = KeyTable(
        owner: "a flow",
        known: [
            "flow", "version", "locale", "expires", "input", "constants", "fields", "steps",
            "promises", "migrate", "open", "closed", "account",
        ],
        required: ["flow", "version", "steps"]
    )
    static let step = KeyTable(
        owner: "a step",
        known: [
            "step", "ask", "review", "call", "send", "events", "after", "attempts", "next", "back",
            "end", "offer", "run", "with",
        ],
        required: ["step"]
    )
    static let event = KeyTable(owner: "an event", known: ["if", "goto"], required: ["goto"])
    static let send = KeyTable(
        owner: "a send",
        known: ["mail", "sms", "link", "code", "start", "to", "if", "unless", "limit"]
    )
    static let limit = KeyTable(
        owner: "a limit",
        known: ["times", "apart", "per", "within", "in_all"],
        required: ["times"]
    )
    static let attempts = KeyTable(
        owner: "`attempts`",
        known: ["times", "goto", "apart", "per", "within"],
        required: ["times", "goto"]
    )
    static let expires = KeyTable(
        owner: "`expires`",
        known: ["after", "goto"],
        required: ["after", "goto"]
    )
    static let promise = KeyTable(owner: "a promise", known: ["only_after", "at_most"])
    static let opening = KeyTable(owner: "`open`", known: ["from", "until", "notice"])
    static let migration = KeyTable(
        owner: "a migration",
        known: ["from", "steps"],
        required: ["from", "steps"]
    )
    static let account = KeyTable(owner: "`account`", known: ["with"], required: ["with"])
    static let length = KeyTable(owner: "`length`", known: ["min", "max"])
    static let files = KeyTable(owner: "`files`", known: ["at_least", "at_most"])
    static let fieldsFile = KeyTable(
        owner: "the fields file",
        known: ["fields", "options", "constants"],
        required: ["fields"]
    )
    static let effectsFile = KeyTable(
        owner: "the effects file",
        known: ["effects", "signals"],
        required: ["effects"]
    )
    static let effect = KeyTable(
        owner: "an effect",
        known: ["needs", "may_use", "writes", "ends", "outcomes", "once", "webhook"],
        required: ["outcomes"]
    )
    static let outcome = KeyTable(owner: "an outcome", known: ["gives", "success"])
}

extension KeyTable {
    /// The value of a key, also of a misspelt one, before the mapping is read.
    func value(of key: String, in node: DocumentNode) -> DocumentNode? {
        let misspelt = { (entry: DocumentNode.Entry) in
            !self.known.contains(entry.key)
                && Spelling.nearest(to: entry.key, among: self.known) == key
        }
        return node[key] ?? node.entries?.first(where: misspelt)?.value
    }
}

/// The keys of one mapping, by name.
///
/// They are compared one by one: a mapping has few, and each is looked for a few times.
package struct Keys {
    /// Where the mapping stands.
    package let range: SourceRange
    private let entries: [DocumentNode.Entry]

    init(_ entries: [DocumentNode.Entry], range: SourceRange) {
        self.range = range
        self.entries = entries
    }

    package subscript(key: String) -> DocumentNode? { index(of: key).map { entries[$0].value } }

    /// Where a key stands.
    package func range(of key: String) -> SourceRange {
        index(of: key).map { entries[$0].keyRange } ?? range
    }

    package func has(_ key: String) -> Bool { index(of: key) != nil }

    private func index(of key: String) -> Int? { entries.firstIndex { $0.key == key } }
}

extension Findings {
    /// The keys of a mapping; `nil`, and reported, for anything else.
    ///
    /// An empty value counts as an empty mapping. A misspelt key is reported, and read as the one that was
    /// meant, so that nothing seems to be missing besides.
    package mutating func keys(of node: DocumentNode, _ table: KeyTable) -> Keys? {
        guard var entries = entries(of: node, table.owner) else { return nil }
        for (index, entry) in entries.enumerated() where !table.known.contains(entry.key) {
            if table.later.contains(entry.key) {
                later("`\(entry.key)` of \(table.owner)", at: entry.keyRange)
                continue
            }
            let word = Word(text: entry.key, range: entry.keyRange)
            let isEvents = ["on", "true"].contains(entry.key) && table.known.contains("events")
            let meant = isEvents ? "events" : Spelling.nearest(to: entry.key, among: table.known)
            report(
                "E30",
                at: entry.keyRange,
                "`\(entry.key)` is not a key of \(table.owner)",
                suggestion: isEvents
                    ? Suggestion(for: word, meaning: "events")
                    : Suggestion(for: word, among: table.known)
            )
            if let meant, !entries.contains(where: { $0.key == meant }) {
                entries[index] = .init(key: meant, keyRange: entry.keyRange, value: entry.value)
            }
        }
        let keys = Keys(entries, range: node.range)
        for key in table.required where !keys.has(key) {
            let place = entries.first?.keyRange ?? node.range
            report(
                "E38",
                at: place,
                "\(table.owner) needs the key `\(key)`",
                help: "add `\(key): …`"
            )
        }
        return keys
    }

    /// Says that the format has this, and that it is not run yet.
    package mutating func later(_ what: String, at range: SourceRange) {
        report(
            "E36",
            at: range,
            "\(what) is not supported yet",
            notes: ["it belongs to the format, and a later version runs it"]
        )
    }

    /// The entries of a mapping; `nil`, and reported, for anything else.
    package mutating func entries(of node: DocumentNode, _ what: String) -> [DocumentNode.Entry]? {
        if let entries = node.entries { return entries }
        if node.isEmpty { return [] }
        report(
            "E37",
            at: node.range,
            "\(what) must be a mapping of keys to values",
            help: "write `{key: value}`, or each `key: value` on a line of its own"
        )
        return nil
    }

    /// The items of a list; `nil`, and reported, for anything else.
    package mutating func items(of node: DocumentNode, _ what: String) -> [DocumentNode]? {
        if let items = node.items { return items }
        report(
            "E37",
            at: node.range,
            "\(what) must be a list",
            help: "write `[one, two]`, or each item behind `- ` on a line of its own"
        )
        return nil
    }

    /// The text of a scalar that is not empty; `nil`, and reported, for anything else.
    package mutating func word(_ node: DocumentNode, _ what: String) -> Word? {
        guard let text = node.text else {
            report(
                "E37",
                at: node.range,
                "\(what) must be a single value",
                help: "take off the brackets; a text that begins with `{` or `[` is quoted"
            )
            return nil
        }
        guard !text.isEmpty else {
            report("E38", at: node.range, "\(what) is empty", help: "write it, or take the key out")
            return nil
        }
        return Word(text: text, range: node.range)
    }

    /// One scalar or a list of them.
    package mutating func words(_ node: DocumentNode, _ what: String) -> [Word] {
        guard let items = node.items else { return [word(node, what)].compactMap(\.self) }
        return items.compactMap { word($0, what) }
    }
}
