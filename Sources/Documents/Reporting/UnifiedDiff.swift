/// What mends change in a file, in the unified form that `patch` and `git apply` read.
public enum UnifiedDiff {
    /// Lines around a change that are shown with it.
    private static let context = 3

    /// A line of two texts: in both, only in the old one, only in the new one.
    private enum Step {
        case same(ArraySlice<UInt8>)
        case old(ArraySlice<UInt8>)
        case new(ArraySlice<UInt8>)

        var isSame: Bool { if case .same = self { true } else { false } }
        var isOld: Bool { if case .new = self { false } else { true } }
        var isNew: Bool { if case .old = self { false } else { true } }
    }

    /// The difference between two texts of one file.
    ///
    /// O(lines × changed lines).
    ///
    /// - Parameters:
    ///   - old: The text before; its path is the file's name.
    ///   - new: The text afterwards.
    /// - Returns: The lines of the difference, each ending with a line end; empty where nothing changed.
    public static func of(_ old: SourceText, _ new: SourceText) -> String {
        let steps = steps(lines(old), lines(new))
        let changed = steps.indices.filter { !steps[$0].isSame }
        guard !changed.isEmpty else { return "" }
        var text = "--- a/\(old.path)\n+++ b/\(new.path)\n"
        var done = 0
        var before = 0
        var after = 0
        for hunk in hunks(around: changed, count: steps.count) {
            before += steps[done..<hunk.lowerBound].count { $0.isOld }
            after += steps[done..<hunk.lowerBound].count { $0.isNew }
            let olds = steps[hunk].count { $0.isOld }
            let news = steps[hunk].count { $0.isNew }
            text += "@@ -\(place(before, olds)) +\(place(after, news)) @@\n"
            for step in steps[hunk] {
                switch step {
                case .same(let line): append(line, " ", to: &text)
                case .old(let line): append(line, "-", to: &text)
                case .new(let line): append(line, "+", to: &text)
                }
            }
            before += olds
            after += news
            done = hunk.upperBound
        }
        return text
    }

    /// Where lines begin and how many they are; none at all stand behind the line before.
    private static func place(_ start: Int, _ count: Int) -> String {
        "\(count == 0 ? start : start + 1),\(count)"
    }

    /// The lines of both texts in one list; of lines that change together the old ones come first.
    private static func steps(
        _ before: [ArraySlice<UInt8>],
        _ after: [ArraySlice<UInt8>]
    ) -> [Step] {
        let difference = after.difference(from: before)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var steps: [Step] = []
        var old = 0
        var new = 0
        while old < before.count || new < after.count {
            while removed.contains(old) {
                steps.append(.old(before[old]))
                old += 1
            }
            while inserted.contains(new) {
                steps.append(.new(after[new]))
                new += 1
            }
            guard old < before.count, new < after.count else { continue }
            steps.append(.same(before[old]))
            old += 1
            new += 1
        }
        return steps
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

    private static func hunks(around changed: [Int], count: Int) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for line in changed {
            let hunk = max(0, line - context)..<min(count, line + context + 1)
            if let last = hunks.last, hunk.lowerBound <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<hunk.upperBound
            } else {
                hunks.append(hunk)
            }
        }
        return hunks
    }
}
