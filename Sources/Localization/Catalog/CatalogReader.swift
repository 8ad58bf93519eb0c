import Documents

/// Reads the tree of a locale file into messages.
struct CatalogReader {
    let language: LanguageTag
    private let formats: LanguageFormats
    let source: SourceText?
    var entries = EntryTable()
    var problems: [Diagnostic] = []
    /// The keys of messages that are not taken.
    var refused: Set<MessageKey> = []

    /// The deepest nesting of keys; a file read from YAML is never deeper.
    private static let depthLimit = 64

    init(language: LanguageTag, source: SourceText?) {
        self.language = language
        formats = LanguageFormats.of(language)
        self.source = source
    }

    mutating func read(_ root: DocumentNode) {
        guard let top = root.entries else {
            problems.append(
                Diagnostic(
                    "L002",
                    at: root.range,
                    "a locale file holds keys with texts",
                    help: "write `key: text`"
                )
            )
            return
        }
        entries.reserveCapacity(Self.scalars(in: top))
        read(top, under: "", [])
    }

    private static func scalars(in list: [DocumentNode.Entry]) -> Int {
        list.reduce(0) { $0 + ($1.value.entries.map(scalars) ?? 1) }
    }

    /// Reads what stands in a mapping; `prefix` ends with a dot.
    private mutating func read(
        _ list: [DocumentNode.Entry],
        under prefix: String,
        _ parents: [Catalog.Entry.Word]
    ) {
        for entry in list {
            let name = prefix + entry.key
            switch entry.value.content {
            case .mapping(let inner) where parents.count + 1 < Self.depthLimit:
                if let hint = Self.hintForFlowMapping(inner, entry.value.range, source) {
                    problems.append(hint)
                    refused.insert(MessageKey(name))
                } else {
                    let word = Catalog.Entry.Word(text: entry.key, range: entry.keyRange)
                    read(inner, under: name + ".", parents + [word])
                }
            case .mapping:
                problems.append(
                    Diagnostic("L003", at: entry.keyRange, "keys are nested too deep here")
                )
            case .sequence:
                refused.insert(MessageKey(name))
                problems.append(
                    Diagnostic(
                        "L002",
                        at: entry.value.range,
                        "`\(name)` is a list; a text belongs here"
                    )
                )
            case .scalar(let scalar):
                read(scalar, at: entry, parents, as: MessageKey(name))
            }
        }
    }

    private mutating func read(
        _ scalar: DocumentNode.Scalar,
        at entry: DocumentNode.Entry,
        _ parents: [Catalog.Entry.Word],
        as key: MessageKey
    ) {
        if let problem = Self.problem(of: scalar, at: entry, key) {
            problems.append(problem)
            refused.insert(key)
            return
        }
        guard entries[key] == nil else {
            problems.append(
                Diagnostic(
                    "L002",
                    at: entry.keyRange,
                    "`\(key.rawValue)` has a text already",
                    help: "keep one of the two"
                )
            )
            return
        }
        let pattern = scalar.pattern
        do throws(MessageProblem) {
            let (tree, program) = try MessageProgram.read(pattern, formats)
            let entry = Catalog.Entry(
                key: key,
                pattern: pattern,
                parsed: tree,
                program: program,
                parents: parents,
                word: Catalog.Entry.Word(text: entry.key, range: entry.keyRange),
                range: entry.value.range,
                style: scalar.style
            )
            entries.append(entry)
        } catch {
            let place = PatternPlace(range: entry.value.range, style: scalar.style, text: pattern)
            problems.append(
                Diagnostic(
                    error.code,
                    at: place.range(of: error.range, in: source),
                    "`\(key.rawValue)`: \(error.message)",
                    label: error.label,
                    notes: [
                        language.base == "en"
                            ? "shows as: ⟦\(key.rawValue)⟧"
                            : "shows as: the English message, since this one can’t be read"
                    ],
                    help: error.help,
                    fix: error.replacement.flatMap {
                        place.fix(error.range, to: $0, in: source)
                    }
                )
            )
            refused.insert(key)
        }
    }

    /// What is wrong with how a text is written.
    private static func problem(
        of scalar: DocumentNode.Scalar,
        at entry: DocumentNode.Entry,
        _ key: MessageKey
    ) -> Diagnostic? {
        let name = key.rawValue
        switch scalar.style {
        case .folded:
            return Diagnostic(
                "L002",
                at: entry.value.range,
                "`\(name)` is written as a folded block",
                help: "use `|`, which keeps line ends as they are, or one line"
            )
        case .plain where ImplicitType.isImplicit(scalar.text):
            return Diagnostic(
                "L002",
                at: entry.value.range,
                scalar.text.isEmpty
                    ? "`\(name)` has no text"
                    : "`\(name)` is \(scalar.text), which YAML readers may take for something else",
                help: scalar.text.isEmpty ? nil : "quote it: \"\(scalar.text)\"",
                fix: scalar.text.isEmpty
                    ? nil
                    : Fix(at: entry.value.range, from: scalar.text, to: "\"\(scalar.text)\"")
            )
        case .plain, .singleQuoted, .doubleQuoted:
            let isOneLine = entry.value.range.start.line == entry.value.range.end.line
            return isOneLine
                ? nil
                : Diagnostic(
                    "L002",
                    at: entry.value.range,
                    "`\(name)` goes over several lines",
                    help: "write it on one line, or as a block behind `|`"
                )
        case .literal:
            return nil
        }
    }

    /// An unquoted value that begins with an argument is a flow mapping, such as `{name}: {name: }`.
    private static func hintForFlowMapping(
        _ inner: [DocumentNode.Entry],
        _ range: SourceRange,
        _ source: SourceText?
    ) -> Diagnostic? {
        let isOneLine = range.start.line == range.end.line
        let isBraced =
            source.map {
                $0.bytes.indices.contains(range.start.byte) && $0.bytes[range.start.byte] == 0x7B
            }
            ?? (isOneLine && inner.allSatisfy { $0.value.isEmpty })
        guard isBraced else { return nil }
        return Diagnostic(
            "L002",
            at: range,
            "a value that begins with `{` is no text for YAML",
            help: inner.contains { !$0.value.isEmpty }
                ? "write each key on a line of its own below, or quote what is a message"
                : "quote the message: \"{…} …\""
        )
    }
}
