import Documents

/// The keys that a mapping may have.
struct KeyTable {
    /// What the mapping is, such as `a step`.
    let owner: String
    /// The keys that are read.
    let known: [String]
    /// The keys of the format that this version does not run.
    var later: [String] = []
    /// The keys without which the mapping makes no sense.
    var required: [String] = []

    static let flow = KeyTable(
        owner: "a flow",
        known: [
            "flow", "version", "locale", "expires", "input", "constants", "fields", "steps",
            "promises", "migrate", "open", "closed",
        ],
        later: ["account"],
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
        known: ["mail", "sms", "link", "code", "to", "if", "unless", "limit"]
    )
    static let limit = KeyTable(
        owner: "a limit",
        known: ["times", "apart", "per", "within"],
        required: ["times"]
    )
    static let attempts = KeyTable(
        owner: "`attempts`",
        known: ["times", "goto"],
        later: ["apart", "per", "within"],
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
    static let length = KeyTable(owner: "`length`", known: ["min", "max"])
    static let fieldsFile = KeyTable(
        owner: "the fields file",
        known: ["fields", "options"],
        required: ["fields"]
    )
    static let effectsFile = KeyTable(
        owner: "the effects file",
        known: ["effects", "signals"],
        required: ["effects"]
    )
    static let effect = KeyTable(
        owner: "an effect",
        known: ["needs", "may_use", "outcomes", "once"],
        later: ["webhook"],
        required: ["outcomes"]
    )
    static let outcome = KeyTable(owner: "an outcome", known: ["gives", "success"])
}

/// The keys of one mapping, by name.
struct Keys {
    /// Where the mapping stands.
    let range: SourceRange
    private let entries: [String: DocumentNode.Entry]

    init(_ entries: [DocumentNode.Entry], range: SourceRange) {
        self.range = range
        self.entries = Dictionary(
            entries.map { ($0.key, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    subscript(key: String) -> DocumentNode? { entries[key]?.value }

    /// Where a key stands.
    func range(of key: String) -> SourceRange { entries[key]?.keyRange ?? range }

    func has(_ key: String) -> Bool { entries[key] != nil }
}

extension Findings {
    /// The keys of a mapping; `nil`, and reported, for anything else.
    ///
    /// An empty value counts as an empty mapping.
    mutating func keys(of node: DocumentNode, _ table: KeyTable) -> Keys? {
        guard let entries = entries(of: node, table.owner) else { return nil }
        for entry in entries where !table.known.contains(entry.key) {
            if table.later.contains(entry.key) {
                later("`\(entry.key)` of \(table.owner)", at: entry.keyRange)
                continue
            }
            report(
                "E30",
                at: entry.keyRange,
                "`\(entry.key)` is not a key of \(table.owner)",
                help: entry.key == "on" || entry.key == "true"
                    ? "write `events`" : suggestion(for: entry.key, among: table.known)
            )
        }
        let keys = Keys(entries, range: node.range)
        for key in table.required where !keys.has(key) {
            let place = entries.first?.keyRange ?? node.range
            report("E38", at: place, "\(table.owner) needs the key `\(key)`")
        }
        return keys
    }

    /// Says that the format has this, and that it is not run yet.
    mutating func later(_ what: String, at range: SourceRange) {
        report(
            "E36",
            at: range,
            "\(what) is not supported yet",
            notes: ["it belongs to the format, and a later version runs it"]
        )
    }

    /// The entries of a mapping; `nil`, and reported, for anything else.
    mutating func entries(of node: DocumentNode, _ what: String) -> [DocumentNode.Entry]? {
        if let entries = node.entries { return entries }
        if node.isEmpty { return [] }
        report("E37", at: node.range, "\(what) must be a mapping of keys to values")
        return nil
    }

    /// The items of a list; `nil`, and reported, for anything else.
    mutating func items(of node: DocumentNode, _ what: String) -> [DocumentNode]? {
        if let items = node.items { return items }
        report("E37", at: node.range, "\(what) must be a list")
        return nil
    }

    /// The text of a scalar that is not empty; `nil`, and reported, for anything else.
    mutating func word(_ node: DocumentNode, _ what: String) -> Word? {
        guard let text = node.text else {
            report("E37", at: node.range, "\(what) must be a single value")
            return nil
        }
        guard !text.isEmpty else {
            report("E38", at: node.range, "\(what) is empty")
            return nil
        }
        return Word(text: text, range: node.range)
    }

    /// One scalar or a list of them.
    mutating func words(_ node: DocumentNode, _ what: String) -> [Word] {
        guard let items = node.items else { return [word(node, what)].compactMap(\.self) }
        return items.compactMap { word($0, what) }
    }

    /// A whole number within bounds.
    mutating func integer(
        _ node: DocumentNode,
        _ what: String,
        in bounds: ClosedRange<Int>
    ) -> Int? {
        guard let word = word(node, what) else { return nil }
        guard let number = Int(word.text), bounds.contains(number), String(number) == word.text
        else {
            let range =
                bounds.upperBound == .max
                ? "of at least \(bounds.lowerBound)"
                : "from \(bounds.lowerBound) to \(bounds.upperBound)"
            report("E39", at: word.range, "\(what) must be a whole number \(range)")
            return nil
        }
        return number
    }

    /// `true` or `false`.
    mutating func bool(_ node: DocumentNode, _ what: String) -> Bool? {
        guard let word = word(node, what) else { return nil }
        switch word.text {
        case "true": return true
        case "false": return false
        default:
            report("E39", at: word.range, "\(what) must be `true` or `false`")
            return nil
        }
    }

    /// One of a few values.
    mutating func choice(_ node: DocumentNode, _ what: String, of values: [String]) -> Word? {
        guard let word = word(node, what) else { return nil }
        guard values.contains(word.text) else {
            report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be \(what)",
                help: suggestion(for: word.text, among: values)
            )
            return nil
        }
        return word
    }

    /// A duration in milliseconds, longer than nothing.
    mutating func duration(_ word: Word) -> Int64? {
        switch DurationText.milliseconds(word.text) {
        case .success(let milliseconds): return milliseconds
        case .failure(let mistake):
            report(
                "E05",
                at: word.range,
                "`\(word.text)` is no duration: \(mistake.reason)",
                help: "write `90s`, `10m`, `24h`, `7d`, or combine them, largest first: `1h30m`"
            )
            return nil
        }
    }
}
