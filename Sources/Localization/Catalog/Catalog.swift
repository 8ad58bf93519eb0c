public import Documents

/// The messages of one language.
public struct Catalog: Sendable {
    /// A message with its key and the place it was read from.
    ///
    /// A class so that handing it out, and making room for more, copies nothing; it never changes.
    final class Entry: Sendable {
        /// A key as it stands in the file; it may hold dots.
        struct Word: Sendable, Hashable {
            let text: String
            let range: SourceRange
        }

        /// The message's parts.
        var tree: MessageTree { parsed ?? .plain(pattern) }

        /// Where the innermost key stands.
        var keyPlace: SourceRange { word.range }

        /// The keys that lead to it, outermost first.
        var path: [Word] { parents + [word] }

        let key: MessageKey
        let pattern: String
        /// The message's parts; `nil` where it is plain text.
        let parsed: MessageTree?
        let program: MessageProgram
        /// The keys around its own, outermost first; messages of one mapping share them.
        let parents: [Word]
        let word: Word
        let place: PatternPlace

        init(
            key: MessageKey,
            program: MessageProgram,
            parsed: MessageTree?,
            pattern: String,
            parents: [Word],
            word: Word,
            place: PatternPlace
        ) {
            self.key = key
            self.program = program
            self.parsed = parsed
            self.pattern = pattern
            self.parents = parents
            self.word = word
            self.place = place
        }
    }

    /// The language of the messages.
    public let language: LanguageTag
    var entries: [MessageKey: Entry]
    /// Messages whose text only keeps their place; who reads gets another language's.
    var pending: [MessageKey: Entry] = [:]
    /// The messages in file order.
    var list: [Entry]
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
            list: reader.list,
            file: root.range.file,
            source: source,
            refused: reader.refused
        )
        return (catalog, reader.problems)
    }

    /// The keys in file order.
    ///
    /// O(number of messages).
    public var keys: [MessageKey] { list.map(\.key) }

    /// The compiled message; `nil` where there is none.
    public func program(for key: MessageKey) -> MessageProgram? {
        entries[key]?.program
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
        let new = entries.filter { isNew($0.key, $0.value) }
        guard !new.isEmpty else { return self }
        var rest = self
        rest.entries = entries.filter { new[$0.key] == nil }
        rest.list = list.filter { new[$0.key] == nil }
        rest.pending = new
        return rest
    }

    /// The same catalogue as another language with other programs.
    func mapping(
        to language: LanguageTag,
        _ transform: (MessageKey, Entry) -> (program: MessageProgram, pattern: String)
    ) -> Catalog {
        let mapped = list.map { entry in
            let (program, pattern) = transform(entry.key, entry)
            return Entry(
                key: entry.key,
                program: program,
                parsed: entry.parsed.flatMap { _ in try? MessageTree.parse(pattern) },
                pattern: pattern,
                parents: entry.parents,
                word: entry.word,
                place: entry.place
            )
        }
        return Catalog(
            language: language,
            entries: Dictionary(mapped.map { ($0.key, $0) }) { $1 },
            list: mapped,
            file: file
        )
    }
}
