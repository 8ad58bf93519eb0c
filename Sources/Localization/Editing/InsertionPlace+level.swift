import Documents

extension InsertionPlace {
    /// The innermost mapping that is there of those that lead to a key.
    struct Level {
        /// The entries that lead to it.
        var parents: [DocumentNode.Entry] = []
        /// What it holds.
        var entries: [DocumentNode.Entry]
        /// The parts of the key that lead to it.
        var prefix: [Substring] = []
        /// The keys that are still to be written.
        var rest: [String]

        init(under path: [String], in root: DocumentNode) {
            entries = root.entries ?? []
            rest = []
            var parts = path.flatMap { $0.split(separator: ".", omittingEmptySubsequences: false) }
            while let (entry, inner, count) = Self.step(parts, entries) {
                parents.append(entry)
                entries = inner
                prefix += parts.prefix(count)
                parts.removeFirst(count)
            }
            rest = Self.words(path, behind: prefix.count)
            // Keys with dots beside it, or a text in the way, are followed.
            let isDotted = entries.contains { entry in
                guard entry.key == rest[0] || entry.key.utf8.contains(0x2E) else { return false }
                let own = entry.key.split(separator: ".")
                return entry.key == rest[0] || own.count > 1 && own.first == parts.first
            }
            if isDotted { rest = [parts.joined(separator: ".")] }
        }

        private static func step(
            _ parts: [Substring],
            _ entries: [DocumentNode.Entry]
        ) -> (DocumentNode.Entry, [DocumentNode.Entry], Int)? {
            for entry in entries
            where parts.first.map({ entry.key == $0 }) ?? false || entry.key.utf8.contains(0x2E) {
                let own = entry.key.split(separator: ".", omittingEmptySubsequences: false)
                if let inner = entry.value.entries, !inner.isEmpty, own.count < parts.count,
                    parts.starts(with: own)
                {
                    return (entry, inner, own.count)
                }
            }
            return nil
        }

        /// The words of a path without its first parts, which may end inside a word.
        private static func words(_ path: [String], behind count: Int) -> [String] {
            var left = count
            return path.compactMap { word in
                let parts = word.split(separator: ".", omittingEmptySubsequences: false)
                let gone = min(left, parts.count)
                left -= gone
                return gone == parts.count ? nil : parts[gone...].joined(separator: ".")
            }
        }
    }

    /// How much deeper a mapping is indented than its key; `nil` where none is in another.
    static func step(in root: DocumentNode, _ lines: FileLines) -> Int? {
        for entry in root.entries ?? [] {
            guard let inner = entry.value.entries?.first, lines.isAlone(inner) else { continue }
            let step = lines.indentation(of: inner) - lines.indentation(of: entry)
            if step > 0 { return step }
        }
        return nil
    }

    /// A key as the example writes it.
    static func raw(_ word: String, _ model: WrittenMessage?, _ example: LocaleEditor) -> String {
        guard let entry = model?.path.first(where: { $0.key == word }) else {
            return ScalarWriting.key(word)
        }
        let range = entry.keyRange.start.byte..<entry.keyRange.end.byte
        return String(decoding: example.lines.bytes[range], as: UTF8.self)
    }

    /// Whether the example's block takes no line end into the text.
    static func isStripped(_ model: WrittenMessage, _ example: LocaleEditor) -> Bool {
        let start = model.entry.value.range.start.byte
        return example.lines.bytes[start...].prefix(3).dropFirst().prefix {
            $0 != 0x0A && $0 != 0x20
        }
        .contains(UInt8(ascii: "-"))
    }

    /// The first place in the example's order of what stands under an entry; `nil` where it knows none of it.
    static func rank(
        of entry: DocumentNode.Entry,
        under prefix: [Substring],
        _ order: [MessageKey: Int]
    ) -> Int? {
        let start = (prefix + [Substring(entry.key)]).joined(separator: ".")
        guard let inner = entry.value.entries else { return order[MessageKey(start)] }
        let path = [Substring(start)]
        return inner.compactMap { rank(of: $0, under: path, order) }.min()
    }

    /// How many blank lines stand above an entry of the example, comments not counted.
    static func blanks(above entry: DocumentNode.Entry, in example: LocaleEditor) -> Int {
        let lines = example.lines
        let line = lines.start(of: entry.keyRange.start.byte)
        let limit =
            example.messages.last { $0.entry.keyRange.start.byte < line }
            .map { lines.end(of: $0.entry.value) } ?? line
        guard limit < line else { return 0 }
        var count = 0
        var place = line
        while let above = lines.above(place), above >= limit {
            if lines.isBlank(at: above) {
                count += 1
            } else if lines.comment(at: above) == nil {
                break
            }
            place = above
        }
        return count
    }

    /// The same, for the entry that stands in the example for one of this file.
    static func blanks(
        above entry: DocumentNode.Entry,
        under prefix: [Substring],
        in example: LocaleEditor
    ) -> Int {
        let name = (prefix + [Substring(entry.key)]).joined(separator: ".")
        for message in example.messages {
            var start = ""
            for step in message.path {
                start += start.isEmpty ? step.key : "." + step.key
                if start == name { return blanks(above: step, in: example) }
            }
        }
        return 0
    }

    /// The byte behind an entry, and behind the comments inside it.
    static func behind(
        _ entry: DocumentNode.Entry,
        _ lines: FileLines,
        _ indentation: Int
    ) -> Int {
        var end = lines.end(of: entry.value)
        while end < lines.bytes.count, lines.comment(at: end) ?? 0 > indentation {
            end = lines.end(of: end)
        }
        return end
    }

    /// The byte above an entry and its own comment; what stands at the top of a file is about the file.
    static func above(
        _ entry: DocumentNode.Entry,
        _ siblings: [DocumentNode.Entry],
        _ lines: FileLines,
        _ indentation: Int,
        _ level: Level
    ) -> Int {
        let line = lines.start(of: entry.keyRange.start.byte)
        let limit = level.parents.last.map { lines.end(of: $0.keyRange.end.byte) } ?? lines.first
        let comments = lines.comments(above: line, indentation: indentation, from: limit)
        return comments > lines.first ? comments : line
    }
}
