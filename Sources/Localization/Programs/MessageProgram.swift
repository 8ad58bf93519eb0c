/// A message, compiled: pieces of text, arguments and branches in one flat list.
///
/// Overview: a pattern is read by ``MessageParser`` (limits, forms we allow, places of errors) into a
/// ``MessageTree``, and made into a ``FlatProgram`` by ``ProgramCompiler``; formatting walks that list
/// and writes the bytes that `icu::MessageFormat` writes.
///
/// Responsibilities: what a message says for given arguments. Programs never change, and threads
/// share them without locks.
///
/// What is not here: which message is meant (``Catalogs``), and what its words are (locale files).
public struct MessageProgram: Sendable {
    /// The longest pattern that is read, in bytes.
    public static let byteLimit = 8192
    /// The deepest nesting of messages inside messages.
    public static let depthLimit = 8

    /// What a message without arguments says; most messages are such, and need no list.
    ///
    /// Beside the list and not in an enum with it, since taking a case's value out counts a reference.
    private let text: String
    let list: FlatProgram?
    /// The same list where it is only walked: it need not be counted, since `list` holds it.
    private let walked: Unmanaged<FlatProgram>?

    init(plain text: String) {
        self.text = text
        list = nil
        walked = nil
    }

    init(_ list: FlatProgram) {
        text = ""
        self.list = list
        walked = .passUnretained(list)
    }

    /// Compiles a pattern for a language.
    ///
    /// O(length of the pattern).
    ///
    /// - Throws: ``MessageProblem`` when the pattern is too long or too deep, is not written in the message
    ///   syntax, or uses a form that is not allowed here.
    public static func compile(
        _ pattern: String,
        language: LanguageTag
    ) throws(MessageProblem) -> MessageProgram {
        let formats = LanguageFormats.of(language)
        let (tree, program) = try read(pattern, formats)
        guard let tree else { return MessageProgram(plain: pattern) }
        if let program { return program }
        return try ProgramCompiler.compile(tree, formats)
    }

    /// The tree of a pattern, which plain text has none of, and its program where that may be refused.
    static func read(
        _ pattern: String,
        _ formats: LanguageFormats
    ) throws(MessageProblem) -> (tree: MessageTree?, program: MessageProgram?) {
        guard pattern.utf8.count <= byteLimit else {
            throw MessageProblem(
                "L003",
                at: 0..<0,
                "the message has \(pattern.utf8.count) bytes; \(byteLimit) are allowed",
                help: "split the message, or make it a document"
            )
        }
        // Without these three, a pattern is taken as it stands.
        var text = pattern
        let isPlain = text.withUTF8 { bytes in
            bytes.allSatisfy { $0 != 0x7B && $0 != 0x7D && $0 != 0x27 }
        }
        guard !isPlain else { return (nil, nil) }
        let tree = try MessageTree.parse(pattern)
        return (tree, tree.isSurelyRight ? nil : try ProgramCompiler.compile(tree, formats))
    }

    /// The arguments in the order of their first use, each with the way it is used.
    public var arguments: [(name: String, kind: MessageArgumentKind)] {
        list?.arguments.map { ($0.name, $0.kind) } ?? []
    }

    /// How many characters of literal text the message has, all branches together.
    var literalLength: Int {
        list?.literals.count ?? text.count
    }

    /// The words that the message's selects know, by argument; `other` is not among them.
    public var choices: [String: [String]] {
        guard let list else { return [:] }
        var choices: [String: [String]] = [:]
        for operation in list.operations {
            guard case .select(let slot, let branches) = operation else { continue }
            let words = list.selects[Int(branches)].words.map {
                String(decoding: $0.word, as: UTF8.self)
            }
            choices[list.arguments[Int(slot)].name, default: []] += words
        }
        return choices
    }

    /// The text for given arguments.
    ///
    /// A missing argument shows as its name in braces; checks see to it that none is missing. `zone`
    /// is an IANA name, and an unknown one counts as UTC.
    public func format(_ arguments: [String: MessageArgument] = [:], zone: String = "UTC") -> String
    {
        format(zone: zone) { arguments[$0] }
    }

    /// The text for arguments that are asked for by name, each once.
    func format(zone: String, argument: (String) -> MessageArgument?) -> String {
        guard let list else { return text }
        let slots = list.arguments.map { argument($0.name) }
        return ByteWriter.string { list.write(slots, zone: zone, into: &$0) }
    }

    /// The text for given arguments.
    public func format(arguments: [String: MessageArgument], zone: String) -> String {
        format(arguments, zone: zone)
    }

    /// Appends the text for given arguments to a buffer, as UTF-8.
    public func write(
        _ arguments: [String: MessageArgument],
        zone: String,
        into buffer: inout ByteWriter
    ) {
        write(ordered: list?.slots(arguments) ?? [], zone: zone, into: &buffer)
    }

    /// Appends the text for values that stand in the order of ``arguments``; `nil` is a missing one.
    ///
    /// This is the fast way: no name is looked up.
    public func write(
        ordered values: [MessageArgument?],
        zone: String,
        into buffer: inout ByteWriter
    ) {
        guard let walked else { return buffer.append(text) }
        walked._withUnsafeGuaranteedRef { $0.write(values, zone: zone, into: &buffer) }
    }

    /// The same message with other words: each piece of literal text is replaced, nothing in braces is.
    ///
    /// `prefix` and `suffix` are put around the whole message.
    public func mappingLiterals(
        prefix: String = "",
        suffix: String = "",
        _ transform: (String) -> String
    ) -> MessageProgram {
        guard let list else { return MessageProgram(plain: prefix + transform(text) + suffix) }
        return MessageProgram(
            list.mappingLiterals(prefix: prefix, suffix: suffix, transform)
        )
    }
}
