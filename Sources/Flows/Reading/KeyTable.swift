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
    /// An empty value counts as an empty mapping. A misspelt key is reported, and read as the one that was
    /// meant, so that nothing seems to be missing besides.
    mutating func keys(of node: DocumentNode, _ table: KeyTable) -> Keys? {
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
        report(
            "E37",
            at: node.range,
            "\(what) must be a mapping of keys to values",
            help: "write `{key: value}`, or each `key: value` on a line of its own"
        )
        return nil
    }

    /// The items of a list; `nil`, and reported, for anything else.
    mutating func items(of node: DocumentNode, _ what: String) -> [DocumentNode]? {
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
    mutating func word(_ node: DocumentNode, _ what: String) -> Word? {
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
            report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be \(what): it must be a whole number \(range)",
                help: "write it in digits, without a sign, blanks or leading zeros"
            )
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
            let no = ["no", "off", "n", "0"].contains(word.text.lowercased())
            let yes = ["yes", "on", "y", "1"].contains(word.text.lowercased())
            report(
                "E39",
                at: word.range,
                "`\(word.text)` can't be \(what): it must be `true` or `false`",
                help: no ? "write `false`" : yes ? "write `true`" : nil
            )
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
                suggestion: Suggestion(for: word, among: values)
            )
            return nil
        }
        return word
    }

    /// A language tag, as far as its form tells (BCP 47).
    mutating func languageTag(_ node: DocumentNode) -> Word? {
        guard let word = word(node, "`locale`") else { return nil }
        let parts = word.text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isLetter = { (byte: UInt8) in (65...90).contains(byte) || (97...122).contains(byte) }
        let isTag =
            parts.enumerated().allSatisfy { index, part in
                index == 0
                    ? (2...3).contains(part.count) && part.allSatisfy(isLetter)
                    : (1...8).contains(part.count)
                        && part.allSatisfy { isLetter($0) || (48...57).contains($0) }
            }
        guard isTag else {
            report(
                "E39",
                at: word.range,
                "`\(word.text)` is no language tag",
                help: "write the short form, such as `en` or `zh-Hant`"
            )
            return nil
        }
        return word
    }

    /// The words without those that stood before; reports these.
    mutating func distinct(_ words: [Word], besides others: [Word] = []) -> [Word] {
        var kept: [Word] = []
        for word in words {
            guard let first = (others + kept).first(where: { $0.text == word.text }) else {
                kept.append(word)
                continue
            }
            report(
                "E01",
                at: word.range,
                "`\(word.text)` stands twice",
                help: "remove one of the two",
                related: [.init(range: first.range, label: "first here")]
            )
        }
        return kept
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
