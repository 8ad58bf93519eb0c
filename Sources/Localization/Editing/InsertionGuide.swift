import Documents

/// What the places of new messages have in common, found out once for many.
struct InsertionGuide {
    /// What is known about the entries of a mapping.
    struct Siblings {
        /// The entries with their places in the example's order; `nil` where it knows none of it.
        let ranked: [(entry: DocumentNode.Entry, rank: Int?)]
        /// Whether each stands on lines of its own.
        let areAlone: Bool
    }

    let editor: LocaleEditor
    let example: LocaleEditor
    /// How much deeper a mapping is indented than its key.
    let step: Int
    /// The places of the example's messages.
    let order: [MessageKey: Int]
    /// The names of messages and of what holds them.
    private let taken: Set<String>
    private var levels: [[Substring]: Siblings] = [:]

    init(_ editor: LocaleEditor, as example: LocaleEditor) {
        self.editor = editor
        self.example = example
        step =
            InsertionPlace.step(in: editor.root, editor.lines)
            ?? InsertionPlace.step(in: example.root, example.lines) ?? 2
        order = Dictionary(
            example.messages.enumerated().map { ($1.key, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var taken: Set<String> = []
        for message in editor.messages {
            let name = message.key.rawValue
            taken.insert(name)
            for (index, byte) in zip(name.utf8.indices, name.utf8) where byte == 0x2E {
                taken.insert(String(name[..<index]))
            }
        }
        self.taken = taken
    }

    /// Whether there is a message or a mapping of a key.
    func isTaken(_ key: MessageKey) -> Bool { taken.contains(key.rawValue) }

    /// The example's message of a key.
    func model(of key: MessageKey) -> WrittenMessage? { order[key].map { example.messages[$0] } }

    /// What is known about the entries of a level.
    mutating func siblings(of level: InsertionPlace.Level) -> Siblings {
        if let known = levels[level.prefix] { return known }
        let found = Siblings(
            ranked: level.entries.map { entry in
                (entry, InsertionPlace.rank(of: entry, under: level.prefix, order))
            },
            areAlone: (level.parents + level.entries).allSatisfy(editor.lines.isAlone)
        )
        levels[level.prefix] = found
        return found
    }
}
