import Documents

/// The lines that go when a message is removed.
struct RemovalPlace {
    /// The changes that remove it, the best first.
    let patches: [Patch]

    /// Finds the lines.
    ///
    /// - Throws: A refusal where the message shares its lines with others, or is the last one.
    init(of message: WrittenMessage, in editor: LocaleEditor) throws(LocaleEditor.Refusal) {
        let lines = editor.lines
        guard message.path.allSatisfy({ lines.isAlone($0) }) else {
            throw LocaleEditor.Refusal(
                reason: "`\(message.key.rawValue)` does not stand on a line of its own"
            )
        }
        // The outermost mapping that would be left empty goes as a whole.
        var depth = message.path.count - 1
        while depth > 0, message.path[depth - 1].value.entries?.count == 1 { depth -= 1 }
        let entry = message.path[depth]
        let siblings = (depth == 0 ? editor.root : message.path[depth - 1].value).entries ?? []
        guard siblings.count > 1 else {
            throw LocaleEditor.Refusal(
                reason: "`\(message.key.rawValue)` is the only message of \(editor.edited.path)"
            )
        }
        let indentation = lines.indentation(of: entry)
        let line = lines.start(of: entry.keyRange.start.byte)
        let end = lines.end(of: entry.value)
        let before = editor.messages.last {
            $0.entry.keyRange.start.byte < entry.keyRange.start.byte
        }
        // Blank lines above may belong to the text before.
        let limit = max(
            before.map { lines.end(of: $0.entry.value) } ?? lines.first,
            depth == 0 ? lines.first : lines.end(of: message.path[depth - 1].keyRange.end.byte)
        )
        var start = line
        let comments = lines.comments(above: line, indentation: indentation, from: limit)
        let isFollowedByKey =
            end < lines.bytes.count && !lines.isBlank(at: end) && lines.comment(at: end) == nil
            && lines.text(at: end).prefix { $0 == 0x20 }.count == indentation
        // What stands at the top of a file is about the file.
        if !isFollowedByKey, comments > lines.first { start = comments }
        var stop = end
        let isFirst = siblings.first?.keyRange == entry.keyRange
        let isLast = siblings.last?.keyRange == entry.keyRange
        let above = lines.blanks(above: start, from: limit)
        let hasBlankBelow = end < lines.bytes.count && lines.isBlank(at: end)
        if above.count > 0, hasBlankBelow || isLast {
            start = above.start
        } else if isFirst, start == limit || start == lines.first {
            while stop < lines.bytes.count, lines.isBlank(at: stop) { stop = lines.end(of: stop) }
        }
        // A block above that keeps its line ends would take the blank lines below.
        var further = stop
        while further < lines.bytes.count, lines.isBlank(at: further) {
            further = lines.end(of: further)
        }
        patches = [stop, further].map { stop in
            var start = start
            if stop == lines.bytes.count, lines.isOpenEnded, start > lines.first {
                start -= start >= 2 && lines.bytes[start - 2] == 0x0D ? 2 : 1
            }
            return Patch(start..<stop, [])
        }
    }
}
