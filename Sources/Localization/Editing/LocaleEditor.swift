public import Documents

/// Changes texts of a locale file where they stand; every other byte stays as it is.
///
/// Nothing is ever written anew: comments, order, quotes, blank lines, line ends and a byte order mark are the
/// translator's. After each change the file is read again; a change that did anything but what was asked is
/// not made.
public struct LocaleEditor: Sendable {
    /// Reads YAML.
    public typealias Reader =
        @Sendable (SourceText) -> (root: DocumentNode?, problems: [Diagnostic])

    /// Why a file is not changed.
    public struct Refusal: Error, Sendable, Hashable {
        /// One sentence, beginning in lower case, without a full stop.
        public let reason: String
    }

    /// The file with all changes that were made.
    public private(set) var edited: SourceText
    let root: DocumentNode
    let messages: [WrittenMessage]
    let lines: FileLines
    private let read: Reader

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - source: The file as it is.
    ///   - read: What reads YAML.
    /// - Throws: A refusal where the file can't be read without a finding.
    public init(_ source: SourceText, read: @escaping Reader) throws(Refusal) {
        let (root, found) = read(source)
        // A byte order mark is a finding, and no reason not to change a text.
        let problems = found.filter { $0.range.end.byte != 3 || !source.hasByteOrderMark }
        guard let root, problems.isEmpty else {
            throw Refusal(
                reason: problems.first.map {
                    "\($0.range.file):\($0.range.start.line): \($0.message)"
                } ?? "\(source.path) can't be read"
            )
        }
        guard root.entries != nil else {
            throw Refusal(reason: "\(source.path) holds no keys with texts")
        }
        edited = source
        self.root = root
        self.read = read
        messages = WrittenMessage.all(in: root)
        lines = FileLines(source.bytes)
    }

    /// The keys, in file order.
    public var keys: [MessageKey] { messages.map(\.key) }

    /// The messages, in file order.
    public var texts: [(key: MessageKey, pattern: String)] {
        messages.map { ($0.key, $0.scalar.pattern) }
    }

    /// The message of a key; `nil` where there is none.
    public func pattern(for key: MessageKey) -> String? {
        messages.first { $0.key == key }?.scalar.pattern
    }

    /// Gives a message another text, in the style it is written in where that can hold it, else in double quotes.
    ///
    /// - Throws: A refusal where there is no such message, or it is written in a way that is not edited.
    public mutating func set(_ key: MessageKey, to pattern: String) throws(Refusal) {
        try set([(key, pattern)])
    }

    /// Gives several messages other texts; all of them, or none where one is refused.
    ///
    /// O(length of the file), however many there are.
    public mutating func set(
        _ patterns: [(key: MessageKey, pattern: String)]
    ) throws(Refusal) {
        var wanted = messages.map(Text.init)
        var first: [Patch] = []
        var fallback: [Patch] = []
        let places = Dictionary(grouping: messages.indices) { messages[$0].key }
        for (key, pattern) in patterns {
            let index = try only(places[key], key)
            guard messages[index].scalar.pattern != pattern else { continue }
            wanted[index] = Text(key, pattern)
            let writing = try TextReplacement(messages[index], lines)
            let quoted = writing.quoted(pattern)
            first += writing.inItsStyle(pattern) ?? quoted
            fallback += quoted
        }
        guard !first.isEmpty else { return }
        if make(first, wanted) { return }
        // One of them reads as something else in its style; alone, each finds its own way.
        guard patterns.count > 1 else {
            guard make(fallback, wanted) else {
                throw Refusal(reason: "`\(patterns[0].key.rawValue)` can't hold this text")
            }
            return
        }
        var copy = self
        for (key, pattern) in patterns { try copy.set([(key, pattern)]) }
        self = copy
    }

    /// Removes a message with the comment that is its own, and the mappings that it leaves empty.
    ///
    /// Its own is a comment directly above it, unless the next key follows without a blank line: then the
    /// comment may be about both.
    ///
    /// - Throws: A refusal where there is no such message, or it is the file's only one.
    public mutating func remove(_ key: MessageKey) throws(Refusal) {
        let index = try index(of: key)
        let place = try RemovalPlace(of: messages[index], in: self)
        var wanted = messages.map(Text.init)
        wanted.remove(at: index)
        for patch in place.patches where make([patch], wanted) { return }
        throw Refusal(reason: "`\(key.rawValue)` can't be removed without a change of others")
    }

    private func index(of key: MessageKey) throws(Refusal) -> Int {
        try only(messages.indices.filter { messages[$0].key == key }, key)
    }

    private func only(_ found: [Int]?, _ key: MessageKey) throws(Refusal) -> Int {
        guard let found, let index = found.first else {
            throw Refusal(reason: "there is no `\(key.rawValue)` in \(edited.path)")
        }
        guard found.count == 1 else {
            throw Refusal(reason: "`\(key.rawValue)` stands twice in \(edited.path)")
        }
        return index
    }

    /// Makes a change if the file then holds exactly these texts.
    mutating func make(_ patches: [Patch], _ wanted: [Text]) -> Bool {
        let source = SourceText(path: edited.path, bytes: Patch.apply(patches, to: edited.bytes))
        guard let changed = try? LocaleEditor(source, read: read),
            changed.messages.count == wanted.count,
            zip(changed.messages, wanted).allSatisfy({ $1.isHeld(by: $0) })
        else { return false }
        self = changed
        return true
    }

    /// What a message must be after a change.
    struct Text {
        let key: MessageKey
        let pattern: String
        /// The style, where it must stay as it is.
        var style: DocumentNode.ScalarStyle?

        init(_ key: MessageKey, _ pattern: String) {
            self.key = key
            self.pattern = pattern
        }

        init(_ message: WrittenMessage) {
            self.init(message.key, message.scalar.pattern)
            style = message.scalar.style
        }

        func isHeld(by message: WrittenMessage) -> Bool {
            // Equal strings may be of other bytes.
            message.key == key && message.scalar.pattern.utf8.elementsEqual(pattern.utf8)
                && (style.map { $0 == message.scalar.style } ?? true)
        }
    }
}

extension SourceText {
    fileprivate var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
}
