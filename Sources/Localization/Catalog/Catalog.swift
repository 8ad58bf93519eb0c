public import Documents

/// The messages of one language.
public struct Catalog: Sendable {
    /// The language of the messages.
    public let language: LanguageTag
    var entries: EntryTable
    /// Messages whose text only keeps their place; who reads gets another language's.
    var pending: [MessageKey: Entry] = [:]
    /// The path of the file that the messages come from.
    public let file: String
    /// The file's text, where it is known.
    var source: SourceText?
    /// Keys of messages that could not be read.
    var refused: Set<MessageKey> = []

    /// Reads a locale file: keys in keys, texts at their ends.
    ///
    /// O(length of the file).
    ///
    /// A message with a problem is not in the catalogue. With `source`, the file's text, places inside
    /// messages are exact for every style of scalar.
    public static func load(
        _ root: DocumentNode,
        language: LanguageTag,
        source: SourceText? = nil
    ) -> (catalog: Catalog, problems: [Diagnostic]) {
        var reader = CatalogReader(language: language, source: source)
        reader.read(root)
        let catalog = Catalog(
            language: language,
            entries: reader.entries,
            file: root.range.file,
            source: source,
            refused: reader.refused
        )
        return (catalog, reader.problems)
    }

    /// The messages in file order.
    var list: [Entry] { entries.list }

    /// The keys in file order.
    ///
    /// O(number of messages).
    public var keys: [MessageKey] { list.map(\.key) }

    /// The compiled message; `nil` where there is none.
    public func program(for key: MessageKey) -> MessageProgram? {
        entries[key]?.program(in: language)
    }

    /// The message as the file has it.
    public func pattern(for key: MessageKey) -> String? {
        entries[key]?.pattern
    }

    /// Where the message stands in the file.
    public func place(of key: MessageKey) -> SourceRange? {
        (entries[key] ?? pending[key])?.place.range
    }

    /// What the message says; `nil` where there is none.
    public func sourceHash(of key: MessageKey) -> SourceHash? {
        entries[key].map { SourceHash(of: $0.pattern) }
    }

    /// The same catalogue with some messages put aside as not translated.
    func withholding(_ isNew: (MessageKey, Entry) -> Bool) -> Catalog {
        let new = list.filter { isNew($0.key, $0) }
        guard !new.isEmpty else { return self }
        var rest = self
        rest.pending = Dictionary(uniqueKeysWithValues: new.map { ($0.key, $0) })
        rest.entries = EntryTable(list.filter { rest.pending[$0.key] == nil })
        return rest
    }

    /// The same catalogue as another language with other programs.
    func mapping(
        to language: LanguageTag,
        _ transform: (MessageKey, String, MessageProgram) -> (
            program: MessageProgram, pattern: String
        )
    ) -> Catalog {
        let mapped = list.map { entry in
            let (program, pattern) =
                transform(entry.key, entry.pattern, entry.program(in: self.language))
            return Entry(
                key: entry.key,
                pattern: pattern,
                parsed: entry.parsed.flatMap { _ in try? MessageTree.parse(pattern) },
                program: program,
                parents: entry.parents,
                word: entry.word,
                range: entry.range,
                style: entry.style
            )
        }
        return Catalog(
            language: language,
            entries: EntryTable(mapped),
            file: file
        )
    }
}
