import Documents

/// Brings a locale file to the keys of the English one, and its state with it.
///
/// What is new gets the English text, and waits for a translation; what has gone goes. Everything else stays as
/// it is, byte by byte, and a second time there is nothing to do.
public struct LocaleSync: Sendable {
    /// The file afterwards.
    public private(set) var editor: LocaleEditor
    /// The state afterwards.
    public private(set) var state: LocaleState
    /// Messages that came in, in the order of the English file.
    public private(set) var added: [MessageKey] = []
    /// Messages that went, in the order of the file.
    public private(set) var removed: [MessageKey] = []
    /// Messages that are not translated and got today's English text.
    public private(set) var renewed: [MessageKey] = []
    /// Translations that had no state until now.
    public private(set) var recorded: [MessageKey] = []
    /// Messages that English lacks and that stay, since they are probably misspelt; with what was meant.
    public private(set) var misspelt: [(key: MessageKey, meant: MessageKey)] = []

    private let skeleton: LocaleSkeleton
    private let source: [MessageKey: String]

    /// Brings a file up to date.
    ///
    /// - Parameters:
    ///   - editor: The file.
    ///   - language: Its language.
    ///   - state: What is known about it.
    ///   - english: The English file.
    ///   - documents: The hash of the English text of each document that is translated, by its key.
    /// - Throws: A refusal where a change can't be made without another one.
    public init(
        _ editor: LocaleEditor,
        in language: LanguageTag,
        _ state: LocaleState,
        as english: LocaleEditor,
        documents: [MessageKey: SourceHash]
    ) throws(LocaleEditor.Refusal) {
        self.editor = editor
        self.state = state
        skeleton = LocaleSkeleton(for: language)
        source = Dictionary(
            english.messages.map { ($0.key, $0.scalar.pattern) },
            uniquingKeysWith: { first, _ in first }
        )
        try removeGone()
        try renew()
        try addMissing(as: english)
        record(documents)
    }

    /// Whether the file or its state has changed.
    public var isEmpty: Bool {
        added.isEmpty && removed.isEmpty && renewed.isEmpty && recorded.isEmpty
            && forgotten.isEmpty
    }

    /// States of messages that are not there any more.
    public private(set) var forgotten: [MessageKey] = []

    private mutating func removeGone() throws(LocaleEditor.Refusal) {
        let gone = editor.keys.filter { source[$0] == nil }
        guard !gone.isEmpty else { return }
        let own = Set(editor.keys)
        let missing = source.keys.filter { !own.contains($0) }.map(\.rawValue).sorted()
        for key in gone {
            if let meant = Spelling.guess(key.rawValue, among: missing), meant.isCertain {
                misspelt.append((key, MessageKey(meant.word)))
            } else {
                try editor.remove(key)
                removed.append(key)
            }
        }
    }

    private mutating func addMissing(as english: LocaleEditor) throws(LocaleEditor.Refusal) {
        var known = Set(editor.keys)
        var texts: [(key: MessageKey, pattern: String)] = []
        for key in english.keys where known.insert(key).inserted {
            texts.append((key, skeleton.pattern(source[key] ?? "")))
        }
        let refused = editor.insert(texts, as: english)
        if let reason = texts.lazy.compactMap({ refused[$0.key] }).first { throw reason }
        for (key, text) in texts {
            state.entries[key] = .init(.new, SourceHash(of: text))
            added.append(key)
        }
    }

    /// Copies that nobody has touched follow the English text.
    private mutating func renew() throws(LocaleEditor.Refusal) {
        var texts: [(key: MessageKey, pattern: String)] = []
        for message in editor.messages {
            guard let entry = state.entries[message.key], entry.status == .new,
                SourceHash(of: message.scalar.pattern) == entry.hash,
                let english = source[message.key]
            else { continue }
            let text = skeleton.pattern(english)
            let hash = SourceHash(of: text)
            guard hash != entry.hash else { continue }
            texts.append((message.key, text))
            state.entries[message.key] = .init(.new, hash)
        }
        try editor.set(texts)
        renewed = texts.map(\.key)
    }

    private mutating func record(_ documents: [MessageKey: SourceHash]) {
        for message in editor.messages {
            guard let english = source[message.key] else { continue }
            let entry = state.entries[message.key]
            // A copy that is another text by now has been translated.
            let isNew =
                entry?.status == .new && SourceHash(of: message.scalar.pattern) == entry?.hash
            guard entry == nil || entry?.status == .new && !isNew else { continue }
            state.entries[message.key] = .init(.translated, SourceHash(of: english))
            recorded.append(message.key)
        }
        for (key, hash) in documents.sorted(by: { $0.key < $1.key })
        where state.entries[key] == nil {
            state.entries[key] = .init(.translated, hash)
            recorded.append(key)
        }
        forgotten = state.entries.keys.filter { source[$0] == nil && documents[$0] == nil }.sorted()
        for key in forgotten { state.entries[key] = nil }
    }
}
