/// How much of the words is translated: per language, and in it per flow.
///
/// What counts is what says today's English text: a new, missing or stale translation covers nothing, and of
/// four forms that Russian needs one is a quarter.
public struct LocaleCoverage: Sendable, Hashable {
    /// So many of so many.
    public struct Figure: Sendable, Hashable {
        /// How many are there.
        public var covered: Int
        /// How many there are to be.
        public var total: Int

        /// Makes a figure.
        public init(covered: Int = 0, total: Int = 0) {
            self.covered = covered
            self.total = total
        }

        /// The share in percent, rounded down, so that 100 means all; nothing at all is all of it.
        public var percent: Int { total == 0 ? 100 : covered * 100 / total }

        /// Adds what another figure counts.
        public static func += (left: inout Figure, right: Figure) {
            left.covered += right.covered
            left.total += right.total
        }
    }

    /// The figures of one flow in one language.
    public struct Row: Sendable, Hashable {
        /// The language.
        public let language: LanguageTag
        /// The flow; `nil` for the words that all flows share.
        public let flow: String?
        /// Messages.
        public var keys = Figure()
        /// Forms of plurals and selects; a message without them is one.
        public var branches = Figure()
        /// Words of the English text.
        public var words = Figure()
        /// How many messages there are of each status.
        public var statuses: [TranslationStatus: Int] = [:]
        /// How many messages were translated from another English text.
        public var stale = 0
        /// How many messages have no text at all.
        public var missing = 0
        /// How many messages have a text and no state.
        public var unrecorded = 0

        /// Adds what another row counts.
        public static func += (left: inout Row, right: Row) {
            left.keys += right.keys
            left.branches += right.branches
            left.words += right.words
            left.statuses.merge(right.statuses, uniquingKeysWith: +)
            left.stale += right.stale
            left.missing += right.missing
            left.unrecorded += right.unrecorded
        }
    }

    /// The rows: languages in the catalogues' order, in each the flows in the order given, then what they share.
    public let rows: [Row]

    /// Counts.
    ///
    /// O(length of all messages).
    ///
    /// - Parameters:
    ///   - catalogs: The words, without those that only keep a place.
    ///   - states: What is known about them.
    ///   - flows: The names of the flows; a message whose key begins with one is that flow's.
    public init(_ catalogs: Catalogs, _ states: LocaleStates, flows: [String]) {
        guard let source = catalogs[catalogs.source] else {
            rows = []
            return
        }
        let messages = source.keys.map { key in
            let flow = flows.first { key.rawValue.hasPrefix($0 + ".") || key.rawValue == $0 }
            let tree = source.entries[key].flatMap { try? MessageTree.parse($0.pattern) }
            return (key: key, flow: flow, tree: tree, words: tree.map(FormCount.words) ?? 0)
        }
        rows = catalogs.languages.filter { $0 != catalogs.source && !$0.isPseudo }
            .flatMap { language -> [Row] in
                var rows = (flows.map(\.self) + [nil]).map { Row(language: language, flow: $0) }
                for message in messages {
                    let place = message.flow.flatMap(flows.firstIndex) ?? flows.count
                    let condition = states.condition(of: message.key, in: language, catalogs)
                    let pattern = catalogs[language]?.entries[message.key]?.pattern
                    let own = pattern.flatMap { try? MessageTree.parse($0) }
                    rows[place].add(condition, own, message.tree, words: message.words)
                }
                return rows.filter { $0.keys.total > 0 }
            }
    }

    /// The figures of a language, all flows together.
    public func total(of language: LanguageTag) -> Row {
        rows.filter { $0.language == language }
            .reduce(into: Row(language: language, flow: nil)) { $0 += $1 }
    }
}

extension LocaleCoverage.Row {
    fileprivate mutating func add(
        _ condition: LocaleStates.Condition,
        _ own: MessageTree?,
        _ source: MessageTree?,
        words count: Int
    ) {
        let forms = FormCount(language)
        var branches =
            (own ?? source).map { forms.figure(of: $0.nodes) }
            ?? LocaleCoverage.Figure(covered: 1, total: 1)
        if !condition.isCovered { branches.covered = 0 }
        let isCovered = condition.isCovered ? 1 : 0
        keys += LocaleCoverage.Figure(covered: isCovered, total: 1)
        self.branches += branches
        self.words += LocaleCoverage.Figure(covered: count * isCovered, total: count)
        switch condition {
        case .missing: missing += 1
        case .new: statuses[.new, default: 0] += 1
        case .stale: stale += 1
        case .unrecorded: unrecorded += 1
        case .upToDate(let status): statuses[status, default: 0] += 1
        }
    }
}
