/// A value read from a structured text, which knows where it stands.
///
/// All scalars are texts: what they mean is decided by whoever reads them, so that `NO` stays Norway.
public struct DocumentNode: Sendable, Hashable {
    /// What a node holds.
    public enum Content: Sendable, Hashable {
        /// A single text.
        case scalar(Scalar)
        /// Keys with their values, in file order, no key twice.
        case mapping([Entry])
        /// Values in file order.
        case sequence([DocumentNode])
    }

    /// How a scalar was written.
    public enum ScalarStyle: Sendable, Hashable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    /// A text and the style in which it was written.
    public struct Scalar: Sendable, Hashable {
        /// The text after unquoting.
        public let text: String
        /// The style in the file.
        public let style: ScalarStyle

        /// Makes a scalar.
        public init(text: String, style: ScalarStyle) {
            self.text = text
            self.style = style
        }
    }

    /// A key of a mapping, with its value.
    public struct Entry: Sendable, Hashable {
        /// The key's text.
        public let key: String
        /// Where the key stands.
        public let keyRange: SourceRange
        /// The value.
        public let value: DocumentNode

        /// Makes an entry.
        public init(key: String, keyRange: SourceRange, value: DocumentNode) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
        }
    }

    /// The value.
    public let content: Content
    /// Where the value stands, quotes included.
    public let range: SourceRange

    /// Makes a node.
    public init(_ content: Content, at range: SourceRange) {
        self.content = content
        self.range = range
    }

    /// The text of a scalar; `nil` for anything else.
    public var text: String? {
        guard case .scalar(let scalar) = content else { return nil }
        return scalar.text
    }

    /// The entries of a mapping; `nil` for anything else.
    public var entries: [Entry]? {
        guard case .mapping(let entries) = content else { return nil }
        return entries
    }

    /// The items of a sequence; `nil` for anything else.
    public var items: [DocumentNode]? {
        guard case .sequence(let items) = content else { return nil }
        return items
    }

    /// The value of a key of a mapping; `nil` where there is no such key.
    ///
    /// O(number of keys).
    public subscript(key: String) -> DocumentNode? {
        entries?.first { $0.key == key }?.value
    }

    /// Whether this is an unquoted scalar without text, as `key:` alone gives.
    public var isEmpty: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.text.isEmpty && scalar.style == .plain
    }
}
