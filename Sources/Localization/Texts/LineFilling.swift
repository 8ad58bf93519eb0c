import CICUBridge

/// Fills lines with the unbreakable stretches of one paragraph.
struct LineFilling {
    private let width: Int
    private var lines: [String] = []
    private var line = ""
    private var taken = 0

    static func lines(of paragraph: String, _ width: Int) -> [String] {
        if DisplayWidth.cells(paragraph) <= width { return [paragraph] }
        var filling = LineFilling(width: width)
        for word in words(of: paragraph, width) { filling.add(word) }
        filling.end()
        return filling.lines
    }

    /// The stretches, joined where a line has room for both and a break would be allowed but reads badly: behind a
    /// hyphen inside of a word, such as `e-mail`, and behind a word of one letter, such as Czech `v` and Russian `с`.
    private static func words(of text: String, _ width: Int) -> [Substring] {
        var words: [Substring] = []
        var last: Substring = ""
        for stretch in stretches(of: text) {
            let isJoined = isHyphened(last) && stretch.first?.isLetter == true || isOneLetter(last)
            last = stretch
            if isJoined, let word = words.last {
                let both = text[word.startIndex..<stretch.endIndex]
                if DisplayWidth.cells(withoutBlanksBehind(both)) <= width {
                    words[words.count - 1] = both
                    continue
                }
            }
            words.append(stretch)
        }
        return words
    }

    private static func isHyphened(_ stretch: Substring) -> Bool {
        guard let last = stretch.last, last == "-" || last == "\u{2010}" else { return false }
        return stretch.dropLast().last?.isLetter == true
    }

    private static func isOneLetter(_ stretch: Substring) -> Bool {
        guard stretch.last == " ", let letter = stretch.first, letter.isCased else { return false }
        return stretch.index(after: stretch.startIndex) == stretch.index(before: stretch.endIndex)
    }

    private init(width: Int) {
        self.width = width
    }

    static func stretches(of text: String) -> [Substring] {
        var room = text.utf8.count / 2 + 16
        var offsets: [Int32] = []
        var count: Int32 = 0
        repeat {
            offsets = [Int32](unsafeUninitializedCapacity: room) { space, initialized in
                count = pf_line_breaks(
                    text,
                    text.bridgedLength,
                    space.baseAddress,
                    Int32(clamping: room)
                )
                initialized = max(0, min(Int(count), room))
            }
            room = Int(count)
        } while Int(count) > offsets.count
        // Breaks come in rising order, so each stretch is found from the end of the one before.
        var start = text.startIndex
        var startOffset = 0
        return offsets.map { offset in
            let end = text.utf8.index(start, offsetBy: Int(offset) - startOffset)
            defer {
                start = end
                startOffset = Int(offset)
            }
            return text[start..<end]
        }
    }

    private mutating func add(_ stretch: Substring) {
        let word = Self.withoutBlanksBehind(stretch)
        let cells = DisplayWidth.cells(word)
        if taken + cells > width, taken > 0 { end() }
        if cells > width {
            for character in stretch { add(character) }
            return
        }
        line += stretch
        taken += DisplayWidth.cells(String(stretch))
    }

    private mutating func add(_ character: Character) {
        let cells = DisplayWidth.cells(of: character)
        if taken + cells > width, taken > 0 { end() }
        line.append(character)
        taken += cells
    }

    private mutating func end() {
        lines.append(Self.withoutBlanksBehind(line[...]))
        line = ""
        taken = 0
    }

    private static func withoutBlanksBehind(_ text: Substring) -> String {
        var text = text
        while let last = text.last, last == " " || last == "\t" || last == "\u{3000}" {
            text.removeLast()
        }
        return String(text)
    }
}
