/// What mends change in a file, in the unified form that `patch` and `git apply` read.
public enum UnifiedDiff {
    /// Lines around a change that are shown with it.
    private static let context = 3

    /// The difference between two texts of one file.
    ///
    /// O(lines), and where lines were added or removed the square of how many differ, up to 4,000.
    ///
    /// - Parameters:
    ///   - old: The text before; its path is the file's name.
    ///   - new: The text afterwards.
    /// - Returns: The lines of the difference, each ending with a line end; empty where nothing changed.
    public static func of(_ old: SourceText, _ new: SourceText) -> String {
        let before = lines(old)
        let after = lines(new)
        let changes = changes(before, after)
        guard !changes.isEmpty else { return "" }
        var text = "--- a/\(old.path)\n+++ b/\(new.path)\n"
        for hunk in hunks(changes) {
            guard let first = hunk.first, let last = hunk.last else { continue }
            let start = max(0, first.old.lowerBound - context)
            let end = min(before.count, last.old.upperBound + context)
            let newStart = first.new.lowerBound - (first.old.lowerBound - start)
            let newEnd = last.new.upperBound + (end - last.old.upperBound)
            text +=
                "@@ -\(place(start..<end)) +\(place(newStart..<newEnd)) @@\n"
            var index = start
            for change in hunk {
                before[index..<change.old.lowerBound].forEach { append($0, " ", to: &text) }
                before[change.old].forEach { append($0, "-", to: &text) }
                after[change.new].forEach { append($0, "+", to: &text) }
                index = change.old.upperBound
            }
            before[index..<end].forEach { append($0, " ", to: &text) }
        }
        return text
    }

    /// Lines that are replaced by others; of one of the two there may be none.
    private struct Change {
        let old: Range<Int>
        let new: Range<Int>
    }

    private static func changes(
        _ before: [ArraySlice<UInt8>],
        _ after: [ArraySlice<UInt8>]
    ) -> [Change] {
        let head = zip(before, after).prefix { $0 == $1 }.count
        let most = min(before.count, after.count) - head
        let tail = zip(before.reversed(), after.reversed()).prefix(most).prefix { $0 == $1 }.count
        let old = Array(before[head..<(before.count - tail)])
        let new = Array(after[head..<(after.count - tail)])
        let (removed, inserted) = difference(old, new)
        var changes: [Change] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            let start = (left, right)
            while removed.contains(left) { left += 1 }
            while inserted.contains(right) { right += 1 }
            if (left, right) != start {
                changes.append(
                    Change(old: head + start.0..<head + left, new: head + start.1..<head + right)
                )
            } else {
                left += 1
                right += 1
            }
        }
        return changes
    }

    /// The places of the lines that go, and of those that come.
    private static func difference(
        _ old: [ArraySlice<UInt8>],
        _ new: [ArraySlice<UInt8>]
    ) -> (removed: Set<Int>, inserted: Set<Int>) {
        if old.count == new.count {
            // Lines that were changed, as nearly always.
            let changed = Set(old.indices.filter { old[$0] != new[$0] })
            return (changed, changed)
        }
        // The shortest difference takes the square of its length in time and room.
        guard old.count + new.count <= 4000 else { return (Set(old.indices), Set(new.indices)) }
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        return (removed, inserted)
    }

    /// Where lines stand, as a hunk says it.
    private static func place(_ lines: Range<Int>) -> String {
        // Where there are none, the line before is named.
        "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
    }

    private static func append(_ line: ArraySlice<UInt8>, _ mark: Character, to text: inout String)
    {
        text.append(mark)
        text += String(decoding: line, as: UTF8.self)
        if line.last != 0x0A { text += "\n\\ No newline at end of file\n" }
    }

    /// The lines with their ends; none behind the last line end.
    private static func lines(_ source: SourceText) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (offset, byte) in source.bytes.enumerated() where byte == 0x0A {
            lines.append(source.bytes[start...offset])
            start = offset + 1
        }
        if start < source.bytes.count { lines.append(source.bytes[start...]) }
        return lines
    }

    /// The changes that are shown together, since the lines around them meet.
    private static func hunks(_ changes: [Change]) -> [[Change]] {
        var hunks: [[Change]] = []
        for change in changes {
            if let last = hunks.last?.last,
                change.old.lowerBound - last.old.upperBound <= 2 * context
            {
                hunks[hunks.count - 1].append(change)
            } else {
                hunks.append([change])
            }
        }
        return hunks
    }
}
