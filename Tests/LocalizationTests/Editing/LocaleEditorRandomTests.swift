import Documents
import Synchronization
import Testing
import YAML

@testable import Localization

@Suite("LocaleEditor, on files at random")
struct LocaleEditorRandomTests {
    private static let rounds: UInt64 = 24
    private static let files = 100

    private struct Sample {
        let file: RandomLocaleFile
        let source: SourceText
        let messages: [(key: String, text: String)]

        init?(_ tree: RandomLocaleFile.Tree, seed: UInt64) throws {
            file = RandomLocaleFile(tree, seed: seed)
            source = SourceText(path: "xx.yaml", text: file.text)
            messages = try Self.messages(source)
        }

        static func messages(_ source: SourceText) throws -> [(key: String, text: String)] {
            let (root, found) = YAMLReader.read(source)
            // That a file begins with a byte order mark is told, and no more.
            let problems = found.filter { $0.range.end.byte != 3 }
            try #require(
                problems.isEmpty,
                "\(problems)\n\(String(decoding: source.bytes, as: UTF8.self))"
            )
            return flat(try #require(root), "")
        }

        private static func flat(
            _ node: DocumentNode,
            _ name: String
        ) -> [(key: String, text: String)] {
            (node.entries ?? []).flatMap { entry -> [(key: String, text: String)] in
                let full = name.isEmpty ? entry.key : "\(name).\(entry.key)"
                guard case .scalar(let scalar) = entry.value.content else {
                    return flat(entry.value, full)
                }
                let isBlock = scalar.style == .literal && scalar.text.utf8.last == 0x0A
                return [
                    (full, isBlock ? String(scalar.text.unicodeScalars.dropLast()) : scalar.text)
                ]
            }
        }
    }

    private static func same(
        _ left: [(key: String, text: String)],
        _ right: [(key: String, text: String)]
    ) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy {
                $0.key == $1.key && $0.text.utf8.elementsEqual($1.text.utf8)
            }
    }

    /// The lines, each with its end.
    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        for byte in bytes {
            lines[lines.count - 1].append(byte)
            if byte == 0x0A { lines.append([]) }
        }
        return lines.last == [] ? lines.dropLast() : lines
    }

    /// How many elements are the same at both ends; no element counts twice.
    private static func ends<Element: Equatable>(
        _ left: [Element],
        _ right: [Element]
    ) -> (Int, Int) {
        let start = zip(left, right).prefix { $0 == $1 }.count
        let most = min(left.count, right.count) - start
        let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        return (start, min(end, most))
    }

    private static func shown(_ bytes: [UInt8]) -> Comment {
        Comment(rawValue: String(decoding: bytes, as: UTF8.self).debugDescription)
    }

    @Test(arguments: 1...rounds)
    func `a new text is there, and all lines of others are as they were`(seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        for _ in 0..<Self.files {
            let tree = RandomLocaleFile.tree(&random)
            guard let sample = try Sample(tree, seed: random.next()) else { continue }
            let index = Int.random(in: 0..<sample.messages.count, using: &random)
            let key = sample.messages[index].key
            let text = RandomLocaleFile.text(&random)
            var editor = try LocaleEditor(sample.source, read: YAMLReader.read)
            try editor.set(MessageKey(key), to: text)
            var wanted = sample.messages
            wanted[index].text = text
            let comment = Self.shown(sample.source.bytes + editor.edited.bytes)
            #expect(Self.same(try Sample.messages(editor.edited), wanted), comment)
            let old = Self.lines(sample.source.bytes)
            let new = Self.lines(editor.edited.bytes)
            let own = sample.file.lines.indices.filter {
                sample.file.lines[$0].0 == .message(key)
            }
            let (start, end) = Self.ends(old, new)
            let isInside =
                sample.source.bytes == editor.edited.bytes
                || (start >= (own.first ?? 0) && old.count - end <= (own.last ?? 0) + 1)
            #expect(isInside, comment)
            // The key and what stands before it stay.
            let first = own.first ?? 0
            #expect(new[first].starts(with: old[first].prefix { $0 != 0x3A }), comment)
            // The last line has an end, or none, as before.
            #expect((new.last?.last == 0x0A) == (old.last?.last == 0x0A), comment)
        }
    }

    @Test(arguments: 1...rounds)
    func `a removed message takes its own lines only`(seed: UInt64) throws {
        var random = SeededGenerator(state: seed ^ 0xA5)
        for _ in 0..<Self.files {
            let tree = RandomLocaleFile.tree(&random)
            guard let sample = try Sample(tree, seed: random.next()), sample.messages.count > 1
            else { continue }
            let index = Int.random(in: 0..<sample.messages.count, using: &random)
            let key = sample.messages[index].key
            var editor = try LocaleEditor(sample.source, read: YAMLReader.read)
            do {
                try editor.remove(MessageKey(key))
            } catch {
                Issue.record(error, Self.shown(sample.source.bytes))
                continue
            }
            var wanted = sample.messages
            wanted.remove(at: index)
            let comment = Self.shown(sample.source.bytes + editor.edited.bytes)
            #expect(Self.same(try Sample.messages(editor.edited), wanted), comment)
            // One stretch is gone, and the rest is as it was.
            let old = sample.source.bytes
            let new = editor.edited.bytes
            let (start, end) = Self.ends(old, new)
            #expect(start + end == new.count, comment)
            let gone = Self.lines(old).count - Self.lines(new).count
            let lines = sample.file.lines
            let removed =
                Self.firstDifference(
                    Self.lines(old),
                    Self.lines(new)
                )..<(Self.firstDifference(Self.lines(old), Self.lines(new)) + gone)
            // Equal lines may stand before and behind what is gone, so what is gone is counted by kind.
            let parents = lines[removed].filter { line in
                guard case .parent(let name) = line.0 else { return false }
                return wanted.contains { $0.key.hasPrefix(name + ".") }
            }
            #expect(parents.isEmpty, comment)
            let others = lines[removed].filter { line in
                guard case .message(let name) = line.0 else { return false }
                return name != key
            }
            #expect(others.count <= 1, comment)
            #expect((new.last == 0x0A) == (old.last == 0x0A), comment)
        }
    }

    private static func firstDifference(_ old: [[UInt8]], _ new: [[UInt8]]) -> Int {
        zip(old, new).prefix { $0 == $1 }.count
    }

    @Test(arguments: 1...rounds)
    func `a new message stands where the English file has it`(seed: UInt64) throws {
        var random = SeededGenerator(state: seed ^ 0x5A)
        for _ in 0..<Self.files {
            let tree = RandomLocaleFile.tree(&random)
            let all = tree.messages
            let index = Int.random(in: 0..<all.count, using: &random)
            let key = all[index].key
            guard let rest = tree.without(key), let english = try Sample(tree, seed: random.next()),
                let sample = try Sample(rest, seed: random.next())
            else { continue }
            let text = RandomLocaleFile.text(&random)
            var editor = try LocaleEditor(sample.source, read: YAMLReader.read)
            let example = try LocaleEditor(english.source, read: YAMLReader.read)
            do {
                try editor.insert(MessageKey(key), text, as: example)
            } catch {
                Issue.record(error, Self.shown(english.source.bytes + sample.source.bytes))
                continue
            }
            var wanted = sample.messages
            wanted.insert((key, text), at: index)
            let comment = Self.shown(
                english.source.bytes + sample.source.bytes + editor.edited.bytes
            )
            #expect(Self.same(try Sample.messages(editor.edited), wanted), comment)
            let (start, end) = Self.ends(sample.source.bytes, editor.edited.bytes)
            #expect(start + end == sample.source.bytes.count, comment)
            let old = sample.source.bytes
            #expect((editor.edited.bytes.last == 0x0A) == (old.last == 0x0A), comment)
            // No line end of another kind came in.
            let breaks = editor.edited.bytes.count { $0 == 0x0A }
            let returns = editor.edited.bytes.count { $0 == 0x0D }
            if old.contains(0x0A) {
                #expect(old.contains(0x0D) ? returns == breaks : returns == 0, comment)
            }
        }
    }

    @Test(arguments: 1...rounds)
    func `many new messages stand as if each had come alone`(seed: UInt64) throws {
        var random = SeededGenerator(state: seed ^ 0x33)
        for _ in 0..<Self.files {
            let tree = RandomLocaleFile.tree(&random)
            guard let english = try Sample(tree, seed: random.next()) else { continue }
            var rest = tree
            var texts: [(key: MessageKey, pattern: String)] = []
            for message in tree.messages where Bool.random(using: &random) {
                guard let less = rest.without(message.key) else { continue }
                rest = less
                texts.append((MessageKey(message.key), RandomLocaleFile.text(&random)))
            }
            guard !texts.isEmpty, let sample = try Sample(rest, seed: random.next()) else {
                continue
            }
            let example = try LocaleEditor(english.source, read: YAMLReader.read)
            var together = try LocaleEditor(sample.source, read: YAMLReader.read)
            var alone = together
            let refused = together.insert(texts, as: example)
            for (key, pattern) in texts { try alone.insert(key, pattern, as: example) }
            let comment = Self.shown(
                english.source.bytes + sample.source.bytes + alone.edited.bytes
                    + together.edited.bytes
            )
            #expect(refused.isEmpty, comment)
            #expect(together.keys == alone.keys, comment)
            #expect(together.edited.bytes == alone.edited.bytes, comment)
        }
    }

    /// How often a file was read.
    private final class Readings: Sendable {
        let count = Mutex(0)
    }

    @Test func `thousands of new messages need a few readings of the file`() throws {
        let names = (0..<2000).map { "k\($0)" }
        let english = names.map { "\($0):\n  a: \"x\"\n  b:\n    c: \"y\"\n" }.joined()
        let readings = Readings()
        let read: LocaleEditor.Reader = { source in
            readings.count.withLock { $0 += 1 }
            return YAMLReader.read(source)
        }
        let example = try LocaleEditor(SourceText(path: "en.yaml", text: english), read: read)
        let first = SourceText(path: "cs.yaml", text: "k7:\n  a: \"x\"\n")
        var editor = try LocaleEditor(first, read: read)
        let missing = example.texts.filter { $0.key != "k7.a" }
        let refused = editor.insert(missing, as: example)
        #expect(refused.isEmpty)
        #expect(editor.keys == example.keys)
        #expect(editor.edited.bytes == Array(english.utf8))
        #expect(readings.count.withLock { $0 } < 20)
    }

    @Test(arguments: 1...rounds)
    func `many changes, one after the other, say what was asked in the end`(seed: UInt64) throws {
        var random = SeededGenerator(state: seed ^ 0xFF)
        for _ in 0..<10 {
            let tree = RandomLocaleFile.tree(&random)
            guard let english = try Sample(tree, seed: random.next()),
                let sample = try Sample(tree, seed: random.next())
            else { continue }
            let example = try LocaleEditor(english.source, read: YAMLReader.read)
            var editor = try LocaleEditor(sample.source, read: YAMLReader.read)
            var texts = Dictionary(uniqueKeysWithValues: sample.messages.map { ($0.key, $0.text) })
            for _ in 0..<12 {
                guard let key = sample.messages.randomElement(using: &random)?.key else { break }
                let text = RandomLocaleFile.text(&random)
                if texts[key] == nil {
                    try editor.insert(MessageKey(key), text, as: example)
                    texts[key] = text
                } else if texts.count > 1, Bool.random(using: &random) {
                    try editor.remove(MessageKey(key))
                    texts[key] = nil
                } else {
                    try editor.set(MessageKey(key), to: text)
                    texts[key] = text
                }
            }
            let found = try Sample.messages(editor.edited)
            #expect(
                Set(found.map(\.key)) == Set(texts.keys)
                    && found.allSatisfy { texts[$0.key]?.utf8.elementsEqual($0.text.utf8) == true },
                Self.shown(editor.edited.bytes)
            )
        }
    }
}
