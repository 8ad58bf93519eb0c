import Documents

/// Writes another text where a message stands.
struct TextReplacement {
    private let message: WrittenMessage
    private let lines: FileLines

    /// Looks at a message.
    ///
    /// - Throws: A refusal where it stands in braces.
    init(_ message: WrittenMessage, _ lines: FileLines) throws(LocaleEditor.Refusal) {
        guard message.path.allSatisfy({ lines.isAlone($0) }) else {
            throw LocaleEditor.Refusal(
                reason: "`\(message.key.rawValue)` does not stand on a line of its own"
            )
        }
        self.message = message
        self.lines = lines
    }

    private var range: Range<Int> {
        let range = message.entry.value.range
        return range.start.byte..<max(range.start.byte, range.end.byte)
    }

    /// The change that keeps the style; `nil` where the style can't hold the text.
    func inItsStyle(_ pattern: String) -> [Patch]? {
        let style = message.scalar.style
        if style == .literal { return block(pattern) }
        guard let line = ScalarWriting.line(pattern, style) else { return nil }
        return inLine(line)
    }

    /// The change that writes the text in double quotes.
    func quoted(_ pattern: String) -> [Patch] {
        inLine(ScalarWriting.doubleQuoted(pattern))
    }

    private func inLine(_ text: String) -> [Patch] {
        switch message.scalar.style {
        case .literal, .folded:
            // The mark goes, and what may stand behind it stays: a comment.
            let mark = lines.bytes[range.lowerBound...].prefix {
                "|>+-0123456789".utf8.contains($0)
            }
            let content = lines.content(of: message.scalar, at: range.lowerBound)
            return [Patch(mark.startIndex..<mark.endIndex, text)] + removal(of: content)
        case .plain where message.scalar.text.isEmpty:
            return [Patch(colon..<colon, " " + text)]
        case .plain, .singleQuoted, .doubleQuoted:
            return [Patch(range, text)]
        }
    }

    /// A file without a last line end has none afterwards.
    private func removal(of content: Range<Int>) -> [Patch] {
        guard !content.isEmpty else { return [] }
        let isLast = content.upperBound == lines.bytes.count && lines.isOpenEnded
        let start = isLast ? content.lowerBound - lines.lineEnd.count : content.lowerBound
        return [Patch(start..<content.upperBound, [])]
    }

    /// The byte behind the colon of a key without a text.
    private var colon: Int {
        let end = message.entry.keyRange.end.byte
        return lines.bytes[end...].firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? end
    }

    private func block(_ pattern: String) -> [Patch]? {
        let content = lines.content(of: message.scalar, at: range.lowerBound)
        guard !content.isEmpty, let indentation,
            let written = BlockWriting.lines(pattern, indentation, lines.lineEnd)
        else { return nil }
        let isOpen = content.upperBound == lines.bytes.count && lines.isOpenEnded
        return [Patch(content, isOpen ? written.dropLast(lines.lineEnd.count) : written)]
    }

    /// The blanks before each line of the block, seen on the first that has text.
    private var indentation: Int? {
        let texts = message.scalar.text.utf8.split(
            separator: 0x0A,
            omittingEmptySubsequences: false
        )
        var place = lines.end(of: range.lowerBound)
        for text in texts {
            if !text.isEmpty { return max(0, lines.text(at: place).count - text.count) }
            place = lines.end(of: place)
        }
        return nil
    }
}

/// Writes texts as the lines of a block.
enum BlockWriting {
    /// The lines, each with its end; `nil` for what a block can't hold.
    static func lines(_ pattern: String, _ indentation: Int, _ lineEnd: [UInt8]) -> [UInt8]? {
        let isHeld = pattern.unicodeScalars.allSatisfy {
            $0 == "\n" || $0 == "\t" || !ScalarWriting.isEscaped($0)
        }
        guard isHeld, !pattern.isEmpty else { return nil }
        let blanks = [UInt8](repeating: 0x20, count: indentation)
        return pattern.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .flatMap { ($0.isEmpty ? [] : blanks + $0) + lineEnd }
    }
}

extension FileLines {
    /// Whether nothing stands before a key on its line, so that its lines are its own.
    func isAlone(_ entry: DocumentNode.Entry) -> Bool {
        let start = entry.keyRange.start.byte
        guard start <= bytes.count else { return false }
        return bytes[self.start(of: start)..<start].allSatisfy { $0 == 0x20 }
    }

    /// How far a key is indented that stands alone.
    func indentation(of entry: DocumentNode.Entry) -> Int {
        entry.keyRange.start.byte - start(of: entry.keyRange.start.byte)
    }
}
