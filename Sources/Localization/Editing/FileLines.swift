import Documents

/// The lines of a file, by bytes.
struct FileLines {
    let bytes: [UInt8]
    /// Where the text begins: behind a byte order mark.
    let first: Int
    /// How lines end: as the first one does.
    let lineEnd: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        first = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let end = bytes.firstIndex(of: 0x0A)
        lineEnd = end.map { $0 > 0 && bytes[$0 - 1] == 0x0D ? [0x0D, 0x0A] : [0x0A] } ?? [0x0A]
    }

    /// Whether the last line has no end.
    var isOpenEnded: Bool { bytes.last.map { $0 != 0x0A } ?? false }

    /// The beginning of the line that a byte stands in.
    func start(of byte: Int) -> Int {
        var start = min(byte, bytes.count)
        while start > first, bytes[start - 1] != 0x0A { start -= 1 }
        return max(start, first)
    }

    /// The byte behind the line that a byte stands in, its line end included.
    func end(of byte: Int) -> Int {
        guard byte < bytes.count else { return bytes.count }
        return bytes[byte...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    }

    /// The beginning of the line above the one that begins at a byte; `nil` for the first.
    func above(_ start: Int) -> Int? {
        start > first ? self.start(of: start - 1) : nil
    }

    /// The line that begins at a byte, without its line end.
    func text(at start: Int) -> ArraySlice<UInt8> {
        var line = bytes[min(start, bytes.count)..<end(of: start)]
        if line.last == 0x0A { line.removeLast() }
        if line.last == 0x0D { line.removeLast() }
        return line
    }

    /// Whether the line that begins at a byte has nothing but blanks.
    func isBlank(at start: Int) -> Bool {
        text(at: start).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// How far the comment is indented that the line at a byte is; `nil` for another line.
    func comment(at start: Int) -> Int? {
        let line = text(at: start)
        let blanks = line.prefix { $0 == 0x20 }
        return line.dropFirst(blanks.count).first == UInt8(ascii: "#") ? blanks.count : nil
    }

    /// How many blank lines stand directly above the line at a byte, up to an earlier byte.
    func blanks(above start: Int, from limit: Int) -> (count: Int, start: Int) {
        var count = 0
        var place = start
        while let above = above(place), above >= limit, isBlank(at: above) {
            count += 1
            place = above
        }
        return (count, place)
    }

    /// The beginning of the comment lines directly above the line at a byte that are as far indented.
    func comments(above start: Int, indentation: Int, from limit: Int) -> Int {
        var place = start
        while let above = above(place), above >= limit, comment(at: above) == indentation {
            place = above
        }
        return place
    }

    /// The byte behind the last line of a value, its line end included.
    func end(of value: DocumentNode) -> Int {
        let flow = [UInt8(ascii: "{"), UInt8(ascii: "[")]
        let start = value.range.start.byte
        switch value.content {
        case .scalar(let scalar) where scalar.style == .literal || scalar.style == .folded:
            return content(of: scalar, at: start).upperBound
        case .mapping(let entries) where !(start < bytes.count && flow.contains(bytes[start])):
            return entries.last.map { end(of: $0.value) } ?? end(of: value.range.end.byte)
        case .sequence(let items) where !(start < bytes.count && flow.contains(bytes[start])):
            return items.last.map { end(of: $0) } ?? end(of: value.range.end.byte)
        case .scalar, .mapping, .sequence:
            return end(of: value.range.end.byte)
        }
    }

    /// The lines of a block whose mark (`|`) stands at a byte.
    func content(of scalar: DocumentNode.Scalar, at start: Int) -> Range<Int> {
        let head = end(of: start)
        guard scalar.style == .literal else { return folded(from: head, start) }
        let breaks = scalar.text.utf8.count { $0 == 0x0A }
        let count = scalar.text.isEmpty || scalar.text.utf8.last == 0x0A ? breaks : breaks + 1
        var end = head
        for _ in 0..<count { end = self.end(of: end) }
        return head..<end
    }

    /// Lines of a folded block are told by their indentation alone.
    private func folded(from head: Int, _ start: Int) -> Range<Int> {
        let indentation = text(at: self.start(of: start)).prefix { $0 == 0x20 }.count
        var end = head
        var place = head
        while place < bytes.count {
            if !isBlank(at: place) {
                guard text(at: place).prefix(while: { $0 == 0x20 }).count > indentation else {
                    break
                }
                end = self.end(of: place)
            }
            place = self.end(of: place)
        }
        return head..<end
    }
}
