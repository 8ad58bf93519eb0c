import Documents

/// A collection that is not closed yet.
struct OpenCollection {
    /// What a mapping expects next.
    enum Next {
        case key
        /// The value of the key that was read.
        case value
        /// The value of a key that was refused; it is read and dropped.
        case nothing
    }

    let isMapping: Bool
    let start: SourcePosition
    /// The end of the last node in it.
    var end: SourcePosition
    var items: [DocumentNode] = []
    private(set) var entries: [DocumentNode.Entry] = []
    /// The keys, where they are many.
    private var keys: Set<String> = []
    private(set) var next = Next.key
    private var key = ""
    private var keyRange: SourceRange?

    /// So many keys are compared sooner than hashed.
    private static let few = 32

    /// Whether an entry has a key.
    mutating func has(_ key: String) -> Bool {
        guard entries.count > Self.few else { return entries.contains { $0.key == key } }
        if keys.isEmpty { keys = Set(entries.map(\.key)) }
        return keys.contains(key)
    }

    mutating func take(key: String, at range: SourceRange) {
        self.key = key
        keyRange = range
        next = .value
    }

    mutating func refuseKey() { next = .nothing }

    /// Takes the value of the key, or drops it.
    mutating func take(_ value: DocumentNode) {
        if next == .value, let keyRange {
            entries.append(.init(key: key, keyRange: keyRange, value: value))
            if !keys.isEmpty { keys.insert(key) }
        }
        next = .key
    }

    init(isMapping: Bool, start: SourcePosition, end: SourcePosition) {
        self.isMapping = isMapping
        self.start = start
        self.end = end
    }
}
