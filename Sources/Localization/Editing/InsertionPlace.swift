import Documents

/// Where a new message goes, and what is written there.
struct InsertionPlace {
    /// The byte before which it is written.
    let byte: Int
    private let lines: FileLines
    /// The keys that are written, outermost first, as they are written.
    private let words: [String]
    private let indentation: Int
    private let step: Int
    private var blanksAbove: Int
    private let blanksBelow: Int
    /// How the example writes the text.
    private let style: DocumentNode.ScalarStyle
    private let isStripped: Bool

    /// The mapping that it goes into, by the parts of the key that lead there.
    private let level: [Substring]
    /// Where the example has it.
    private let rank: Int
    /// Whether it is written behind an entry that is there, not above the first one.
    private let isBehind: Bool

    /// Finds the place.
    ///
    /// - Throws: A refusal where there is a message or a mapping of this key, or no lines of its own for it.
    init(
        of key: MessageKey,
        _ guide: inout InsertionGuide
    ) throws(LocaleEditor.Refusal) {
        let name = key.rawValue
        guard !guide.isTaken(key) else {
            throw LocaleEditor.Refusal(reason: "`\(name)` is there already")
        }
        let (editor, example) = (guide.editor, guide.example)
        let model = guide.model(of: key)
        let path = model?.path.map(\.key) ?? name.split(separator: ".").map(String.init)
        let level = Level(under: path, in: editor.root)
        let siblings = level.entries
        let known = guide.siblings(of: level)
        let lines = editor.lines
        guard !siblings.isEmpty, known.areAlone else {
            throw LocaleEditor.Refusal(
                reason: "`\(name)` would not stand on a line of its own"
            )
        }
        self.lines = lines
        self.level = level.prefix
        indentation = lines.indentation(of: siblings[0])
        step = guide.step
        words = level.rest.map { word in Self.raw(word, model, example) }
        style = model?.scalar.style ?? .doubleQuoted
        isStripped = model.map { Self.isStripped($0, example) } ?? false

        let rank = guide.order[key] ?? .max
        self.rank = rank
        let before = known.ranked.filter { $0.rank ?? .max < rank }
            .max { $0.rank ?? 0 < $1.rank ?? 0 }
        let behind = known.ranked.filter { $0.rank ?? -1 > rank }
            .min { $0.rank ?? 0 < $1.rank ?? 0 }
        if before == nil, let behind {
            byte = Self.above(behind.entry, siblings, lines, indentation, level)
            blanksAbove = 0
            blanksBelow = Self.blanks(above: behind.entry, under: level.prefix, in: example)
            isBehind = false
        } else {
            let neighbour = before?.entry ?? siblings[siblings.count - 1]
            byte = Self.behind(neighbour, lines, indentation)
            let depth = path.count - min(path.count, level.rest.count)
            blanksAbove = model.map { Self.blanks(above: $0.path[depth], in: example) } ?? 0
            blanksBelow = 0
            isBehind = true
        }
    }

    /// The outermost key that is written.
    var word: String { words.first ?? "" }

    /// Whether it would be directly behind a message that is written at the same byte if that were there already.
    func follows(_ other: InsertionPlace) -> Bool {
        level == other.level && isBehind && other.isBehind && other.rank < rank && rank < .max
            // Beside keys with dots, keys are written with dots.
            && !word.utf8.contains(0x2E) && !other.word.utf8.contains(0x2E)
    }

    /// The changes that write a text: as the example does, else in double quotes.
    func patches(writing pattern: String) -> [Patch] {
        var written: [Patch] = []
        if style == .literal, let block = block(pattern) { written.append(block) }
        if let line = ScalarWriting.line(pattern, style) { written.append(patch(" " + line)) }
        written.append(patch(" " + ScalarWriting.doubleQuoted(pattern)))
        guard blanksAbove > 0 else { return written }
        // A block above that keeps its line ends would take the blank lines.
        var close = self
        close.blanksAbove = 0
        return written + close.patches(writing: pattern)
    }

    private func block(_ pattern: String) -> Patch? {
        let depth = indentation + step * words.count
        guard let text = BlockWriting.lines(pattern, depth, lines.lineEnd) else { return nil }
        let mark = Array((isStripped ? " |-" : " |").utf8)
        return patch(mark + lines.lineEnd + text.dropLast(lines.lineEnd.count))
    }

    private func patch(_ text: String) -> Patch { patch(Array(text.utf8)) }

    /// The new lines with a text behind the last key.
    private func patch(_ text: [UInt8]) -> Patch {
        var bytes: [UInt8] = []
        for _ in 0..<blanksAbove { bytes += lines.lineEnd }
        for (index, word) in words.enumerated() {
            bytes += [UInt8](repeating: 0x20, count: indentation + step * index)
            bytes += Array("\(word):".utf8)
            bytes += index == words.count - 1 ? text : lines.lineEnd
        }
        let isLast = byte == lines.bytes.count && lines.isOpenEnded
        if isLast { return Patch(byte..<byte, lines.lineEnd + bytes) }
        bytes += lines.lineEnd
        for _ in 0..<blanksBelow { bytes += lines.lineEnd }
        return Patch(byte..<byte, bytes)
    }
}
