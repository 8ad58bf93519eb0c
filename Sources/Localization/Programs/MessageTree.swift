/// A message pattern as a tree: each part knows where it stands, in bytes of the pattern's UTF-8.
///
/// Programs are compiled from it, and it is for whoever looks at a message as its writer does: findings,
/// previews, exchange with translators' tools.
public struct MessageTree: Sendable, Hashable {
    /// What a message, or a branch of one, consists of.
    public enum Node: Sendable, Hashable {
        /// Words.
        case text(Text)
        /// `#`, the number of the plural around it.
        case number(Range<Int>)
        /// What stands in braces.
        case argument(Argument)
    }

    /// Words as the reader sees them: apostrophes that quote are gone.
    public struct Text: Sendable, Hashable {
        /// The words.
        public let value: String
        /// Where they stand, apostrophes included.
        public let range: Range<Int>
        /// For each byte of the words its place in the pattern; empty where nothing is quoted.
        let places: [Int]

        /// Where a stretch of the words stands in the pattern; both in bytes of UTF-8.
        public func range(of stretch: Range<Int>) -> Range<Int> {
            place(of: stretch.lowerBound)..<place(of: stretch.upperBound)
        }

        private func place(of offset: Int) -> Int {
            guard !places.isEmpty else { return range.lowerBound + offset }
            return offset < places.count ? places[max(0, offset)] : range.upperBound
        }
    }

    /// An argument with how it is shown.
    ///
    /// A class so that each rule that looks at it copies nothing; it never changes.
    public final class Argument: Sendable, Hashable {
        /// The way an argument is shown.
        public enum Format: Sendable, Hashable {
            /// As it is: `{name}`.
            case plain
            /// `{name, number}` and its like, with the style as it is written; the styles are empty where none is.
            case number(style: String), date(style: String), time(style: String)
            /// `{name, plural, …}`, `{name, selectordinal, …}`, `{name, select, …}`.
            case plural(Branches), ordinal(Branches), select(Branches)
        }

        /// The argument's name.
        public let name: String
        /// Where the name stands.
        public let nameRange: Range<Int>
        /// How the argument is shown.
        public let format: Format
        /// Where the style stands; empty where none is.
        public let styleRange: Range<Int>
        /// Where the argument stands, braces included.
        public let range: Range<Int>
        /// The branches of a plural or a select.
        public let branches: [Branch]

        init(
            name: String,
            nameRange: Range<Int>,
            format: Format,
            styleRange: Range<Int>,
            range: Range<Int>
        ) {
            self.name = name
            self.nameRange = nameRange
            self.format = format
            self.styleRange = styleRange
            self.range = range
            branches =
                switch format {
                case .plural(let found), .ordinal(let found), .select(let found): found.list
                case .plain, .number, .date, .time: []
                }
        }

        /// Whether two arguments are written alike, and stand at the same place.
        public static func == (left: Argument, right: Argument) -> Bool {
            left === right
                || (left.name == right.name && left.format == right.format
                    && left.nameRange == right.nameRange && left.styleRange == right.styleRange
                    && left.range == right.range)
        }

        /// Hashes the name and the place.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(range)
        }
    }

    /// The branches of a plural or a select.
    public struct Branches: Sendable, Hashable {
        /// What is taken off the number before a category is chosen and `#` is shown.
        public let offset: Int
        /// The branches in the order they are written.
        public let list: [Branch]

        /// The branch with a selector.
        public subscript(selector: String) -> Branch? { list.first { $0.selector == selector } }
    }

    /// A branch of a plural or a select.
    public struct Branch: Sendable, Hashable {
        /// A category, `=N` or a word.
        public let selector: String
        /// Where the selector stands.
        public let selectorRange: Range<Int>
        /// What is shown where the branch is taken.
        public let nodes: [Node]
        /// Where that stands, without its braces.
        public let range: Range<Int>
        /// The category that the selector names; `nil` where it names none.
        let category: PluralCategory?
        /// The number of `=N`; `nil` for anything else.
        let exact: Int?

        init(selector: String, selectorRange: Range<Int>, nodes: [Node], range: Range<Int>) {
            self.selector = selector
            self.selectorRange = selectorRange
            self.nodes = nodes
            self.range = range
            category = PluralCategory(keyword: selector)
            exact = selector.utf8.first == 0x3D ? Int(selector.dropFirst()) : nil
        }
    }

    /// The message's parts.
    public let nodes: [Node]
    /// Every argument, those inside branches included, in the order they are written.
    public let arguments: [Argument]
    /// How many bytes the pattern has.
    public let length: Int

    /// Reads a pattern.
    ///
    /// O(length of the pattern).
    ///
    /// - Throws: ``MessageProblem`` with the first thing that is wrong.
    public static func parse(_ pattern: String) throws(MessageProblem) -> MessageTree {
        var parser = MessageParser(pattern)
        let nodes = try parser.message(.top, depth: 0)
        return MessageTree(
            nodes: nodes,
            arguments: parser.arguments,
            length: parser.bytes.count
        )
    }

    /// The tree of a pattern in which nothing has a meaning of its own.
    static func plain(_ pattern: String) -> MessageTree {
        let length = pattern.utf8.count
        let text = Text(value: pattern, range: 0..<length, places: [])
        return MessageTree(
            nodes: length == 0 ? [] : [.text(text)],
            arguments: [],
            length: length
        )
    }

    /// Whether nothing is in it that the compiler may refuse: styles that ICU makes, and arguments that may be
    /// used in two ways.
    var isSurelyRight: Bool {
        guard let only = arguments.first else { return true }
        return arguments.count == 1 && !only.format.isStyled
    }

    /// Whether two trees have the same parts; their arguments are among those.
    public static func == (left: MessageTree, right: MessageTree) -> Bool {
        left.length == right.length && left.nodes == right.nodes
    }

    /// Hashes the parts.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(nodes)
    }
}

extension MessageTree.Argument.Format {
    /// Whether ICU shows the argument as a number or a moment.
    fileprivate var isStyled: Bool {
        switch self {
        case .number, .date, .time: true
        case .plain, .plural, .ordinal, .select: false
        }
    }
}
