/// What mends change in a file, in the unified form that `patch` and `git apply` read.
public enum UnifiedDiff {
    /// Lines around a change that are shown with it.
    private static let context = 3

    /// The difference between two texts of one file that have the same number of lines, as mended ones have.
    ///
    /// - Parameters:
    ///   - old: The text before; its path is the file's name.
    ///   - new: The text afterwards.
    /// - Returns: The lines of the difference, each ending with a line end; empty where nothing changed.
    public static func of(_ old: SourceText, _ new: SourceText) -> String {
        let before = lines(old)
        let after = lines(new)
        let changed = zip(before, after).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
        guard !changed.isEmpty else { return "" }
        var text = "--- a/\(old.path)\n+++ b/\(new.path)\n"
        for hunk in hunks(around: changed, count: before.count) {
            text +=
                "@@ -\(hunk.lowerBound + 1),\(hunk.count) +\(hunk.lowerBound + 1),\(hunk.count) @@\n"
            var index = hunk.lowerBound
            while index < hunk.upperBound {
                // Lines that are changed together stand together: what goes before what comes.
                let same = before[index] == after[index]
                var end = index + 1
                while end < hunk.upperBound, (before[end] == after[end]) == same { end += 1 }
                if same {
                    before[index..<end].forEach { append($0, " ", to: &text) }
                } else {
                    before[index..<end].forEach { append($0, "-", to: &text) }
                    after[index..<end].forEach { append($0, "+", to: &text) }
                }
                index = end
            }
        }
        return text
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
