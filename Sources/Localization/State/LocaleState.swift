public import Documents

/// What is known about the translations of one language: from which English text each was made, and how far it is.
///
/// `locales/state/<language>.yaml` holds it, a line a message: `key: status hash`. A document's key is
/// `documents/<name>/<version>`. The file is written by the command, never by hand.
public struct LocaleState: Sendable {
    /// What is known about one translation.
    public struct Entry: Sendable, Hashable {
        /// How far it is.
        public let status: TranslationStatus
        /// The English text that it was made from; of a new one, the text that keeps its place.
        public let hash: SourceHash
        /// Where this is written; `nil` where it is not yet.
        public let place: SourceRange?

        /// Makes an entry.
        public init(_ status: TranslationStatus, _ hash: SourceHash, at place: SourceRange? = nil) {
            self.status = status
            self.hash = hash
            self.place = place
        }

        /// Whether a translation was made from another English text than the one with this hash.
        func isStale(beside source: SourceHash) -> Bool { status != .new && hash != source }
    }

    /// What is known, by key.
    public var entries: [MessageKey: Entry]
    /// Keys whose entry can't be read, which is a finding of its own.
    private(set) var unreadable: Set<MessageKey> = []

    /// Makes a state; at first nothing is known.
    public init(_ entries: [MessageKey: Entry] = [:]) {
        self.entries = entries
    }

    /// The key of a document.
    public static func key(ofDocument name: String, version: Int) -> MessageKey {
        MessageKey("documents/\(name)/\(version)")
    }

    /// Reads a state file; an entry that can't be read is left out.
    public static func load(_ root: DocumentNode) -> (state: LocaleState, problems: [Diagnostic]) {
        var state = LocaleState()
        var problems: [Diagnostic] = []
        guard let list = root.entries else {
            let help = "remove the file; paifang locale accept --all writes it anew"
            return (
                state,
                [Diagnostic("L150", at: root.range, "this file holds keys with states", help: help)]
            )
        }
        for item in list {
            let words = (item.value.text ?? "").utf8.split(separator: 0x20).compactMap(String.init)
            if words.count == 2, let status = TranslationStatus(rawValue: words[0]),
                let hash = SourceHash(rawValue: words[1])
            {
                state.entries[MessageKey(item.key)] = Entry(status, hash, at: item.keyRange)
            } else {
                state.unreadable.insert(MessageKey(item.key))
                let known = TranslationStatus.allCases.map(\.rawValue).joined(separator: ", ")
                problems.append(
                    Diagnostic(
                        "L150",
                        at: item.value.range,
                        "this is no state of `\(item.key)`",
                        notes: ["a state is one of \(known), and a hash of 16 digits"],
                        help: "remove the line; the command writes the file"
                    )
                )
            }
        }
        return (state, problems)
    }

    /// The file: one line a message, sorted by key, so that two people's changes seldom meet.
    public var text: String {
        let head = """
            # Written by `paifang locale`: how far each translation is, and a hash of the English text it was made from.

            """
        return entries.sorted { $0.key < $1.key }.reduce(into: head) { text, item in
            let key = ScalarWriting.key(item.key.rawValue)
            text += "\(key): \(item.value.status.rawValue) \(item.value.hash.rawValue)\n"
        }
    }
}
